import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { db } from './database.ts'

/** All self-evaluations of a book, in the order they were opened. */
export function selfEvaluationsOf(bookId: string): Promise<SelfEvaluation[]> {
  return db.selfEvaluations.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function selfEvaluationById(id: string): Promise<SelfEvaluation | null> {
  return (await db.selfEvaluations.get(id)) ?? null
}

/** The forms of the ids, in their order; what no longer exists is left out. */
export async function selfEvaluationsByIds(ids: readonly string[]): Promise<SelfEvaluation[]> {
  return (await db.selfEvaluations.bulkGet([...ids])).filter((each) => each !== undefined)
}

/** The self-evaluation of a goal; null where none was opened. */
export async function selfEvaluationOfGoal(goalId: string): Promise<SelfEvaluation | null> {
  return (await db.selfEvaluations.where('goalId').equals(goalId).first()) ?? null
}

/** How many self-evaluations each book has. */
export async function selfEvaluationCounts(bookIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await Promise.all(
    bookIds.map((id) => db.selfEvaluations.where('[bookId+id]').between([id], [id, []]).count()),
  )
  return new Map(bookIds.map((id, index) => [id, counts[index] ?? 0]))
}
