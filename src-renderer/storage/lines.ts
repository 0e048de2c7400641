import type { YearBook } from '#domain/year-book'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { keepLines, keptLines } from './line-cache.ts'
import type { RowReading } from './line-reading.ts'
import { type End, endOf, entriesBetween } from './trail-span.ts'
import type { WritableTable } from './write.ts'

/** A list whose lines follow each from one record of a table and from the rules of its book. */
export type LineList<Row extends { id: string; bookId: string }, Line extends { id: string }> = {
  /** As the trail names it. */
  table: WritableTable
  /** Where a table has more than one list: by what this one is kept. */
  name?: string
  reading: RowReading<Row>
  /** What lines follow from beside their records, as a text: another one, other lines. */
  baseOf: (book: YearBook) => string
  /** Null for a record that the list leaves out. */
  lineOf: (row: Row, book: YearBook) => Line | null
  /** Where lines are nothing but these texts, all of them are kept in one piece, however few, and read at once. */
  texts?: readonly (keyof Line & string)[]
  /** By what lines stand one after the other; by their ids where it is not said. */
  orderOf?: (line: Line) => string
}

/**
 * `onDisk` is the number of the entry up to which they are kept for the next start, 0 where they are not; so many records
 * `changed` since.
 */
type Known<Line> = {
  book: YearBook
  base: string
  end: End
  lines: readonly Line[]
  byId: ReadonlyMap<string, Line>
  onDisk: number
  changed: number
}

/** The open book and those of the years beside it. */
const mostBooks = 3
/** Fewer are read anew as quickly. */
const worthKeeping = 500
/** So far behind, what is kept is written anew; nearer, the trail is followed at the next start. */
const farBehind = { entries: 50, records: 200 }
/** By then whoever asked has drawn what was read. */
const keepingDelay = 2000

/** Where these changed, more may have than the trail names: a book's rules, what came with a package. */
const beyondTheTrail: ReadonlySet<string> = new Set<WritableTable>(['books', 'packages', 'packageChanges'])

/** Records written without an entry of the trail (findings worked out anew), by table, since each list looked last. */
const unnamed = new Map<string, Set<Set<string>>>()

/** Tells the lists of a table that records changed of which the trail says nothing. */
export function changedUnnamed(table: WritableTable, ids: readonly string[]): void {
  for (const waiting of unnamed.get(table) ?? []) for (const id of ids) waiting.add(id)
}

/**
 * The lines of a list in a book, in their order. Read whole once and then followed along the trail, so that a page that lists
 * tens of thousands of records reads what changed since; the same array while nothing did. In a live query it watches the
 * end of the trail alone.
 */
