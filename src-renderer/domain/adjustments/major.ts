import type { AssessmentResult } from '../assessments/result.ts'
import { indicatorKey, pairRows } from '../goals/compare.ts'
import { type GoalContent, type Indicator, targetText } from '../goals/goal.ts'
import { makeId } from '../ids.ts'
import { type Fen, formatWanExact } from '../money.ts'
import { normaliseText, parseTarget } from '../target.ts'
import type { Adjustment } from './adjustment.ts'
import { isAdjustmentEditable } from './flow.ts'
import type { AdjustmentRules, MajorCode, MajorRule } from './rules.ts'

/** Why a change is a 重大变化. */
export type MajorFinding = { code: MajorCode; text: string; clause: string }

/** `about` is the indicator that it concerns; '' for the goal as a whole. */
type Seen = { about: string; text: string }
type Look = (before: GoalContent, after: GoalContent, rule: MajorRule, rules: AdjustmentRules) => Seen[]

/** Whether a change goes beyond so many percent of what it was. */
function exceeds(from: bigint, change: bigint, percent: number): boolean {
  const size = from < 0n ? -from : from
  return change > 0n && change * 100n > size * BigInt(percent)
}

function grows(from: Fen, to: Fen, percent: number): boolean {
  return exceeds(BigInt(from), BigInt(to) - BigInt(from), percent)
}

function shrinks(from: Fen, to: Fen, percent: number): boolean {
  return exceeds(BigInt(from), BigInt(from) - BigInt(to), percent)
}

/** An amount that is not filled counts as nothing: what appears or goes altogether is no small change. */
function amounts({ total: from }: GoalContent, { total: to }: GoalContent): [Fen, Fen] {
  return [from ?? 0, to ?? 0]
}

function whole(text: string): Seen[] {
  return [{ about: '', text }]
}

const amountUp: Look = (before, after, { percent }) => {
  const [from, to] = amounts(before, after)
  if (!grows(from, to, percent)) return []
  return whole(`资金由 ${formatWanExact(from)} 万元调增到 ${formatWanExact(to)} 万元，超过 ${percent}%`)
}

const amountDown: Look = (before, after, { percent }) => {
  const [from, to] = amounts(before, after)
  if (!shrinks(from, to, percent)) return []
  return whole(`资金由 ${formatWanExact(from)} 万元调减到 ${formatWanExact(to)} 万元，超过 ${percent}%`)
}

function isLookedAt(row: Indicator, { levels }: MajorRule): boolean {
  const level = normaliseText(row.level1)
  return levels.length === 0 || levels.some((name) => level.startsWith(name))
}

const indicatorRemoved: Look = (before, after, rule) =>
  pairRows(before.indicators, after.indicators, indicatorKey)
    .removed.filter((row) => isLookedAt(row, rule))
    .map((row) => ({ about: indicatorKey(row), text: `取消指标“${row.name}”` }))

const decimals = 6
const quantity = new RegExp(`^(-?)(\\d{1,18})(?:\\.(\\d{1,${decimals}})\\d*)?$`)

/** A plain decimal as an integer of millionths; null for anything else. */
function millionths(text: string): bigint | null {
  const match = quantity.exec(normaliseText(text).replaceAll(',', ''))
  if (!match) return null
  const size = BigInt(`${match[2]}${(match[3] ?? '').padEnd(decimals, '0')}`)
  return match[1] === '-' ? -size : size
}

/** Sign, number and unit of a target, also where a form keeps `≥95%` in one field. */
function apart(row: Indicator): Indicator {
  if (row.operator === '定性' || millionths(row.value) !== null) return row
  return { ...row, ...parseTarget(targetText(row)) }
}

/** Whether a target is better kept low: by its sign, and where that has no direction by its level. */
function isKeptLow({ operator, level1, level2 }: Indicator, { lessIsBetter }: AdjustmentRules): boolean {
  if (operator === '≤' || operator === '<') return true
  if (operator === '≥' || operator === '>') return false
  return lessIsBetter.some((word) => level1.includes(word) || level2.includes(word))
}

/** How a target asks for less than before, in words; '' where it does not. What was no number cannot be lowered. */
function lowering(before: Indicator, after: Indicator, percent: number, rules: AdjustmentRules): string {
  const [row, now] = [apart(before), apart(after)]
  const [from, to] = [millionths(row.value), millionths(now.value)]
  if (from === null || row.operator === '定性') return ''
  if (to === null || now.operator === '定性') return '不再用数值衡量'
  if (normaliseText(now.unit) !== normaliseText(row.unit)) return '换了计量单位'
  const keptLow = isKeptLow(row, rules)
  if (isKeptLow(now, rules) !== keptLow) return '改变了要求的方向'
  return exceeds(from, keptLow ? to - from : from - to, percent) ? `降低要求超过 ${percent}%` : ''
}

