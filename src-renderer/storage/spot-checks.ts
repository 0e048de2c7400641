import type { SpotPick } from '#domain/spot-checks/pick'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { db } from './database.ts'

/** The checks of a book, in the order they were picked. */
export function spotChecksOf(bookId: string): Promise<SpotCheck[]> {
  return db.spotChecks.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function spotCheckById(id: string): Promise<SpotCheck | null> {
  return (await db.spotChecks.get(id)) ?? null
}

/** The checks of the ids, in their order; what no longer exists is left out. */
export async function spotChecksByIds(ids: readonly string[]): Promise<SpotCheck[]> {
  return (await db.spotChecks.bulkGet([...ids])).filter((each) => each !== undefined)
}

/** The picks of a book, newest first. */
export function spotPicksOf(bookId: string): Promise<SpotPick[]> {
  return db.spotPicks.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}
