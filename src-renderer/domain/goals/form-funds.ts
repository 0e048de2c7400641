import { grouped } from '../grouped.ts'
import { addUp, type Fen } from '../money.ts'
import { type FundingSource, fundingSources, type GoalContent } from './goal.ts'
import type { ReadForm } from './read-form.ts'

type Line = ReadForm['funds'][number]

/** A line of the money block is a total, a source, or a parent whose parts stand beneath it. */
type Role = { source: FundingSource; parent?: 'fiscal' | 'own' | 'general' | 'fund' } | 'total' | null

const roles: readonly [RegExp, Role][] = [
  [/总额|合计|小计|总预算|当年预算|年度预算|^资金$/, 'total'],
  [/结转|结余/, { source: 'carryover' }],
  [/财政专户/, { source: 'fiscal-account' }],
  [/国有资本/, { source: 'capital' }],
  [/社会?保险?基金|社保/, { source: 'insurance' }],
  [/政府性基金.*(上级|中央|省)|(上级|中央|省级?).*政府性基金/, { source: 'fund-upper' }],
  [/政府性基金.*(本级|市级|县级|区级)|(本级|市级|县级|区级).*政府性基金/, { source: 'fund-local' }],
  [/政府性基金/, { source: 'fund-local', parent: 'fund' }],
  [/自有资金|事业收入|经营性?收入|自筹/, { source: 'unit' }],
  [/单位资金/, { source: 'unit', parent: 'own' }],
  [/上级|中央|省级|转移支付/, { source: 'general-upper' }],
  [/本级|市级|县级|区级|地方/, { source: 'general-local' }],
  [/一般公共预算/, { source: 'general-local', parent: 'general' }],
  [/财政拨款|财政资金|财政性资金/, { source: 'general-local', parent: 'fiscal' }],
  [/其他/, { source: 'other' }],
]

function roleOf(label: string): Role {
  return roles.find(([pattern]) => pattern.test(label))?.[1] ?? null
}

function columnOf(cell: string): string {
  return cell.replace(/\d+$/, '')
}

/** With 中期 and 年度 amounts side by side, those of the year's column count; a label written twice counts once. */
function linesOfTheYear(form: ReadForm): Line[] {
  const total = form.funds.find((line) => roleOf(line.label) === 'total' && line.amount === form.total)
  const byLabel = grouped(form.funds, ({ label }) => label.replace(/^其中[:：]?/, ''))
  return [...byLabel.values()].flatMap((lines) => {
    const inColumn = total && lines.find((line) => columnOf(line.cell) === columnOf(total.cell))
    const chosen = inColumn ?? lines.at(-1)
    return chosen ? [chosen] : []
  })
}

const fiscal: readonly FundingSource[] = [
  'general-upper',
  'general-local',
  'fund-upper',
  'fund-local',
  'capital',
  'insurance',
]
const childrenOf: Readonly<Record<string, readonly FundingSource[]>> = {
  fiscal,
  general: ['general-upper', 'general-local'],
  fund: ['fund-upper', 'fund-local'],
  own: ['unit'],
}

/**
 * The money lines of a form as sources. A parent (财政拨款, 单位资金) counts only for what its parts leave over, so that
 * nothing is counted twice; what does not add up stays so, for the check to report.
 */
export function fundingOf(form: ReadForm): GoalContent['funding'] {
  const amounts = new Map<FundingSource, Fen>()
  const parents: { parent: string; source: FundingSource; amount: Fen }[] = []
  for (const line of linesOfTheYear(form)) {
    const role = roleOf(line.label)
    if (role === null || role === 'total') continue
    if (role.parent) parents.push({ parent: role.parent, source: role.source, amount: line.amount })
    else amounts.set(role.source, addUp([amounts.get(role.source) ?? 0, line.amount]))
  }
  // Narrow parents first: 一般公共预算 is itself a part of 财政拨款.
  parents.sort((left, right) => Number(left.parent === 'fiscal') - Number(right.parent === 'fiscal'))
  for (const { parent, source, amount } of parents) {
    const parts = (childrenOf[parent] ?? []).map((child) => amounts.get(child) ?? 0)
    const rest = amount - addUp(parts)
    const isStated = amounts.has(source) && (amounts.get(source) ?? 0) !== 0
    if (rest > 0 && !isStated) amounts.set(source, rest)
    else if (!amounts.has(source) && addUp(parts) === 0) amounts.set(source, amount)
  }
  const sources = Object.keys(fundingSources) as FundingSource[] // the table's keys are the union
  return sources.flatMap((source) => {
    const amount = amounts.get(source)
    return amount === undefined ? [] : [{ source, amount }]
  })
}

/** The budget that pays: the one whose money is the whole of the fiscal money; 一般公共预算 otherwise. */
export function bookOf(funding: GoalContent['funding']): GoalContent['book'] {
  const paid = funding.filter((line) => (line.amount ?? 0) !== 0 && fiscal.includes(line.source))
  if (paid.length === 0) return 'general'
  if (paid.every((line) => line.source.startsWith('fund-'))) return 'fund'
  if (paid.every((line) => line.source === 'capital')) return 'capital'
  return paid.every((line) => line.source === 'insurance') ? 'insurance' : 'general'
}
