import { type Disclosure, emptyDisclosure } from '#domain/disclosures/disclosure'
import type { DisclosureRow } from '#domain/disclosures/standing'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { type DisclosureWorld, disclosureWorld } from './disclosures.ts'
import { localDay } from './local-day.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'
import { type Entry, write } from './write.ts'

/** A thing as the person saw it: revision 0 where it had no record yet. */
export type SeenDisclosure = { objectId: string; seenRevision: number }

type ChosenDisclosures = { book: YearBook; world: DisclosureWorld; rows: DisclosureRow[] }

/** The chosen things of a book as they stand; throws `not-found` where one of them is not to be published any more. */
async function chosenDisclosures(
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
async function keptDisclosures(
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

/** What an entry of the trail calls the chosen: by name where it is one, else their number. */
function namedDisclosures(rows: readonly Pick<DisclosureRow, 'name'>[]): string {
  return rows.length === 1 ? (rows[0]?.name ?? '') : `${rows.length} 项信息`
}

/** Whether the thing is the bureau's to publish, and a unit would say it. */
export function isOthers(by: Actor, { rule }: DisclosureRow): boolean {
  return by.duty === 'unit' && rule.owner === 'bureau'
}

type Change = (thing: {
  row: DisclosureRow
  record: Disclosure
  world: DisclosureWorld
}) => Partial<Disclosure>

/**
 * Writes the chosen things as they were seen, all or none, each with its change; `said` is the verb of the entry, before what
 * they are called. Throws `not-found`, `changed-meanwhile`, and what `change` throws.
 */
export async function changeDisclosures(
  stamp: Stamp,
  bookId: string,
  seen: readonly SeenDisclosure[],
  { action, said, note = '' }: { action: Permission; said: string; note?: string },
  change: Change,
): Promise<Disclosure[]> {
  const chosen = await chosenDisclosures(bookId, seen, stamp)
  const entry: Entry = { action, bookId, summary: `${said}：${namedDisclosures(chosen.rows)}${note}` }
  return write(stamp, entry, ['disclosures'], async (writer) => {
    const after = (await keptDisclosures(chosen, seen, stamp)).map(({ row, record }) => ({
      ...record,
      ...change({ row, record, world: chosen.world }),
      ...changed(stamp, record),
    }))
    await writer.put('disclosures', after)
    return after
  })
}
