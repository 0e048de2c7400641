import { Dexie, type Table } from 'dexie'
import type { BoardIndex } from '#domain/dashboard/board-index'

/**
 * Raised with every change of what the board makes of the tables: what an older program worked out is not taken.
 */
const shape = 1

type Kept = { id: 'board'; key: string; index: BoardIndex }

/**
 * The board as it was last worked out, in a database of its own: it follows from the tables, so it is neither migrated nor
 * backed up, and whoever deletes it loses a second. One board alone is kept.
 */
const cache = new Dexie('jiheng-derived') as Dexie & { boards: Table<Kept, string> } // declared in the next line
cache.version(1).stores({ boards: 'id' })

/** The board that was kept under a key; null where there is none, or where it cannot be read: then it is made anew. */
export async function keptBoard(key: string): Promise<BoardIndex | null> {
  try {
    const kept = await cache.boards.get('board')
    return kept?.key === `${shape}:${key}` ? kept.index : null
  } catch (error) {
    console.warn('the kept board could not be read', error)
    return null
  }
}

/** Keeps a board for the next start. A full disk costs the time of working it out again, nothing else. */
export async function keepBoard(key: string, index: BoardIndex): Promise<void> {
  try {
    await cache.boards.put({ id: 'board', key: `${shape}:${key}`, index })
  } catch (error) {
    console.warn('the board could not be kept', error)
  }
}
