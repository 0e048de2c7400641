import { Dexie, type Table } from 'dexie'
import { db } from './database.ts'
import type { Pause } from './slices.ts'
import type { End } from './trail-span.ts'

type KeptHead = { table: string; bookId: string; shape: number; end: End; parts: number; count: number }
type KeptPart = { table: string; bookId: string; part: number; rows: readonly unknown[] }

/**
 * The light rows of large tables as last read, in a database of its own: they follow from the tables, are neither migrated nor
 * backed up, and whoever deletes them loses some seconds. In parts, so that reading them never holds the window.
 */
const cache = new Dexie('jiheng-followed') as Dexie & {
  heads: Table<KeptHead, [string, string]>
  parts: Table<KeptPart, [string, string, number]>
} // declared in the next line
cache.version(1).stores({ heads: '[table+bookId]', parts: '[table+bookId+part]' })

const partSize = 2000

/** What was kept of a book's table under the same shape, and of how many rows; null where there is nothing. */
export async function keptRows<Row>(
  table: string,
  bookId: string,
  shape: number,
  pause: Pause,
): Promise<{ end: End; rows: Row[] } | null> {
  try {
    const head = await cache.heads.get([table, bookId])
    if (head?.shape !== shape) return null
    const rows: Row[] = []
    for (let part = 0; part < head.parts; part++) {
      const kept = await cache.parts.get([table, bookId, part])
      rows.push(...((kept?.rows ?? []) as readonly Row[])) // of this shape, hence of these rows
      await pause()
    }
    return rows.length === head.count ? { end: head.end, rows } : null
  } catch (error) {
    console.warn('kept rows could not be read', error)
    return null
  }
}

/** Keeps the rows of a book's table for the next start; those of books that no longer are go. */
export async function keepRows(
  table: string,
  bookId: string,
  kept: { shape: number; end: End; rows: readonly unknown[] },
): Promise<void> {
  const { shape, end, rows } = kept
  const books = new Set(await db.books.toCollection().primaryKeys())
  const parts = Math.ceil(rows.length / partSize)
  await cache.transaction('rw', cache.heads, cache.parts, async () => {
    for (const [name, id] of await cache.heads.toCollection().primaryKeys()) {
      if (books.has(id) && !(name === table && id === bookId)) continue
      await cache.heads.delete([name, id])
      await cache.parts.where('[table+bookId+part]').between([name, id], [name, id, []]).delete()
    }
    for (let part = 0; part < parts; part++)
      await cache.parts.put({
        ...{ table, bookId, part },
        rows: rows.slice(part * partSize, (part + 1) * partSize),
      })
    await cache.heads.put({ table, bookId, shape, end, parts, count: rows.length })
  })
}
