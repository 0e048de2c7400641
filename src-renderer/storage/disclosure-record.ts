import { type Disclosure, emptyDisclosure } from '#domain/disclosures/disclosure'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { AppError } from '#domain/errors'
import type { YearBook } from '#domain/year-book'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { type DisclosureWorld, disclosureWorld } from './disclosures.ts'
import { localDay } from './local-day.ts'
import type { Stamp } from './stamp.ts'

/** A thing as the person saw it: revision 0 where it had no record yet. */
export type SeenDisclosure = { objectId: string; seenRevision: number }

export type ChosenDisclosures = { book: YearBook; world: DisclosureWorld; rows: DisclosureRow[] }

/** The chosen things of a book as they stand; throws `not-found` where one of them is not to be published any more. */
export async function chosenDisclosures(
  bookId: string,
  seen: readonly SeenDisclosure[],
  stamp: Stamp,
): Promise<ChosenDisclosures> {
  const book = await bookById(bookId)
  if (!book || seen.length === 0) throw new AppError('not-found')
  const world = await disclosureWorld(book, localDay(stamp.at))
  const byId = new Map(world.rows.map((row) => [row.objectId, row]))
  const rows = seen.map(({ objectId }) => byId.get(objectId))
  if (rows.some((row) => row === undefined)) throw new AppError('not-found')
  return { book, world, rows: rows.filter((row) => row !== undefined) }
}

/**
 * The records of the things as they are kept now, a new one where there is none; to be called in the transaction. Throws
 * `changed-meanwhile` where one is at another revision than the one that was seen.
 */
export async function keptDisclosures(
  { book, rows }: ChosenDisclosures,
  seen: readonly SeenDisclosure[],
  stamp: Stamp,
): Promise<{ row: DisclosureRow; record: Disclosure }[]> {
  const stored = await db.disclosures
    .where('objectId')
    .anyOf(rows.map(({ objectId }) => objectId))
    .toArray()
  const byObject = new Map(stored.map((record) => [record.objectId, record]))
  return rows.map((row, index) => {
    const { objectId, item, goalId, unitId, name } = row
    const known = byObject.get(objectId)
    if ((known?.revision ?? 0) !== seen[index]?.seenRevision) throw new AppError('changed-meanwhile')
    const record =
      known ?? emptyDisclosure({ bookId: book.id, objectId, item, goalId, unitId, name }, stamp.nextId())
    return { row, record }
  })
}

/** The record with a change, one revision on. */
export function changedDisclosure(stamp: Stamp, record: Disclosure, change: Partial<Disclosure>): Disclosure {
  return { ...record, ...change, revision: record.revision + 1, changedAt: stamp.at, changedBy: stamp.by }
}

/** What an entry of the trail calls the chosen: by name where it is one, else their number. */
export function namedDisclosures(rows: readonly Pick<DisclosureRow, 'name'>[]): string {
  return rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length} 项信息`
}
