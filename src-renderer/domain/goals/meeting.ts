import type { Day, Moment } from '../dates.ts'
import type { Grade } from '../grade.ts'
import type { GoalStatus } from './goal.ts'

/** What the meeting decided on one goal, as it fell. */
export type Decision = {
  goalId: string
  name: string
  unitName: string
  verb: string
  to: GoalStatus
  grade: Grade | ''
  opinion: string
  at: Moment
}

/** 集中会审 as a meeting, with what its minutes need. */
export type Meeting = {
  id: string
  bookId: string
  name: string
  heldOn: Day
  place: string
  chair: string
  attendees: string
  recorder: string
  decisions: Decision[]
  revision: number
}

/** How many goals a meeting decided, by the words of its minutes. */
export function decisionCounts(decisions: readonly Decision[]): { verb: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { verb } of decisions) counts.set(verb, (counts.get(verb) ?? 0) + 1)
  return [...counts].map(([verb, count]) => ({ verb, count }))
}
