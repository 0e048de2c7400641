import type { Adjustment } from '#domain/adjustments/adjustment'
import { db } from './database.ts'

export async function adjustmentById(id: string): Promise<Adjustment | null> {
  return (await db.adjustments.get(id)) ?? null
}

/** The adjustments of a book, the latest first. */
export function adjustmentsIn(bookId: string): Promise<Adjustment[]> {
  return db.adjustments.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

/** The adjustments of a goal in their order. */
export async function adjustmentsOf(goalId: string): Promise<Adjustment[]> {
  const found = await db.adjustments.where('goalId').equals(goalId).toArray()
  return found.sort((left, right) => left.number - right.number)
}
