import type { Table } from 'dexie'
import type { YearBook } from '#domain/year-book'
import { db } from './database.ts'
import { keepLines, keptLines } from './line-cache.ts'
import { type End, endOf, entriesBetween } from './trail-span.ts'

/** A list whose lines follow each from one record of a table and from the rules of its book. */
export type LineList<Kept extends { id: string; bookId: string }, Line extends { id: string }> = {
  table: 'monitorings' | 'selfEvaluations'
  /** An index that begins with the book and ends with the id, and the key of a record in it. */
  index: string
  keyOf: (record: Kept) => readonly string[]
  /** What lines follow from beside their records, as a text: another one, other lines. */
  baseOf: (book: YearBook) => string
  lineOf: (record: Kept, book: YearBook) => Line
}

/** A list of a book as it stands in memory; one for each list is enough. */
type Known<Line> = { bookId: string; base: string; end: End; lines: Map<string, Line>; behind: number }

/** Records are read so many at a time: in between the window draws. */
const slice = 150
/** Entries that a kept list may lag behind before it is kept again: following them costs less than writing all of it. */
const mostBehind = 50
const keepingDelay = 1000

/** Packages bring records past the trail: they say so by themselves, and everything is read again. */
const unnamed: ReadonlySet<string> = new Set(['packages', 'packageChanges'])

/**
 * The lines of a list in a book, in the order of the index. Worked out once and then followed along the trail, so that a
 * page that lists tens of thousands of records reads none of them. In a live query it watches the end of the trail alone.
 */
export function linesIn<Kept extends { id: string; bookId: string }, Line extends { id: string }>(
  list: LineList<Kept, Line>,
): (book: YearBook) => Promise<readonly Line[]> {
  let known: Known<Line> | null = null
  let given: { from: Known<Line>; lines: readonly Line[] } | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const table: Table<Kept, string> = db.table(list.table)

  async function refreshed(book: YearBook, end: End): Promise<readonly Line[]> {
    const base = list.baseOf(book)
    const id = `${list.table} ${book.id}`
    const here = known?.bookId === book.id && known.base === base ? known : await kept(id, base, book)
    known = (here && (await followed(here, book, end))) ?? (await whole(book, base, end))
    if (known.behind > mostBehind) keepLater(id, known)
    if (given?.from !== known) given = { from: known, lines: [...known.lines.values()] }
    return given.lines
  }

  async function kept(id: string, base: string, book: YearBook): Promise<Known<Line> | null> {
    const found = await keptLines<Line>(id, base)
    const lines = found && new Map(found.lines.map((line) => [line.id, line]))
    return found && lines && { bookId: book.id, base, end: found.end, lines, behind: 0 }
  }

  /** With what the trail says was written since; null where it does not say it. */
  async function followed(from: Known<Line>, book: YearBook, end: End): Promise<Known<Line> | null> {
    if (from.end?.hash === end?.hash) return from
    const changes = (await entriesBetween(book.id, from.end, end))?.flatMap((entry) => entry.changes)
    if (!changes || changes.some((change) => unnamed.has(change.table))) return null
    const behind = from.behind + (end?.number ?? 0) - (from.end?.number ?? 0)
    const ids = [...new Set(changes.flatMap((each) => (each.table === list.table ? each.id : [])))]
    if (ids.length === 0) return Object.assign(from, { end, behind })
    const lines = new Map(from.lines)
    for (const [at, record] of (await table.bulkGet(ids)).entries()) {
      if (record?.bookId === book.id) lines.set(record.id, list.lineOf(record, book))
      else lines.delete(ids[at] ?? '')
    }
    return { ...from, end, lines, behind }
  }

  async function whole(book: YearBook, base: string, end: End): Promise<Known<Line>> {
    const lines = new Map<string, Line>()
    let last: readonly string[] = [book.id]
    for (;;) {
      const records = await table
        .where(list.index)
        .between(last, [book.id, []], lines.size === 0, true)
        .limit(slice)
        .toArray()
      for (const record of records) lines.set(record.id, list.lineOf(record, book))
      const end = records.at(-1)
      if (records.length < slice || !end) break
      last = list.keyOf(end)
    }
    return { bookId: book.id, base, end, lines, behind: Number.POSITIVE_INFINITY }
  }

  function keepLater(id: string, from: Known<Line>): void {
    from.behind = 0
    const { bookId, base, end } = from
    const lines = [...from.lines.values()]
    const keep = async () =>
      keepLines({ id, bookId, base, end }, lines, await db.books.toCollection().primaryKeys())
    setTimeout(
      () => keep().catch((error: unknown) => console.warn('lines could not be kept', error)),
      keepingDelay,
    )
  }

  return async (book) => {
    const head = await db.auditHeads.get(book.id)
    // One after another, and outside of a live query: it would copy and watch every record that is read.
    const mine = turn.then(() => outside(() => refreshed(book, endOf(head))))
    turn = mine.catch(() => null)
    return mine
  }
}

/** Runs outside of a live query, which would copy and watch whatever is read. */
export function outside<Value>(work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    setTimeout(() => work().then(resolve, reject))
  })
}
