import { addUp, type Fen } from '../money.ts'
import type { Edition, FundGroup } from './rules.ts'
import type { FundRow, SelfEvaluation, SelfEvaluationContent } from './self-evaluation.ts'

/** What the unit wrote on a form, without its place and its road. */
export function contentOf(form: SelfEvaluation): SelfEvaluationContent {
  const { editionId, funds, writtenTotal, fundsReason, adjustmentReason, carried, carriedReason } = form
  const { executionOwn, executionOwnReason, entries, completion, process, summary, problems, measures } = form
  return {
    ...{ editionId, funds, writtenTotal, fundsReason, adjustmentReason, carried, carriedReason },
    ...{ executionOwn, executionOwnReason, entries, completion, process, summary, problems, measures },
  }
}

/** The row of an edition that takes in another edition's row: last year's money is fiscal money, the rest 其他资金. */
function placeIn(edition: Edition, group: FundGroup): FundGroup {
  if (edition.funds.some((row) => row.group === group)) return group
  return group === 'carryover' ? 'fiscal' : 'other'
}

/** The form's money in the rows of another edition; nothing is lost, amounts that fall into one row are added up. */
export function fundsIn(edition: Edition, funds: readonly FundRow[]): FundRow[] {
  return edition.funds.map(({ group }) => {
    const own = funds.filter((row) => placeIn(edition, row.group) === group)
    const sum = (column: 'initial' | 'revised' | 'paid'): Fen | null => {
      const amounts = own.map((row) => row[column])
      return amounts.every((amount) => amount === null) ? null : addUp(amounts)
    }
    return { group, initial: sum('initial'), revised: sum('revised'), paid: sum('paid') }
  })
}
