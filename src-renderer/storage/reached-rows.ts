import { type Actor, isLimited } from '#domain/people/duties'
import { sectionsOf, unitsOf } from './base-data.ts'
import { goalLines } from './goal-lines.ts'
import { reachedUnits } from './reach.ts'
import type { GoalRow } from './records.ts'

/** Light rows of the goals that a duty reaches, out of memory: what was written since the last time is read. */
export async function reachedRows(bookId: string, by: Actor): Promise<readonly GoalRow[]> {
  const rows = await goalLines(bookId)
  if (!isLimited(by)) return rows
  const [units, sections] = await Promise.all([unitsOf(bookId), sectionsOf(bookId)])
  const reached = reachedUnits(by, units, sections)
  return rows.filter(({ unitId }) => reached === null || reached.has(unitId))
}