const targetLowered: Look = (before, after, rule, rules) =>
  pairRows(before.indicators, after.indicators, indicatorKey).paired.flatMap(
    ({ before: row, after: now }) => {
      const what = row && isLookedAt(row, rule) ? lowering(row, now, rule.percent, rules) : ''
      if (!row || what === '') return []
      const text = `指标“${row.name}”由 ${targetText(row)} 改为 ${targetText(now) || '空'}，${what}`
      return [{ about: indicatorKey(row), text }]
    },
  )

const goalReplaced: Look = (before, after) => {
  const words = (content: GoalContent) => normaliseText(content.annualGoals.join(''))
  const [from, to] = [words(before), words(after)]
  if (from === to || from === '') return []
  // A figure that moves with the amount or an indicator is judged there; other words make another goal.
  const wording = (text: string) => text.replace(/[\d.,%]+/g, '')
  return wording(from) === wording(to) ? [] : whole('年度目标的表述有改动')
}

const looks: Readonly<Record<MajorCode, Look>> = {
  'amount-up': amountUp,
  'amount-down': amountDown,
  'indicator-removed': indicatorRemoved,
  'target-lowered': targetLowered,
  'goal-replaced': goalReplaced,
}

type Told = MajorFinding & { about: string }

function toldOf(before: GoalContent, after: GoalContent, rules: AdjustmentRules): Told[] {
  return rules.major.flatMap((rule) =>
    looks[rule.code](before, after, rule, rules).map(({ about, text }) => ({
      code: rule.code,
      about,
      text,
      clause: rule.clause,
    })),
  )
}

/**
 * Why an adjustment is a 重大变化 under the year's rules; none where it is not. A major one must be assessed before the
 * budget may change (目标发生重大变化确需调整安排的，须经绩效评估后方可作预算调整: 巴财〔2020〕38号 三（二）2). `base` is the
 * version from which changes add up (`baseOf`): what goes beyond a line only together counts as well.
 */
export function majorFindings(
  before: GoalContent,
  after: GoalContent,
  rules: AdjustmentRules,
  base: GoalContent = before,
): MajorFinding[] {
  const own = toldOf(before, after, rules)
  const isOwn = (other: Told) => own.some(({ code, about }) => code === other.code && about === other.about)
  const together = toldOf(base, after, rules)
    .filter((told) => !isOwn(told))
    .map((told) => ({ ...told, text: `历次调整累计：${told.text}` }))
  return [...own, ...together].map(({ code, text, clause }) => ({ code, text, clause }))
}

/**
 * The version from which the changes of a goal add up: the one that was approved first, or the last that a major
 * adjustment led to, for that one was assessed. `earlier` are its approved adjustments in their order, `present` is
 * what stands where there are none.
 */
function baseOf(earlier: readonly Adjustment[], present: GoalContent, rules: AdjustmentRules): GoalContent {
  let base = earlier[0]?.before ?? present
  for (const { before, after } of earlier) {
    if (majorFindings(before, after, rules, base).length > 0) base = after
  }
  return base
}

/** Why an adjustment is major, also together with those of its goal that were approved before it (among `all`). */
export function findingsOf(
  { goalId, number, before, after }: Pick<Adjustment, 'goalId' | 'number' | 'before' | 'after'>,
  all: readonly Adjustment[],
  rules: AdjustmentRules,
): MajorFinding[] {
  const earlier = all
    .filter((other) => other.goalId === goalId && other.state === 'applied' && other.number < number)
    .toSorted((left, right) => left.number - right.number)
  return majorFindings(before, after, rules, baseOf(earlier, before, rules))
}

/**
 * The 事前评估 that speak of a request: those listed after its content was last changed, which is when it was last
 * submitted. Ids are in the order of time. None while it is still being written.
 */
export function assessmentsOfRequest<Listed extends { id: string }>(
  { state, trail }: Pick<Adjustment, 'state' | 'trail'>,
  assessments: readonly Listed[],
): Listed[] {
  const submission = trail.findLast(({ step }) => step === 'submit-adjustment')
  if (!submission || isAdjustmentEditable(state)) return []
  const earliest = makeId(Date.parse(submission.at), new Uint8Array(10))
  return assessments.filter(({ id }) => id >= earliest)
}

/**
 * Why a major change must still wait for its 事前评估, as a sentence; '' where nothing holds it. `result` is that of the
 * assessments of this request (`assessmentsOfRequest`).
 */
export function assessmentLack(
  after: Pick<GoalContent, 'total'>,
  findings: readonly MajorFinding[],
  { state, recommended }: AssessmentResult,
): string {
  if (findings.length === 0) return ''
  if (state === 'none') return '送审后须就本次调整列入事前绩效评估。'
  if (state === 'pending') return '事前绩效评估还没有结论。'
  if (state === 'oppose') return '事前绩效评估结论为“不予支持”。'
  if (state !== 'adjust' || recommended === null || (after.total ?? 0) <= recommended) return ''
  return `事前绩效评估建议金额 ${formatWanExact(recommended)} 万元，调整后为 ${formatWanExact(after.total)} 万元。`
}
