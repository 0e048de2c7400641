import type { Table } from 'dexie'
import { db } from './database.ts'
import { derived } from './derived.ts'
import type { End } from './trail-span.ts'
import { wordPlaces } from './word-places.ts'

/** What kept lines belong to: the list, its book, what they follow from, and the end of the trail they stand for. */
export type LineMark = { id: string; bookId: string; base: string; end: End; parts: number }
type KeptPart = { id: string; part: number; lines: readonly unknown[] } | KeptTexts
/** Lines of nothing but texts: each text once, and for every line the places of its own. A tenth of the time of reading. */
type KeptTexts = { id: string; part: number; texts: readonly string[]; words: string[]; places: Uint32Array }

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
      for (const line of linesOf(kept)) lines.push(line as Line) // kept below, under the same id and base
    }
    return { end: mark.end, lines }
  } catch (error) {
    // What cannot be read is worked out anew.
    console.warn('kept lines could not be read', error)
    return null
  }
}

/**
 * Keeps the lines of a list for the next start, as `texts` where they are nothing else; those of books that are gone go. A
 * full disk costs time, nothing else.
 */
export async function keepLines<Line>(
  mark: Omit<LineMark, 'parts'>,
  lines: readonly Line[],
  texts?: readonly (keyof Line & string)[],
): Promise<void> {
  try {
    const books = new Set([mark.bookId, ...(await db.books.toCollection().primaryKeys())])
    const parts = texts ? 1 : Math.ceil(lines.length / partSize)
    await derived.transaction('rw', marks, lineParts, async () => {
      const gone = await marks.filter(({ bookId }) => !books.has(bookId)).primaryKeys()
      for (const id of [...gone, mark.id]) {
        await marks.delete(id)
        await lineParts.where('[id+part]').between([id], [id, []]).delete()
      }
      for (let part = 0; part < parts; part++) {
        const kept = texts
          ? packed(lines, texts)
          : { lines: lines.slice(part * partSize, (part + 1) * partSize) }
        await lineParts.put({ ...{ id: mark.id, part }, ...kept })
      }
      await marks.put({ ...mark, parts })
    })
  } catch (error) {
    console.warn('lines could not be kept', error)
  }
}

function packed<Line>(
  lines: readonly Line[],
  texts: readonly (keyof Line & string)[],
): Omit<KeptTexts, 'id' | 'part'> {
  const { placeOf, words } = wordPlaces()
  const places = new Uint32Array(lines.length * texts.length)
  for (const [at, line] of lines.entries())
    for (const [column, text] of texts.entries())
      places[at * texts.length + column] = placeOf(String(line[text]))
  return { texts, words: words(), places }
}

function linesOf(kept: KeptPart): readonly unknown[] {
  if (!('texts' in kept)) return kept.lines
  const { texts, words, places } = kept
  return Array.from({ length: texts.length === 0 ? 0 : places.length / texts.length }, (_, at) =>
    Object.fromEntries(
      texts.map((text, column) => [text, words[places[at * texts.length + column] ?? 0] ?? '']),
    ),
  )
}
