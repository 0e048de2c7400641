import type { AssessmentResult } from '../assessments/result.ts'
import type { GoalContent, Indicator } from '../goals/goal.ts'
import { type Fen, formatWanExact } from '../money.ts'
import { normaliseText } from '../target.ts'
import type { AdjustmentRules, MajorCode, MajorRule } from './rules.ts'

/** Why a change is a 重大变化. */
export type MajorFinding = { code: MajorCode; text: string; clause: string }

type Look = (before: GoalContent, after: GoalContent, percent: number) => string[]

/** Whether a change of an amount goes beyond so many percent of what it was. */
function exceeds(from: Fen, change: Fen, percent: number): boolean {
  return change > 0 && BigInt(change) * 100n > BigInt(Math.abs(from)) * BigInt(percent)
}

/** An amount that is not filled counts as nothing: what appears or goes altogether is no small change. */
function amounts({ total: from }: GoalContent, { total: to }: GoalContent): [Fen, Fen] {
  return [from ?? 0, to ?? 0]
}

const amountUp: Look = (before, after, percent) => {
  const pair = amounts(before, after)
  if (!exceeds(pair[0], pair[1] - pair[0], percent)) return []
  return [`资金由 ${formatWanExact(pair[0])} 万元调增到 ${formatWanExact(pair[1])} 万元，超过 ${percent}%`]
}

const amountDown: Look = (before, after, percent) => {
  const pair = amounts(before, after)
  if (!exceeds(pair[0], pair[0] - pair[1], percent)) return []
  return [`资金由 ${formatWanExact(pair[0])} 万元调减到 ${formatWanExact(pair[1])} 万元，超过 ${percent}%`]
}

function keyOf(row: Indicator): string {
  return normaliseText(`${row.level2}\n${row.name}`)
}

const core = /^(产出|效益)/

const indicatorRemoved: Look = (before, after) => {
  const kept = new Set(after.indicators.map(keyOf))
  return before.indicators
    .filter((row) => core.test(row.level1) && !kept.has(keyOf(row)))
    .map((row) => `取消指标“${row.name}”`)
}

/** A plain decimal as an integer of hundredths; null for anything else. */
function hundredths(text: string): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2})\d*)?$/.exec(text.normalize('NFKC').replace(/[,\s]/g, ''))
  if (!match) return null
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -size : size
}

/** Whether a target asks for less: fewer where more is better (≥ > =), more where less is better (≤ <). */
const targetLowered: Look = (before, after, percent) => {
  const rows = new Map(after.indicators.map((row) => [keyOf(row), row]))
  return before.indicators.flatMap((row) => {
    const now = rows.get(keyOf(row))
    const [from, to] = [hundredths(row.value), hundredths(now?.value ?? '')]
    if (!now || from === null || to === null || now.unit !== row.unit) return []
    const lessIsBetter = row.operator === '≤' || row.operator === '<'
    const loss = lessIsBetter ? to - from : from - to
    if (!exceeds(from, loss, percent)) return []
    return [
      `指标“${row.name}”由 ${row.value}${row.unit} 改为 ${now.value}${now.unit}，降低要求超过 ${percent}%`,
    ]
  })
}

const goalReplaced: Look = (before, after) => {
  const words = (content: GoalContent) => normaliseText(content.annualGoals.join(''))
  const [from, to] = [words(before), words(after)]
  if (from === to || from === '') return []
  // A figure that moves with the amount or an indicator is judged there; other words make another goal.
  const wording = (text: string) => text.replace(/[\d.,%]+/g, '')
  return wording(from) === wording(to) ? [] : ['年度目标的表述有改动']
}

const looks: Readonly<Record<MajorCode, Look>> = {
  'amount-up': amountUp,
  'amount-down': amountDown,
  'indicator-removed': indicatorRemoved,
  'target-lowered': targetLowered,
  'goal-replaced': goalReplaced,
}

function findingsOf(rule: MajorRule, before: GoalContent, after: GoalContent): MajorFinding[] {
  return looks[rule.code](before, after, rule.percent).map((text) => ({
    code: rule.code,
    text,
    clause: rule.clause,
  }))
}

/**
 * Why an adjustment is a 重大变化 under the year's rules; none where it is not. A major one must be assessed before the
 * budget may change (目标发生重大变化确需调整安排的，须经绩效评估后方可作预算调整: 巴财〔2020〕38号 三（二）2).
 */
export function majorFindings(
  before: GoalContent,
  after: GoalContent,
  rules: AdjustmentRules,
): MajorFinding[] {
  return rules.major.flatMap((rule) => findingsOf(rule, before, after))
}

/**
 * Why a major change must still wait for its 事前评估, as a sentence; '' where nothing holds it. `result` is that of the
 * assessments that were listed after the request was made.
 */
export function assessmentLack(
  after: Pick<GoalContent, 'total'>,
  findings: readonly MajorFinding[],
  { state, recommended }: AssessmentResult,
): string {
  if (findings.length === 0) return ''
  if (state === 'none') return '还没有列入事前绩效评估。'
  if (state === 'pending') return '事前绩效评估还没有结论。'
  if (state === 'oppose') return '事前绩效评估结论为“不予支持”。'
  if (state !== 'adjust' || recommended === null || (after.total ?? 0) <= recommended) return ''
  return `事前绩效评估建议金额 ${formatWanExact(recommended)} 万元，调整后为 ${formatWanExact(after.total)} 万元。`
}
