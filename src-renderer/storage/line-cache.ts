import type { Table } from 'dexie'
import { db } from './database.ts'
import { derived } from './derived.ts'
import type { End } from './trail-span.ts'

/** What kept lines belong to: the list, its book, what they follow from, and the end of the trail they stand for. */
export type LineMark = { id: string; bookId: string; base: string; end: End; parts: number }
type KeptPart = { id: string; part: number; lines: readonly unknown[] }

const marks: Table<LineMark, string> = derived.table('lineMarks')
const lineParts: Table<KeptPart, [string, number]> = derived.table('lineParts')

/** Lines that are read at once: more would hold the window. */
const partSize = 500

/** The kept lines of a list with the end they stand for; null where there are none under the base. */
export async function keptLines<Line>(id: string, base: string): Promise<{ end: End; lines: Line[] } | null> {
  try {
    const mark = await marks.get(id)
    if (mark?.base !== base) return null
    const lines: Line[] = []
    for (let part = 0; part < mark.parts; part++) {
      const kept = await lineParts.get([id, part])
      // Another window is keeping them anew.
      if (!kept) return null
      for (const line of kept.lines) lines.push(line as Line) // kept below, under the same id and base
    }
    return { end: mark.end, lines }
  } catch (error) {
    // What cannot be read is worked out anew.
    console.warn('kept lines could not be read', error)
    return null
  }
}

/** Keeps the lines of a list for the next start; those of books that are gone go. A full disk costs time, nothing else. */
export async function keepLines(mark: Omit<LineMark, 'parts'>, lines: readonly unknown[]): Promise<void> {
  try {
    const books = new Set([mark.bookId, ...(await db.books.toCollection().primaryKeys())])
    const parts = Math.ceil(lines.length / partSize)
    await derived.transaction('rw', marks, lineParts, async () => {
      const gone = await marks.filter(({ bookId }) => !books.has(bookId)).primaryKeys()
      for (const id of [...gone, mark.id]) {
        await marks.delete(id)
        await lineParts.where('[id+part]').between([id], [id, []]).delete()
      }
      for (let part = 0; part < parts; part++)
        await lineParts.put({
          ...{ id: mark.id, part },
          lines: lines.slice(part * partSize, (part + 1) * partSize),
        })
      await marks.put({ ...mark, parts })
    })
  } catch (error) {
    console.warn('lines could not be kept', error)
  }
}
