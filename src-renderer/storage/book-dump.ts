import { AppError } from '#domain/errors'
import type { YearBook } from '#domain/year-book'
import { bookTables } from './book-tables.ts'
import { db, newestVersion } from './database.ts'
import type { Stamp } from './stamp.ts'
import { citedHashes, type DumpedTable, type StoreDump } from './store-dump.ts'
import { recordsIn } from './store-restore.ts'
import { append, coded, type Entry } from './write.ts'

const perStep = 200
const encoder = new TextEncoder()

/** One book with its trail, in one read transaction, as a dump of its own. */
export async function dumpBook(bookId: string): Promise<StoreDump> {
  return db.transaction('r', db.tables, async () => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const attachments = new Set<string>()
    const tables: DumpedTable[] = []
    let total = 0
    for (const { table, keysOf } of bookTables()) {
      const keys = (await keysOf(bookId)).toSorted()
      const dumped: DumpedTable = { name: table.name, count: keys.length, chunks: [] }
      for (let at = 0; at < keys.length; at += perStep) {
        const records = await table.bulkGet(keys.slice(at, at + perStep))
        const text = records.map((record) => `${JSON.stringify(record)}\n`).join('')
        if (table.name === 'goals')
          for (const record of records) if (typeof record?.total === 'number') total += record.total
        for (const hash of citedHashes(table.name, text)) attachments.add(hash)
        dumped.chunks.push(encoder.encode(text))
      }
      tables.push(dumped)
    }
    const head = await db.auditHeads.get(bookId)
    const goals = tables.find(({ name }) => name === 'goals')?.count ?? 0
    return {
      ...{ schemaVersion: newestVersion(), tables, heads: head ? [head] : [], accounts: 0, erasable: [] },
      books: [{ id: bookId, year: book.year, name: book.name, demo: book.demo, goals, total }],
      attachments: [...attachments].toSorted(),
    }
  })
}

/** How many goals of a book are 涉密. */
export function secretGoals(bookId: string): Promise<number> {
  return db.goals
    .where('[bookId+id]')
    .between([bookId], [bookId, []])
    .filter(({ secret }) => secret)
    .count()
}

/**
 * Puts a book of another machine beside our own ones, read-only, in one transaction with an entry in the machine's trail;
 * an earlier copy of the same book is replaced. Throws `book-known` where it is a book of our own.
 */
export async function addReadOnlyBook(
  lines: ReadonlyMap<string, readonly Uint8Array[]>,
  mark: NonNullable<YearBook['readOnly']>,
  entry: Entry,
  stamp: Stamp,
): Promise<YearBook> {
  const [found] = [...(lines.get('books') ?? [])].flatMap(recordsIn)
  const book = { ...(found as YearBook), readOnly: mark } // checked when the file was opened
  const entryId = stamp.nextId()
  try {
    await db.transaction('rw', db.tables, async () => {
      const known = await db.books.get(book.id)
      if (known && !known.readOnly) throw new AppError('book-known')
      for (const { table, keysOf } of bookTables()) {
        if (known) await table.bulkDelete(await keysOf(book.id))
        if (table.name === 'books') await db.books.add(book)
        else for (const block of lines.get(table.name) ?? []) await table.bulkAdd(recordsIn(block))
      }
      await append(stamp, entry, entryId, [])
    })
  } catch (error) {
    throw coded(error)
  }
  return book
}
