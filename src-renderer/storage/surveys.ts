import type { Survey } from '#domain/evaluation/survey'
import { db } from './database.ts'

/** The questionnaires of a book, in the order they were made. */
export function surveysOf(bookId: string): Promise<Survey[]> {
  return db.surveys.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function surveyById(id: string): Promise<Survey | null> {
  return (await db.surveys.get(id)) ?? null
}
