import { addUp, type Fen } from '../money.ts'
import { type BudgetBook, type FundingSource, fundingSources, type GoalContent } from './goal.ts'

type Funding = GoalContent['funding']

/** Where the money of a budget comes from, as long as nothing else is said. */
const usualSources: Readonly<Record<BudgetBook, FundingSource>> = {
  general: 'general-local',
  fund: 'fund-local',
  capital: 'capital',
  insurance: 'insurance',
}

const order = Object.keys(fundingSources) as FundingSource[] // the keys of the table of sources

/** Money in 分. A total that is written stands at its one source too; what has been split is left to the person. */
export function withTotal(
  content: Pick<GoalContent, 'total' | 'funding' | 'book'>,
  total: Fen | null,
): Pick<GoalContent, 'total' | 'funding'> {
  const filled = content.funding.filter(({ amount }) => amount !== null)
  const [only] = filled
  if (filled.length > 1 || (only && only.amount !== content.total)) return { total, funding: content.funding }
  const source = only?.source ?? usualSources[content.book]
  return { total, funding: total === null ? [] : [{ source, amount: total }] }
}

/** Money in 分. An amount at a source; a total nobody has written is what the sources come to. */
export function withPart(
  content: Pick<GoalContent, 'total' | 'funding'>,
  source: FundingSource,
  amount: Fen | null,
): Pick<GoalContent, 'total' | 'funding'> {
  const funding: Funding = [...content.funding.filter((part) => part.source !== source), { source, amount }]
    .filter((part) => part.amount !== null)
    .sort((left, right) => order.indexOf(left.source) - order.indexOf(right.source))
  return {
    total: content.total ?? (amount === null ? null : addUp(funding.map((part) => part.amount))),
    funding,
  }
}
