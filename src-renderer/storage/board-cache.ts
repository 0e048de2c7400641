import type { Table } from 'dexie'
import type { BoardIndex } from '#domain/dashboard/board-index'
import { type BoardSummary, summaryOf } from '#domain/dashboard/summary'
import type { BoardParts } from './board-parts.ts'
import type { BoardState } from './board-state.ts'
import { derived } from './derived.ts'
import { type PackedItems, packItems, unpackItems } from './packed-items.ts'
import { type PackedRows, packRows, unpackRows } from './packed-rows.ts'

/** A board with what it was made of. */
export type Made = { state: BoardState; index: BoardIndex; parts: BoardParts }

/** By book; the three of one book are written together. */
type KeptMark = { id: string; state: BoardState }
type KeptBoard = { id: string; key: string; index: Omit<BoardIndex, 'items'>; parts: number }
/** Its projects, so many to a part: read in one piece, those of a city would hold the window. */
type KeptItems = { id: string; key: string; items: PackedItems }
type KeptParts = Omit<BoardParts, 'rows' | 'former'> & {
  id: string
  state: BoardState
  rows: PackedRows
  former: PackedRows
}
/** The board in short, so small that the first page reads it at once. */
type KeptSummary = { id: string; key: string; summary: BoardSummary }

/**
 * The board of each book as it was last worked out. The index is read where nothing was written since, the parts where
 * something was, the marks alone tell what is there.
 */
const marks: Table<KeptMark, string> = derived.table('marks')
const boards: Table<KeptBoard | KeptItems, string> = derived.table('boards')
const boardParts: Table<KeptParts, string> = derived.table('parts')
const summaries: Table<KeptSummary, string> = derived.table('summaries')

/** Of each unit so many warnings: the first page shows no more of all. */
const warningsKept = 8

/** The board that was kept of this very state; null where there is none. */
export async function keptIndex(state: BoardState): Promise<BoardIndex | null> {
  const key = JSON.stringify(state)
  // One of another state is not worth the time of reading it.
  if (JSON.stringify(await keptState(state.bookId)) !== key) return null
  return read(async () => {
    const kept = await boards.get(state.bookId)
    if (kept?.key !== key || !('parts' in kept)) return null
    const items: BoardIndex['items'][number][] = []
    // All are asked for at once: while one is unpacked the next are on their way.
    const asked = Array.from({ length: kept.parts }, (_, part) => boards.get(partId(state.bookId, part)))
    for (const part of asked) {
      const found = await part
      // Another window is keeping it anew.
      if (found?.key !== key || !('items' in found)) return null
      items.push(...unpackItems(found.items))
    }
    return { ...kept.index, items }
  })
}

const partSize = 1000

function partId(bookId: string, part: number): string {
  return `${bookId} ${part}`
}

/** The board of a book in short, as last worked out, and of which state; null where there is none. */
export function keptSummary(bookId: string): Promise<KeptSummary | null> {
  return read(async () => (await summaries.get(bookId)) ?? null)
}

/** What the kept board of a book was made of, and of which state; null where there is none. */
export async function keptParts(bookId: string): Promise<Omit<Made, 'index'> | null> {
  const kept = await read(() => boardParts.get(bookId))
  if (!kept) return null
  const { goals, forms, disposals, state } = kept
  return {
    state,
    parts: { goals, forms, disposals, rows: unpackRows(kept.rows), former: unpackRows(kept.former) },
  }
}

/** The state of the kept board of a book; null where there is none. */
export async function keptState(bookId: string): Promise<BoardState | null> {
  return (await read(() => marks.get(bookId)))?.state ?? null
}

/** What cannot be read is made anew. */
async function read<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    console.warn('the kept board could not be read', error)
    return null
  }
}

/**
 * Keeps a board for the next start, and forgets those of other books than there are; false where it could not. A full
 * disk, or a database that was closed meanwhile, costs the time of working it out again, nothing else.
 */
export async function keepBoard(
  { state, index, parts }: Made,
  bookIdsNow: () => Promise<readonly string[]>,
): Promise<boolean> {
  const { bookId: id, lastId } = state
  const rows = { rows: packRows(id, parts.rows), former: packRows(lastId, parts.former) }
  const tables = [marks, boards, boardParts, summaries]
  try {
    const bookIds = await bookIdsNow()
    await derived.transaction('rw', tables, async () => {
      for (const table of tables)
        await table.bulkDelete(goneOf(await table.toCollection().primaryKeys(), id, bookIds))
      await marks.put({ id, state })
      const key = JSON.stringify(state)
      const { items, ...rest } = index
      const count = Math.ceil(items.length / partSize)
      for (let part = 0; part < count; part++)
        await boards.put({
          ...{ id: partId(id, part), key },
          items: packItems(items.slice(part * partSize, (part + 1) * partSize)),
        })
      await boards.put({ id, key, index: rest, parts: count })
      await summaries.put({ id, key, summary: summaryOf(index, warningsKept) })
      await boardParts.put({ ...parts, ...rows, id, state })
    })
    return true
  } catch (error) {
    console.warn('the board could not be kept', error)
    return false
  }
}

/** The keys of books that are gone, and of the parts of the one that is kept anew. */
function goneOf(keys: readonly string[], id: string, bookIds: readonly string[]): string[] {
  const there = new Set([id, ...bookIds])
  return keys.filter((key) => {
    const [bookId = ''] = key.split(' ')
    return !there.has(bookId) || (bookId === id && key !== id)
  })
}
