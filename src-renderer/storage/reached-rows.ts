import { type Actor, isLimited } from '#domain/people/duties'
import { sectionsOf, unitsOf } from './base-data.ts'
import { followedGoals } from './followed-tables.ts'
import { reachedUnits } from './reach.ts'
import type { GoalRow } from './records.ts'
import type { Pause } from './slices.ts'

/** Light rows of the goals that a duty reaches, out of memory: what was written since the last time is read. */
export async function reachedRows(bookId: string, by: Actor, pause: Pause): Promise<GoalRow[]> {
  const rows = await followedGoals(bookId, pause)
  if (!isLimited(by)) return [...rows.values()]
  const [units, sections] = await Promise.all([unitsOf(bookId), sectionsOf(bookId)])
  const reached = reachedUnits(by, units, sections)
  return [...rows.values()].filter(({ unitId }) => reached === null || reached.has(unitId))
}
