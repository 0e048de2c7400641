import type { Indicator } from '../goals/goal.ts'
import { normaliseText, parseTarget } from '../target.ts'
import {
  absolute,
  compareRatios,
  larger,
  minus,
  none,
  over,
  parseDecimal,
  percent,
  type Ratio,
  smaller,
  times,
  whole,
} from './ratio.ts'
import type { MonitoringRules } from './rules.ts'

type Target = Pick<Indicator, 'operator' | 'value' | 'unit'>

/**
 * How far one indicator is. `rate` is 1 at the target and is not capped above it; null where it cannot be computed, then
 * `why` says it. `met` is the comparison itself: 100 is not above 100, though its rate is 1.
 */
export type Completion = { rate: Ratio; met: boolean; why: '' } | { rate: null; met: null; why: string }

const unfilled: Completion = { rate: null, met: null, why: '还没有填写' }
const unread: Completion = { rate: null, met: null, why: '不是一个数，不能计算完成率' }
const unclear: Completion = { rate: null, met: null, why: '看不出达成、部分达成或未达成，不能计算完成率' }

/** Whether a target is a value to stay below. */
export function isLimit({ operator }: Pick<Indicator, 'operator'>): boolean {
  return operator === '≤' || operator === '<'
}

/**
 * Completion of an indicator from the text of its value: ≥ and > as share of the target, ≤ and < as target over value once
 * it is exceeded, = by the distance from the target, 定性 by the pack's words (rules 9.3). A target of zero or less leaves
 * only reached or not. A number without a sign is taken as =.
 */
export function completionOf(
  target: Target,
  text: string,
  rules: Pick<MonitoringRules, 'qualitative'>,
): Completion {
  if (text.trim() === '') return unfilled
  const goal = target.operator === '定性' ? null : parseDecimal(target.value)
  if (!goal) return inWords(text, rules)
  const value = numberIn(text, target.unit)
  if (!value) return unread
  const order = compareRatios(value, goal)
  switch (target.operator) {
    case '≥':
      return done(order >= 0, upwards(value, goal, order >= 0))
    case '>':
      return done(order > 0, upwards(value, goal, order > 0))
    case '≤':
      return done(order <= 0, downwards(value, goal, order <= 0))
    case '<':
      return done(order < 0, downwards(value, goal, order < 0))
    default:
      return done(order === 0, around(value, goal))
  }
}

/**
 * The number in a cell: plain, or with its unit or a sign as people write it (95%, 达 60 户). A percent sign is part of the
 * unit: 0.95 for a target in % stays 0.95.
 */
export function numberIn(text: string, unit: string): Ratio | null {
  const plain = parseDecimal(text)
  if (plain) return plain
  const shortened = normaliseText(text).replace(normaliseText(unit), '')
  const bare = parseDecimal(shortened.replace(/^(达到?|完成|约|[=≥≤><])/, ''))
  if (bare) return bare
  const parsed = parseTarget(text)
  return parsed.unit === '' || normaliseText(parsed.unit) === normaliseText(unit)
    ? parseDecimal(parsed.value)
    : null
}

function done(met: boolean, rate: Ratio): Completion {
  return { rate, met, why: '' }
}

/** Zero and negative targets have no share: reached or not is all there is to say. */
function upwards(value: Ratio, goal: Ratio, met: boolean): Ratio {
  if (goal.of <= 0n) return met ? whole : none
  return larger(none, over(value, goal) ?? none)
}

/** Staying below the limit by more earns nothing further: half a budget is no double goal. */
function downwards(value: Ratio, goal: Ratio, met: boolean): Ratio {
  if (met || compareRatios(value, goal) === 0) return whole
  return goal.of <= 0n ? none : (over(goal, value) ?? none)
}

/** 1 − |value − goal| ÷ |goal|, at least nothing. */
function around(value: Ratio, goal: Ratio): Ratio {
  const distance = over(absolute(minus(value, goal)), absolute(goal))
  if (!distance) return value.of === 0n ? whole : none
  return larger(none, minus(whole, distance))
}

function inWords(text: string, { qualitative }: Pick<MonitoringRules, 'qualitative'>): Completion {
  const plain = normaliseText(text)
  // A percentage in place of words says it more exactly.
  const share = /^(\d+(?:\.\d+)?)%$/.exec(plain)
  const given = share && parseDecimal(share[1] ?? '')
  if (given) {
    const rate = times(given, percent(1))
    return done(compareRatios(rate, whole) >= 0, rate)
  }
  // Of several words the worst counts: 未完成 holds 完成, and who praises and excuses is no better than the excuse.
  const found = qualitative.filter(({ words }) => words.some((word) => isIn(word, plain)))
  const [worst] = found.toSorted((left, right) => left.rate - right.rate)
  return worst ? done(worst.rate >= 100, percent(worst.rate)) : unclear
}

/** Words of one character only count alone: 优 stands for itself, not for 优化. */
function isIn(word: string, text: string): boolean {
  return word.length === 1 ? text === word : text.includes(word)
}

/** Over-fulfilment: the share of the target where it is above the pack's line; null otherwise and for limits. */
export function excessOf(target: Target, text: string, rules: Pick<MonitoringRules, 'goal'>): Ratio | null {
  if (!['≥', '>', '=', ''].includes(target.operator)) return null
  const [goal, value] = [parseDecimal(target.value), numberIn(text, target.unit)]
  if (!goal || !value || goal.of <= 0n) return null
  const share = over(value, goal)
  return share && compareRatios(share, percent(rules.goal.excess)) > 0 ? share : null
}

/** What goes into the composite: a rate, with the indicator's weight in hundredths (null: none given). */
export type Weighed = { completion: Completion; weight: number | null }

/**
 * 目标综合完成率: Σ(weight × min(1, rate)) ÷ Σ weight over the indicators that can be computed; null where none can. Without
 * any weight all count the same.
 */
export function compositeOf(list: readonly Weighed[]): Ratio | null {
  const known = list.flatMap(({ completion, weight }) =>
    completion.rate === null ? [] : [{ rate: smaller(whole, completion.rate), weight: weight ?? 0 }],
  )
  const isWeighed = known.some(({ weight }) => weight > 0)
  let [sum, weights]: [Ratio, bigint] = [none, 0n]
  for (const { rate, weight } of known) {
    const counts = BigInt(isWeighed ? Math.max(0, weight) : 1)
    sum = { of: sum.of * rate.to + counts * rate.of * sum.to, to: sum.to * rate.to }
    weights += counts
  }
  return weights === 0n ? null : over(sum, { of: weights, to: 1n })
}
