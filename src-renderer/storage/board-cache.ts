import { Dexie, type Table } from 'dexie'
import type { BoardIndex } from '#domain/dashboard/board-index'
import type { BoardParts } from './board-parts.ts'
import type { BoardState } from './board-state.ts'
import { type PackedRows, packRows, unpackRows } from './packed-rows.ts'

/** A board with what it was made of. */
export type Made = { state: BoardState; index: BoardIndex; parts: BoardParts }

/** By book; the three of one book are written together. */
type KeptMark = { id: string; state: BoardState }
type KeptBoard = { id: string; key: string; index: BoardIndex }
type KeptParts = Omit<BoardParts, 'rows' | 'former'> & {
  id: string
  state: BoardState
  rows: PackedRows
  former: PackedRows
}
type Tables = {
  marks: Table<KeptMark, string>
  boards: Table<KeptBoard, string>
  parts: Table<KeptParts, string>
}

/**
 * The board of each book as it was last worked out, in a database of its own: it follows from the tables, so it is neither
 * migrated nor backed up, and whoever deletes it loses a second. The index is read where nothing was written since, the
 * parts where something was, the marks alone tell what is there.
 */
const cache = new Dexie('jiheng-derived') as Dexie & Tables // declared in the next lines
cache.version(1).stores({ boards: 'id' })
cache.version(2).stores({ marks: 'id', boards: 'id', parts: 'id' })

/** The board that was kept of this very state; null where there is none. */
export async function keptIndex(state: BoardState): Promise<BoardIndex | null> {
  const key = JSON.stringify(state)
  // One of another state is not worth the time of reading it.
  if (JSON.stringify(await keptState(state.bookId)) !== key) return null
  const kept = await read(() => cache.boards.get(state.bookId))
  return kept?.key === key ? kept.index : null
}

/** What the kept board of a book was made of, and of which state; null where there is none. */
export async function keptParts(bookId: string): Promise<Omit<Made, 'index'> | null> {
  const kept = await read(() => cache.parts.get(bookId))
  if (!kept) return null
  const { goals, forms, disposals, state } = kept
  return {
    state,
    parts: { goals, forms, disposals, rows: unpackRows(kept.rows), former: unpackRows(kept.former) },
  }
}

/** The state of the kept board of a book; null where there is none. */
export async function keptState(bookId: string): Promise<BoardState | null> {
  return (await read(() => cache.marks.get(bookId)))?.state ?? null
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
  const tables = [cache.marks, cache.boards, cache.parts]
  try {
    const bookIds = await bookIdsNow()
    await cache.transaction('rw', tables, async () => {
      for (const table of tables)
        await table
          .where('id')
          .noneOf([id, ...bookIds])
          .delete()
      await cache.marks.put({ id, state })
      await cache.boards.put({ id, key: JSON.stringify(state), index })
      await cache.parts.put({ ...parts, ...rows, id, state })
    })
    return true
  } catch (error) {
    console.warn('the board could not be kept', error)
    return false
  }
}
