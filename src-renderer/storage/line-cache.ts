import { Dexie, type Table } from 'dexie'
import type { End } from './trail-span.ts'

/** What kept lines belong to: the list, its book, what they follow from, and the end of the trail they stand for. */
export type LineMark = { id: string; bookId: string; base: string; end: End; parts: number }
type KeptPart = { id: string; part: number; end: End; lines: readonly unknown[] }

/**
 * Lines of lists as they were last worked out, in a database of their own: they follow from the tables, are neither
 * migrated nor backed up, and whoever deletes them loses seconds. In parts, so that reading them never holds the window.
 */
const cache = new Dexie('jiheng-lines') as Dexie & {
  marks: Table<LineMark, string>
  parts: Table<KeptPart, [string, number]>
} // declared in the next line
cache.version(1).stores({ marks: 'id', parts: '[id+part]' })

const partSize = 500

/** The kept lines of a list with their mark; null where there are none, or they were not written to their end. */
export async function keptLines<Line>(id: string, base: string): Promise<{ end: End; lines: Line[] } | null> {
  try {
    const mark = await cache.marks.get(id)
    if (mark?.base !== base) return null
    const lines: Line[] = []
    for (let part = 0; part < mark.parts; part++) {
      const kept = await cache.parts.get([id, part])
      if (kept?.end?.hash !== mark.end?.hash) return null
      for (const line of kept?.lines ?? []) lines.push(line as Line) // kept below, under the same id
    }
    return { end: mark.end, lines }
  } catch (error) {
    // What cannot be read is worked out anew.
    console.warn('kept lines could not be read', error)
    return null
  }
}

/** Keeps the lines of a list for the next start; those of books that are gone go. A full disk costs time, nothing else. */
export async function keepLines(
  mark: Omit<LineMark, 'parts'>,
  lines: readonly unknown[],
  bookIds: readonly string[],
): Promise<void> {
  try {
    const gone = await cache.marks
      .filter(({ bookId }) => bookId !== mark.bookId && !bookIds.includes(bookId))
      .primaryKeys()
    for (const id of gone) await forget(id)
    await forget(mark.id)
    const parts = Math.ceil(lines.length / partSize)
    for (let part = 0; part < parts; part++)
      await cache.parts.put({
        ...{ id: mark.id, part, end: mark.end },
        lines: lines.slice(part * partSize, (part + 1) * partSize),
      })
    // Last: parts without their mark are not taken.
    await cache.marks.put({ ...mark, parts })
  } catch (error) {
    console.warn('lines could not be kept', error)
  }
}

async function forget(id: string): Promise<void> {
  await cache.marks.delete(id)
  await cache.parts.where('[id+part]').between([id], [id, []]).delete()
}
