import type { Permission } from '#domain/people/permissions'
import { db } from './database.ts'
import { gradeObstacle } from './goal-gate.ts'
import { type GoalRow, goalsByIds } from './goals.ts'

type Row = Pick<GoalRow, 'id' | 'revision'>

const versionOf = ({ id, revision }: Row) => `${id} ${revision}`

/**
 * The rows whose grade does not keep them from a step: 重点项目 need one. `known` keeps which version of a goal is of them, so
 * that each is read once, however often the queue changes.
 */
export async function passableRows<Each extends Row>(
  rows: readonly Each[],
  step: Permission,
  known: Map<string, boolean>,
): Promise<Each[]> {
  if (gradeObstacle(step, { importance: 'key', grade: '' }) === null) return [...rows]
  const unread = rows.filter((row) => !known.has(versionOf(row)))
  for (const goal of await goalsByIds(unread.map(({ id }) => id)))
    known.set(versionOf(goal), goal.importance === 'key')
  const asked = rows.filter((row) => known.get(versionOf(row))).map(({ id }) => id)
  const reviews = await db.reviews.bulkGet(asked)
  const kept = new Set(
    asked.filter((_id, at) => {
      const grade = reviews[at]?.sheet.grade ?? ''
      return gradeObstacle(step, { importance: 'key', grade }) !== null
    }),
  )
  return rows.filter(({ id }) => !kept.has(id))
}
