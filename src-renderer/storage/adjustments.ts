import type { Adjustment } from '#domain/adjustments/adjustment'
import { goalAsAsked } from '#domain/adjustments/asked'
import type { Goal } from '#domain/goals/goal'
import { db } from './database.ts'

export async function adjustmentById(id: string): Promise<Adjustment | null> {
  return (await db.adjustments.get(id)) ?? null
}

/** The adjustments of a book, the latest first. */
export function adjustmentsIn(bookId: string): Promise<Adjustment[]> {
  return db.adjustments.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

/** Goals as an assessment has to see them (see goalAsAsked). */
export async function goalsAsAsked(
  goals: readonly Goal[],
  assessment: { id: string } | null,
): Promise<Goal[]> {
  const found = await db.adjustments
    .where('goalId')
    .anyOf(goals.map(({ id }) => id))
    .toArray()
  return goals.map((goal) => goalAsAsked(goal, found, assessment))
}

/** The adjustments of a goal in their order. */
export async function adjustmentsOf(goalId: string): Promise<Adjustment[]> {
  const found = await db.adjustments.where('goalId').equals(goalId).toArray()
  return found.sort((left, right) => left.number - right.number)
}
