import { rateOf, type Share } from '../execution/rate.ts'
import { type Fen, formatWanExact } from '../money.ts'
import { normaliseText } from '../target.ts'
import type { Sourced } from '../year-rules.ts'
import { fiscalAnswer, type StatedFigures } from './fiscal-figures.ts'
import type { SystemIndicator } from './indicator-system.ts'
import { answerKind } from './mark.ts'

/** Year-end amounts of a goal as the treasury has them, in 分; null in what its ledger does not say. */
export type TreasuryFacts = {
  initial: Fen | null
  adjusted: Fen | null
  allocated: Fen | null
  paid: Fen | null
}

/** What the book knows of a task's object. */
export type KnownFacts = {
  treasury: TreasuryFacts | null
  /** Values that the unit reported in its self-evaluation, by indicator. */
  reported: readonly { name: string; actual: string; unit: string }[]
  /** Of the fiscal statements, where a government's budget is evaluated. */
  figures?: StatedFigures
}

export const knownSources = { treasury: '国库数据', statement: '财政报表', unit: '单位自评' } as const

/** A value the book knows for an indicator, with all it rests on; a person takes it over or not. */
export type KnownAnswer = Sourced & {
  value: string
  /** Whether it is reckoned from the treasury or a statement, or only reported by the unit and still to be proved. */
  from: keyof typeof knownSources
  formula: string
  inputs: readonly { name: string; value: string }[]
}

type Amount = keyof TreasuryFacts

const amountNames: Readonly<Record<Amount, string>> = {
  initial: '年初预算数',
  adjusted: '全年预算数（调整后）',
  allocated: '到位资金（指标下达数）',
  paid: '支出数',
}

/** Rates by the name that the templates give them; the second amount is the one divided by. */
const knownRates: readonly (Sourced & { names: readonly string[]; of: Amount; to: Amount })[] = [
  {
    ...{ names: ['预算执行率'], of: 'paid', to: 'allocated' },
    ...{ clause: '财预〔2020〕10号 附件2（实际支出资金 ÷ 实际到位资金）', mark: '源' },
  },
  {
    ...{ names: ['资金到位率'], of: 'allocated', to: 'adjusted' },
    ...{ clause: '财预〔2020〕10号 附件2（实际到位资金 ÷ 预算资金）', mark: '源' },
  },
  {
    ...{ names: ['预算完成率'], of: 'paid', to: 'adjusted' },
    ...{ clause: '财预〔2013〕53号体例共性指标体系框架（预算完成数 ÷ 预算数）', mark: '源' },
  },
]

/**
 * What the book knows for an indicator that is answered with a value: a rate of the treasury's figures by its name, else
 * what the unit reported for an indicator of the same name. null where it knows nothing.
 */
export function knownAnswer(
  indicator: Pick<SystemIndicator, 'name' | 'method'>,
  facts: KnownFacts,
): KnownAnswer | null {
  if (answerKind(indicator.method) !== 'value') return null
  const { name } = indicator
  return fromStatement(name, facts) ?? fromTreasury(name, facts.treasury) ?? fromUnit(name, facts)
}

function fromStatement(name: string, { figures = {} }: KnownFacts): KnownAnswer | null {
  const answer = fiscalAnswer(name, figures)
  return answer && { ...answer, from: 'statement' }
}

function fromTreasury(name: string, treasury: TreasuryFacts | null): KnownAnswer | null {
  const rate = knownRates.find(({ names }) => names.includes(normaliseText(name)))
  if (!rate || !treasury) return null
  const [of, to] = [treasury[rate.of], treasury[rate.to]]
  const share = of === null || to === null ? null : rateOf(of, to)
  if (share === null) return null
  const inputs = [rate.of, rate.to].map((amount) => ({
    name: amountNames[amount],
    value: `${formatWanExact(treasury[amount])} 万元`,
  }))
  const value = percentOf(share)
  const formula = `${inputs.map((input) => `${input.name} ${input.value}`).join(' ÷ ')} × 100% = ${value}%`
  return { value, from: 'treasury', formula, inputs, clause: rate.clause, mark: rate.mark }
}

/** A share in ten-thousandths as percent with as many decimals as it has. */
function percentOf(share: Share): string {
  const rest = String(share % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(share / 100)}${rest === '' ? '' : `.${rest}`}`
}

function fromUnit(name: string, { reported }: KnownFacts): KnownAnswer | null {
  const wanted = normaliseText(name)
  const found = reported.find((entry) => normaliseText(entry.name) === wanted && entry.actual.trim() !== '')
  if (!found) return null
  return {
    value: found.actual.trim(),
    from: 'unit',
    formula: `单位自评填报 ${found.actual.trim()}${found.unit}，须以佐证核实`,
    inputs: [{ name: '单位自评', value: `${found.actual.trim()}${found.unit}` }],
    clause: '单位自评表',
    mark: '拟',
  }
}
