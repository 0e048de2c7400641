import { db } from './database.ts'
import { keepRows, keptRows } from './followed-cache.ts'
import type { Pause } from './slices.ts'
import { type End, endOf, entriesBetween } from './trail-span.ts'
import type { WritableTable } from './write.ts'

/** What is kept in memory of the records of a book's table, by id. */
export type Rows<Row> = ReadonlyMap<string, Row>
/** `onDisk` is the end of the trail up to which they are kept for the next start. */
type Kept<Row> = { end: End; rows: Map<string, Row>; onDisk: End }

/** The open book and those of the years beside it. */
const mostBooks = 3

/** Where these changed, more may have than the trail names: a book's rules, what came with a package. */
const beyondTheTrail: ReadonlySet<string> = new Set<WritableTable>(['books', 'packages', 'packageChanges'])

/** Records written without an entry of the trail (findings worked out anew), by table, since each follower looked last. */
const unnamed = new Map<string, Set<Set<string>>>()

/** Tells the followers of a table that records changed of which the trail says nothing. */
export function changedUnnamed(table: WritableTable, ids: readonly string[]): void {
  for (const waiting of unnamed.get(table) ?? []) for (const id of ids) waiting.add(id)
}

/** How a table is read: all of a book, piece by piece, and some by their ids. */
export type Reading<Row> = {
  table: WritableTable
  each: (bookId: string, pause: Pause, take: (rows: readonly Row[]) => void) => Promise<void>
  some: (ids: readonly string[]) => Promise<readonly Row[]>
  /**
   * Where reading all takes long: what was read is kept for the next start. `shape` is raised with every change of what is
   * taken of a record; `count` tells whether what was kept is still all there is.
   */
  keeps?: { shape: number; count: (bookId: string) => Promise<number> }
}

/** Fewer are read anew as quickly. */
const worthKeeping = 2000
/** So far behind, what is kept is written anew; nearer, the trail is followed at the next start. */
const farBehind = 50
/** By then whoever asked has drawn what was read. */
const keepingDelay = 2000

/**
 * A table of a book that is read whole once and from then on follows the trail: a list over tens of thousands of records
 * costs reading what changed since. Whoever asks gets the same map, which later writes change; nobody else may.
 */
export function followed<Row extends { id: string; bookId: string }>(
  reading: Reading<Row>,
): (bookId: string, pause: Pause) => Promise<Rows<Row>> {
  const books = new Map<string, Kept<Row>>()
  let working: Promise<unknown> = Promise.resolve()
  const waiting = new Set<string>()
  unnamed.set(reading.table, (unnamed.get(reading.table) ?? new Set()).add(waiting))

  function keep(bookId: string, kept: Kept<Row>): Rows<Row> {
    books.delete(bookId)
    books.set(bookId, kept)
    const [oldest] = books.keys()
    if (books.size > mostBooks && oldest !== undefined) books.delete(oldest)
    keepLater(bookId)
    return kept.rows
  }

  async function fromDisk(bookId: string, pause: Pause): Promise<Kept<Row> | undefined> {
    if (!reading.keeps) return undefined
    const { shape, count } = reading.keeps
    const found = await keptRows<Row>(reading.table, bookId, shape, pause)
    if (!found) return undefined
    const rows = new Map(found.rows.map((row) => [row.id, row]))
    const kept = { end: found.end, onDisk: found.end, rows }
    const end = endOf(await db.auditHeads.get(bookId))
    // Rows that came or went without the trail: what was kept is of another database.
    const isSame = end?.number !== found.end?.number || (await count(bookId)) === rows.size
    return isSame ? kept : undefined
  }

  function keepLater(bookId: string): void {
    const kept = books.get(bookId)
    if (!reading.keeps || !kept?.end || kept.rows.size < worthKeeping) return
    if (kept.onDisk && kept.end.number - kept.onDisk.number < farBehind) return
    books.set(bookId, { ...kept, onDisk: kept.end })
    const { shape } = reading.keeps
    const rows = [...kept.rows.values()]
    setTimeout(() => {
      keepRows(reading.table, bookId, { shape, end: kept.end, rows }).catch((error: unknown) =>
        console.warn('rows could not be kept', error),
      )
    }, keepingDelay)
  }

  async function bringUp(bookId: string, pause: Pause): Promise<Rows<Row>> {
    const end = endOf(await db.auditHeads.get(bookId))
    if (waiting.size > 0) {
      const ids = new Set(waiting)
      waiting.clear()
      for (const [each, { rows }] of books) await takeOver(each, rows, ids)
    }
    const kept = books.get(bookId) ?? (await fromDisk(bookId, pause))
    // Without a trail nothing says what changed.
    const ids = kept?.end ? await changedIds(reading.table, bookId, kept.end, end) : null
    if (kept && ids) {
      await takeOver(bookId, kept.rows, ids)
      return keep(bookId, { ...kept, end })
    }
    const rows = new Map<string, Row>()
    await reading.each(bookId, pause, (some) => {
      for (const row of some) rows.set(row.id, row)
    })
    return keep(bookId, { end, rows, onDisk: null })
  }

  async function takeOver(bookId: string, rows: Map<string, Row>, ids: ReadonlySet<string>): Promise<void> {
    if (ids.size === 0) return
    const fresh = new Map((await reading.some([...ids])).map((row) => [row.id, row]))
    for (const id of ids) {
      const row = fresh.get(id)
      if (row?.bookId === bookId) rows.set(id, row)
      else rows.delete(id)
    }
  }

  // One after the other: two that read at once would each read everything.
  return (bookId, pause) => {
    const result = working.then(() => bringUp(bookId, pause))
    working = result.catch(() => null)
    return result
  }
}

async function changedIds(table: string, bookId: string, from: End, to: End): Promise<Set<string> | null> {
  if (from?.number === to?.number && from?.hash === to?.hash) return new Set()
  const changes = (await entriesBetween(bookId, from, to))?.flatMap((entry) => entry.changes)
  if (!changes || changes.some((change) => beyondTheTrail.has(change.table))) return null
  return new Set(changes.flatMap((change) => (change.table === table ? change.id : [])))
}
