import type { Table } from 'dexie'
import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import { bookUse, isOpenIn } from '#domain/people/book-use'
import { isLimited } from '#domain/people/duties'
import { dutyMay, type Permission, permissions } from '#domain/people/permissions'
import { changeOf, type Named } from './audit-change.ts'
import { hashOf, noHash } from './audit-hash.ts'
import { db } from './database.ts'
import { rowOf } from './goal-row.ts'
import { changedUnnamed } from './lines.ts'
import { assertReach, reachTables } from './reach.ts'
import type { AuditEntry, RecordChange } from './records.ts'
import type { Stamp } from './stamp.ts'
import type { Records } from './written-records.ts'

/** Tables that actions change; rows of the ledger and the trail follow by themselves. */
export type WritableTable = keyof Records

export type Writer = {
  /** Adds or replaces records and notes what changed from what to what. */
  put: <Name extends WritableTable>(table: Name, records: readonly Records[Name][]) => Promise<void>
  /** Removes records; the trail keeps them whole. */
  remove: (table: WritableTable, ids: readonly string[]) => Promise<void>
  /**
   * As `put` and `remove` for the many rows of an import: the import's own record, written beside them, keeps which were
   * added and what the others were before, and stands for them in the trail.
   */
  putListed: <Name extends WritableTable>(
    table: Name,
    records: readonly Records[Name][],
    /** Makes a record ready, some at a time while those before are being written. */
    ready?: (record: Records[Name]) => Records[Name],
  ) => Promise<void>
  removeListed: (table: WritableTable, ids: readonly string[]) => Promise<void>
  /** Replaces records whose derived fields alone changed (findings under another rule pack): not in the trail. */
  refresh: <Name extends WritableTable>(table: Name, records: readonly Records[Name][]) => Promise<void>
  /** The summary of the entry, where it is known only after reading. */
  say: (summary: string) => void
  /** Id of the entry being written. */
  entryId: string
}

/** `action` is the row of the duty table under which the write is made; `bookId` '' is the trail of this machine. */
export type Entry = { action: Permission; bookId: string; summary: string }

/**
 * The one place of writes: one transaction, together with its entry in the audit trail. Inside `work` only database
 * calls may be awaited. Whatever throws takes everything back, the entry too; nothing changed writes no entry. Throws
 * `book-read-only` for a copy of another machine's book, `year-closed` for what is of a closed year, `not-permitted` where the
 * duty table does not give the action to the actor's duty, `out-of-reach` for a record of a unit that the duty does not reach:
 * no page can forget to ask.
 */
export async function write<T>(
  stamp: Stamp,
  entry: Entry,
  tables: readonly WritableTable[],
  work: (writer: Writer) => Promise<T>,
): Promise<T> {
  const { actor } = stamp
  if (!dutyMay(actor.duty, entry.action)) throw new AppError('not-permitted')
  const touched = new Set<string>([...tables, 'books', 'audit', 'auditHeads'])
  if (tables.includes('goals')) touched.add('goalRows')
  if (isLimited(actor)) for (const table of reachTables) touched.add(table)
  const entryId = stamp.nextId()
  try {
    return await db.transaction('rw', [...touched], async () => {
      await assertWritable(entry)
      const changes: RecordChange[] = []
      let summary = entry.summary
      const result = await work({
        entryId,
        put: async (table, records) => {
          for (let at = 0; at < records.length; at += partSize) {
            const part = records.slice(at, at + partSize)
            const before = await tableOf(table).bulkGet(part.map((record) => record.id))
            await assertReach(actor, table, [...before.filter((record) => record !== undefined), ...part])
            changes.push(
              ...part.flatMap((record, index) => changeOf(table, before[index] ?? null, record) ?? []),
            )
            await keep(table, part)
          }
        },
        remove: async (table, ids) => {
          const before = await tableOf(table).bulkGet([...ids])
          await assertReach(
            actor,
            table,
            before.filter((record) => record !== undefined),
          )
          changes.push(...before.flatMap((record) => (record ? (changeOf(table, record, null) ?? []) : [])))
          await tableOf(table).bulkDelete([...ids])
          if (table === 'goals') await db.goalRows.bulkDelete([...ids])
        },
        putListed: async (table, records, ready) => {
          await assertReach(actor, table, records)
          await keep(table, records, ready)
        },
        removeListed: async (table, ids) => {
          if (isLimited(actor))
            await assertReach(actor, table, (await tableOf(table).bulkGet([...ids])).filter(isThere))
          await tableOf(table).bulkDelete([...ids])
        },
        refresh: async (table, records) => {
          await keep(table, records)
          changedUnnamed(
            table,
            records.map(({ id }) => id),
          )
          await wakeFollowers(entry.bookId)
        },
        say: (text) => {
          summary = text
        },
      })
      if (changes.length > 0) await append(stamp, { ...entry, summary }, entryId, changes)
      return result
    })
  } catch (error) {
    throw coded(error)
  }
}

