import type { Moment } from '../dates.ts'
import type { Goal } from '../goals/goal.ts'
import { plainCode } from '../year-book.ts'
import type { Sourced } from '../year-rules.ts'
import { type CurveRules, shippedCurveRules, type TemplateId } from './curve-rules.ts'
import { isMonth, months } from './execution.ts'
import { type Share, whole } from './rate.ts'

/** 用款计划曲线 of a goal as kept; its id is the goal's. Goals without one follow the default of their type. */
export type Curve = {
  id: string
  bookId: string
  unitId: string
  name: string
  template: TemplateId | 'custom'
  /** Planned 支出 cumulative to the end of each month, January first, as shares of the adjusted budget. */
  points: Share[]
  /** Why it departs from the default; '' where nothing was said. */
  reason: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** The reference that a goal's 支出 is held against. */
export type Reference = {
  basis: 'time' | 'curve'
  template: TemplateId | 'custom' | 'time'
  name: string
  points: readonly Share[]
  /** Why this one: a rule, or that a person chose it. */
  reason: string
} & Pick<Sourced, 'clause' | 'mark'>

type Judged = Pick<Goal, 'kind' | 'name' | 'code'> & Partial<Pick<Goal, 'duration' | 'category'>>

/** 序时进度: the share of the year that has passed at the end of a month, rounded to the hundredth of a percent. */
export function timeShare(month: number): Share {
  if (!isMonth(month)) throw new RangeError('no month')
  return Math.floor((month * whole * 2 + 12) / 24)
}

/** 序时进度 of every month, January first. */
export const timePoints: readonly Share[] = months.map(timeShare)

/** The planned share at the end of a month. */
export function referenceShare(reference: Pick<Reference, 'points'>, month: number): Share {
  if (!isMonth(month)) throw new RangeError('no month')
  return reference.points[month - 1] ?? whole
}

export type CurveFault = 'count' | 'range' | 'falls' | 'end'

/** What is wrong with the points of a curve: twelve, from 0 to 100 %, never falling, all of it by December. */
export function curveFault(points: readonly number[]): { fault: CurveFault; month: number } | null {
  if (points.length !== 12) return { fault: 'count', month: 0 }
  const outside = points.findIndex((point) => !Number.isInteger(point) || point < 0 || point > whole)
  if (outside >= 0) return { fault: 'range', month: outside + 1 }
  const falling = points.findIndex((point, index) => point < (points[index - 1] ?? 0))
  if (falling >= 0) return { fault: 'falls', month: falling + 1 }
  return points[11] === whole ? null : { fault: 'end', month: 12 }
}

/**
 * Whether a goal stands for 基本支出 (人员类, 公用类 by the letter of its project code) or for a whole department or
 * government, which are held against 序时进度.
 *
 * @see 巴财〔2020〕38号 三（二）2: 基本支出以序时进度为参照
 */
function isBasic(goal: Judged, rules: CurveRules): boolean {
  if (rules.basic.kinds.includes(goal.kind)) return true
  const letter = /^\d{8}([A-Z])\d{12}$/.exec(plainCode(goal.code).toUpperCase())?.[1]
  return letter !== undefined && rules.basic.letters.includes(letter)
}

/**
 * What a goal's execution is held against: its own curve where one is kept, 序时进度 for 基本支出, else the template that
 * the first fitting rule names, with the reason.
 */
export function referenceOf(
  goal: Judged,
  curve: Pick<Curve, 'template' | 'points' | 'reason'> | null,
  rules: CurveRules = shippedCurveRules,
): Reference {
  if (curve && curveFault(curve.points) === null) {
    const name = curve.template === 'custom' ? '自定义' : rules.templates[curve.template].name
    const reason = curve.reason === '' ? '按本项目的用款计划' : curve.reason
    return { basis: 'curve', template: curve.template, name, points: curve.points, reason, ...rules.own }
  }
  if (isBasic(goal, rules)) {
    const { reason, clause, mark } = rules.basic
    return { basis: 'time', template: 'time', name: '序时进度', points: timePoints, reason, clause, mark }
  }
  const choice = rules.choices.find((each) => fits(goal, each))
  const { template, clause, mark, reason: why } = choice ?? rules.otherwise
  const { name, points } = rules.templates[template]
  const word = choice?.words.find((each) => goal.name.includes(each))
  const reason = word === undefined ? why : `名称含“${word}”：${why}`
  return { basis: 'curve', template, name, points, reason, clause, mark }
}

function fits(goal: Judged, choice: CurveRules['choices'][number]): boolean {
  if (choice.durations.length > 0 && !choice.durations.includes(goal.duration ?? '')) return false
  if (choice.categories.length > 0 && !choice.categories.includes(goal.category ?? '')) return false
  return choice.words.length === 0 || choice.words.some((word) => goal.name.includes(word))
}
