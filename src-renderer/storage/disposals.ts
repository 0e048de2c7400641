import type { Disposal } from '#domain/disposals/disposal'
import { db } from './database.ts'

/** All disposals of a book, in the order they were proposed. */
export function disposalsOf(bookId: string): Promise<Disposal[]> {
  return db.disposals.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function disposalById(id: string): Promise<Disposal | null> {
  return (await db.disposals.get(id)) ?? null
}

/** The disposals of the ids, in their order; what no longer exists is left out. */
export async function disposalsByIds(ids: readonly string[]): Promise<Disposal[]> {
  return (await db.disposals.bulkGet([...ids])).filter((each) => each !== undefined)
}

/** The disposals of a goal, the oldest first. */
export async function disposalsOfGoal(goalId: string): Promise<Disposal[]> {
  return (await db.disposals.where('goalId').equals(goalId).toArray()).toSorted((left, right) =>
    left.id < right.id ? -1 : 1,
  )
}
