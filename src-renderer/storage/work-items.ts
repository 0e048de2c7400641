import type { WorkItem } from '#domain/supervision/work-item'
import { db } from './database.ts'

/** The yearly plan of a book, in the order its items were made. */
export function workItemsOf(bookId: string): Promise<WorkItem[]> {
  return db.workItems.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function workItemById(id: string): Promise<WorkItem | null> {
  return (await db.workItems.get(id)) ?? null
}