/**
 * An entry without a change of records: what went out of this machine, or was set on it. Throws `not-permitted` as `write`
 * does.
 */
export async function note(stamp: Stamp, entry: Entry): Promise<void> {
  if (!dutyMay(stamp.actor.duty, entry.action)) throw new AppError('not-permitted')
  try {
    const id = stamp.nextId()
    await db.transaction('rw', [db.books, db.audit, db.auditHeads], async () => {
      // The trail of a copy is another machine's: what is done with it here stands in our own.
      const isCopy = (await db.books.get(entry.bookId))?.readOnly !== undefined
      await append(stamp, isCopy ? { ...entry, bookId: '' } : entry, id, [])
    })
  } catch (error) {
    throw coded(error)
  }
}

/** Who watches the end of the trail, as lists do, looks again: written anew as it is. */
async function wakeFollowers(bookId: string): Promise<void> {
  const head = await db.auditHeads.get(bookId)
  if (head) await db.auditHeads.put(head)
}

/** The only writes in a book that was collected from another bureau: what comes with its packages. */
const ofPackages: ReadonlySet<Permission> = new Set(['apply-package', 'undo-package'])

/**
 * A copy of another machine's book, and one that its bureau reports to this, are only read; in a closed year stands what is of
 * the year, and on an expert's machine the one sheet is written.
 */
async function assertWritable({ bookId, action }: Entry): Promise<void> {
  const book = bookId === '' ? undefined : await db.books.get(bookId)
  if (!book) return
  if (book.readOnly) throw new AppError('book-read-only')
  if (book.collected) {
    if (!ofPackages.has(action)) throw new AppError('book-collected')
    return
  }
  const use = bookUse(book)
  if (isOpenIn(use, action, permissions[action].area)) return
  throw new AppError(use === 'closed' ? 'year-closed' : 'not-allowed')
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}

function tableOf(table: WritableTable): Table<Named, string> {
  return db.table(table)
}

/** Compared with what was there and written as one, so many would be felt in the window. */
const partSize = 100
/** So many of such parts are under way at a time: the database is never without work while the next are made ready. */
const lanes = 2

async function keep<Name extends WritableTable>(
  table: Name,
  records: readonly Records[Name][],
  ready?: (record: Records[Name]) => Records[Name],
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < records.length) {
      const part = records.slice(next, next + partSize)
      next += partSize
      await keepPart(table, ready ? part.map(ready) : part)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

async function keepPart<Name extends WritableTable>(
  table: Name,
  records: readonly Records[Name][],
): Promise<void> {
  if (records.length === 0) return
  const kept = db.table(table).bulkPut([...records])
  if (table !== 'goals') return void (await kept)
  const goals = records as readonly Goal[] // `Name` is 'goals' here
  await Promise.all([kept, db.goalRows.bulkPut(goals.map(rowOf))])
}

/** Adds an entry to the end of its chain, inside a transaction over `audit` and `auditHeads`. */
export async function append(stamp: Stamp, entry: Entry, id: string, changes: RecordChange[]): Promise<void> {
  const head = await db.auditHeads.get(entry.bookId)
  const unsealed: Omit<AuditEntry, 'hash'> = {
    id,
    bookId: entry.bookId,
    number: (head?.number ?? 0) + 1,
    at: stamp.at,
    by: stamp.by,
    duty: stamp.actor.duty,
    action: entry.action,
    summary: entry.summary,
    subjectIds: [...new Set(changes.map((change) => change.id))],
    changes,
    algorithm: 'sm3',
    previousHash: head?.hash ?? noHash,
  }
  const hash = hashOf(unsealed)
  await db.audit.add({ ...unsealed, hash })
  await db.auditHeads.put({
    bookId: entry.bookId,
    number: unsealed.number,
    hash,
  })
}

/** A refused write by its code: full disk and closed database are failures of the outside world. */
export function coded(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error
  const inner = 'inner' in error && error.inner instanceof Error ? error.inner.name : ''
  const names = [error.name, inner]
  if (names.includes('QuotaExceededError')) return new AppError('storage-full', { cause: error })
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) {
    return new AppError('database-unavailable', { cause: error })
  }
  return error
}
