import { addUp, type Fen, formatWanExact } from '../money.ts'
import type { Application } from './application.ts'
import { isDecided } from './flow.ts'
import { type ApplicationRules, type Cut, type Direction, type Measure, measureRule } from './rules.ts'

/** So many percent of a budget in 分, rounded half up to the 分. Exact. */
export function percentOf(budget: Fen, percent: number): Fen {
  return Number((BigInt(budget) * BigInt(percent) + 50n) / 100n)
}

/** The change that a share takes from a budget: below nothing; null where the budget is not known. */
export function changeBy(budget: Fen | null, percent: number): Fen | null {
  return budget === null || percent === 0 ? null : -percentOf(budget, percent)
}

/** Whether a cut lies within what the rule gives, both borders included, give or take the rounding to a 分. Exact. */
export function isWithin(change: Fen, budget: Fen, { least, most }: Pick<Cut, 'least' | 'most'>): boolean {
  const cut = -change
  return cut >= percentOf(budget, least) && cut <= percentOf(budget, most)
}

/** Which way several measures move the budget together: the gravest says it. */
export function directionOf(list: readonly Measure[], rules: Pick<ApplicationRules, 'measures'>): Direction {
  const found = list.map((measure) => measureRule(rules, measure)?.direction ?? 'none')
  return (['down', 'up', 'either'] as const).find((direction) => found.includes(direction)) ?? 'none'
}

export type Sums = {
  proposed: Fen
  decided: Fen
  done: Fen
  count: number
  decidedCount: number
  doneCount: number
}

/**
 * From result to money, added up to the 分: what is proposed, what of it was decided, what was really done. What was dropped
 * counts nowhere; what is not yet decided not as decided.
 */
export function sumsOf(
  applications: readonly Pick<
    Application,
    'state' | 'proposedChange' | 'decidedChange' | 'doneChange' | 'answeredOn'
  >[],
): Sums {
  const counted = applications.filter(({ state }) => state !== 'dropped')
  const decided = counted.filter(({ state }) => isDecided(state))
  const done = decided.filter(({ answeredOn }) => answeredOn !== '')
  return {
    proposed: addUp(counted.map(({ proposedChange }) => proposedChange)),
    decided: addUp(decided.map(({ decidedChange }) => decidedChange)),
    done: addUp(done.map(({ doneChange }) => doneChange)),
    count: counted.length,
    decidedCount: decided.length,
    doneCount: done.length,
  }
}

/** A change in words for a sentence: −52.00 万元; '' where none is said. */
export function changeText(change: Fen | null): string {
  if (change === null) return ''
  if (change === 0) return '金额不变'
  return `${change > 0 ? '+' : '−'}${formatWanExact(Math.abs(change))} 万元`
}

/** The budget after the change; null where one of them is not known. */
export function arranged({ budget }: Pick<Application, 'budget'>, change: Fen | null): Fen | null {
  return budget === null || change === null ? null : addUp([budget, change])
}
