import type { Meeting } from '#domain/goals/meeting'
import { db } from './database.ts'

/** The meetings of a book, the latest first. */
export async function meetingsOf(bookId: string): Promise<Meeting[]> {
  return db.meetings.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

export async function meetingById(id: string): Promise<Meeting | null> {
  return (await db.meetings.get(id)) ?? null
}