export function linesIn<Row extends { id: string; bookId: string }, Line extends { id: string }>(
  list: LineList<Row, Line>,
): (bookId: string) => Promise<readonly Line[]> {
  const books = new Map<string, Known<Line>>()
  const waiting = new Set<string>()
  const { reading } = list
  const orderOf = list.orderOf ?? (({ id }) => id)
  let turn: Promise<unknown> = Promise.resolve()
  unnamed.set(list.table, (unnamed.get(list.table) ?? new Set()).add(waiting))

  async function current(bookId: string): Promise<readonly Line[]> {
    const book = await bookById(bookId)
    if (!book) return []
    const end = endOf(await db.auditHeads.get(bookId))
    const base = list.baseOf(book)
    await takeUnnamed()
    const there = books.get(bookId)
    const from = there?.base === base ? there : await kept(book, base, end)
    return hold((from && (await followed({ ...from, book }, end))) ?? (await whole(book, base, end))).lines
  }

  async function takeUnnamed(): Promise<void> {
    const ids = [...waiting]
    waiting.clear()
    for (const [bookId, known] of books) books.set(bookId, await taken(known, ids))
  }

  /** With what the trail says was written since; null where it does not say it. */
  async function followed(from: Known<Line>, end: End): Promise<Known<Line> | null> {
    // Without a trail nothing says what changed.
    if (!from.end || !end) return null
    if (from.end.number === end.number && from.end.hash === end.hash) return from
    const changes = (await entriesBetween(from.book.id, from.end, end))?.flatMap((entry) => entry.changes)
    if (!changes || changes.some((change) => beyondTheTrail.has(change.table))) return null
    const ids = new Set(changes.flatMap((change) => (change.table === list.table ? change.id : [])))
    return { ...(await taken(from, [...ids])), end }
  }

  /** With some of its records read again. */
  async function taken(from: Known<Line>, ids: readonly string[]): Promise<Known<Line>> {
    if (ids.length === 0) return from
    const byId = new Map(from.byId)
    const rows = await reading.some(ids)
    for (const [at, id] of ids.entries()) {
      const row = rows[at]
      const line = row?.bookId === from.book.id ? list.lineOf(row, from.book) : null
      if (line) byId.set(id, line)
      else byId.delete(id)
    }
    const lines = [...byId.values()]
    const next = { ...from, changed: from.changed + ids.length }
    // Ids follow the time, so what is new nearly always stands last already.
    if (isOrdered(lines, orderOf)) return { ...next, byId, lines }
    return { ...next, ...inOrder(lines) }
  }

  function inOrder(lines: readonly Line[]): Pick<Known<Line>, 'lines' | 'byId'> {
    const sorted = lines.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1))
    return { lines: sorted, byId: new Map(sorted.map((line) => [line.id, line])) }
  }

  async function whole(book: YearBook, base: string, end: End): Promise<Known<Line>> {
    const byId = new Map<string, Line>()
    await reading.each(book.id, (rows) => {
      for (const row of rows) {
        const line = list.lineOf(row, book)
        if (line) byId.set(row.id, line)
      }
    })
    return { book, base, end, byId, lines: [...byId.values()], onDisk: 0, changed: 0 }
  }

  async function kept(book: YearBook, base: string, end: End): Promise<Known<Line> | null> {
    if (!reading.count && !list.texts) return null
    const found = await keptLines<Line>(markOf(book.id), base)
    if (!found?.end) return null
    const { lines } = found
    // Records that came or went without the trail: what was kept is of another database.
    const isCounted = reading.count && found.end.number === end?.number
    if (isCounted && (await reading.count?.(book.id)) !== lines.length) return null
    const byId = new Map(lines.map((line) => [line.id, line]))
    return { book, base, end: found.end, lines, byId, onDisk: found.end.number, changed: 0 }
  }

  function hold(known: Known<Line>): Known<Line> {
    const bookId = known.book.id
    const number = known.end?.number ?? 0
    const isNear = number - known.onDisk < farBehind.entries && known.changed < farBehind.records
    const isKept = known.onDisk > 0 && isNear
    const isWorth = list.texts !== undefined || (reading.count && known.lines.length >= worthKeeping)
    const next = isKept || !isWorth || number === 0 ? known : { ...known, onDisk: number, changed: 0 }
    if (next !== known) keepLater(next)
    books.delete(bookId)
    books.set(bookId, next)
    const [oldest] = books.keys()
    if (books.size > mostBooks && oldest !== undefined) books.delete(oldest)
    return next
  }

  function keepLater({ book, base, end, lines }: Known<Line>): void {
    const mark = { id: markOf(book.id), bookId: book.id, base, end }
    setTimeout(() => keepLines(mark, lines, list.texts), keepingDelay)
  }

  function markOf(bookId: string): string {
    return `${list.name ?? list.table} ${bookId}`
  }

  return async (bookId) => {
    // What a live query watches.
    await db.auditHeads.get(bookId)
    // One after the other: two that read at once would each read everything.
    const mine = turn.then(() => outside(() => current(bookId)))
    turn = mine.catch(() => null)
    return mine
  }
}

function isOrdered<Line>(lines: readonly Line[], orderOf: (line: Line) => string): boolean {
  return lines.every((line, at) => {
    const before = lines[at - 1]
    return before === undefined || orderOf(before) < orderOf(line)
  })
}

/** Runs outside of a live query, which would copy and watch whatever is read. */
export function outside<Value>(work: () => Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    setTimeout(() => work().then(resolve, reject))
  })
}
