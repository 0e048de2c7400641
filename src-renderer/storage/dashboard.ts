import type { BoardIndex } from '#domain/dashboard/board-index'
import type { Snapshot } from '#domain/dashboard/snapshot'
import { type Actor, isLimited } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { sectionsOf } from './base-data.ts'
import { keptIndex, type Made } from './board-cache.ts'
import { keepMade, makeBoard } from './board-make.ts'
import { whenPrepared } from './board-ready.ts'
import { type BoardState, stateOf } from './board-state.ts'
import { db } from './database.ts'
import { reachedUnits } from './reach.ts'

/** Milliseconds after which a board is kept: it has been drawn by then. */
const keepingDelay = 1000

/** What the page has: the board of one state, and what the last one that it worked out itself was made of. */
let known: { key: string; index: Promise<BoardIndex> } | null = null
let made: Made | null = null

/** The state that a board rests on, as one text: another text, another board. */
export async function boardKeyOf(book: YearBook): Promise<string> {
  return JSON.stringify(await stateOf(book))
}

/**
 * Everything the board shows of a book, within the reach of a duty. Taken from where it is kept while nothing was written
 * since. Not for a live query, which would copy and watch every row: watch `boardKeyOf` instead.
 */
export async function boardIndexOf(book: YearBook, by: Actor): Promise<BoardIndex> {
  const index = await wholeIndexOf(book, await stateOf(book))
  if (!isLimited(by)) return index
  const reached = reachedUnits(by, index.units, await sectionsOf(book.id))
  if (reached === null) return index
  return {
    ...index,
    units: index.units.filter(({ id }) => reached.has(id)),
    items: index.items.filter(({ unitId }) => reached.has(unitId)),
  }
}

/** Worked out once for a state, however many ask for it; after a failure the next one tries again. */
function wholeIndexOf(book: YearBook, state: BoardState): Promise<BoardIndex> {
  const key = JSON.stringify(state)
  if (known?.key === key) return known.index
  const index = keptOrMade(book, state)
  known = { key, index }
  index.catch(() => {
    if (known?.index === index) known = null
  })
  return index
}

async function keptOrMade(book: YearBook, state: BoardState): Promise<BoardIndex> {
  await whenPrepared()
  const kept = await keptIndex(state)
  if (kept) return kept
  const fresh = await makeBoard(book, state, made)
  made = fresh
  // Shown first, kept afterwards: nobody waits for it.
  setTimeout(() => {
    if (made === fresh) void keepMade(fresh)
  }, keepingDelay)
  return fresh.index
}

/** The frozen boards of a book, the newest first. */
export function snapshotsOf(bookId: string): Promise<Snapshot[]> {
  return db.snapshots.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

export async function snapshotById(id: string): Promise<Snapshot | null> {
  return (await db.snapshots.get(id)) ?? null
}
