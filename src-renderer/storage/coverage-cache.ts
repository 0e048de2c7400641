import { Dexie, type Table } from 'dexie'
import type { PackedLine } from '#domain/coverage-map/lines'
import type { CoverageGroup } from '#domain/coverage-map/sums'
import type { CoverageRate } from '#domain/evaluation/coverage'

/** What the map of one book shows before anything is opened. */
export type CoverageSums = {
  groups: readonly CoverageGroup[]
  /** 四年覆盖: evaluated within the cycle, by kind. */
  rates: readonly CoverageRate[]
}
type KeptSums = CoverageSums & { bookId: string; key: string }
type KeptPart = { bookId: string; part: number; lines: readonly PackedLine[] }

/**
 * The map of each book as last worked out, in a database of its own: it follows from the tables and is neither migrated nor
 * backed up. Sums and lines are written together; the lines in parts, so that reading them never holds the window.
 */
const cache = new Dexie('jiheng-coverage') as Dexie & {
  sums: Table<KeptSums, string>
  lines: Table<KeptPart, [string, number]>
} // declared in the next line
cache.version(1).stores({ sums: 'bookId', lines: '[bookId+part]' })

const partSize = 2000

/** The sums kept of books, in their order; null where there are none. */
export async function keptSums(bookIds: readonly string[]): Promise<(KeptSums | null)[]> {
  return (await cache.sums.bulkGet([...bookIds])).map((kept) => kept ?? null)
}

export async function keptLines(bookId: string): Promise<PackedLine[]> {
  const found: PackedLine[] = []
  for (let part = 0; ; part++) {
    const kept = await cache.lines.get([bookId, part])
    if (!kept) return found
    found.push(...kept.lines)
  }
}

/** Keeps a map; the books that no longer are go. */
export async function keepCoverage(
  kept: KeptSums,
  lines: readonly PackedLine[],
  bookIds: readonly string[],
): Promise<void> {
  await cache.transaction('rw', cache.sums, cache.lines, async () => {
    const gone = (await cache.sums.toCollection().primaryKeys()).filter((id) => !bookIds.includes(id))
    await cache.sums.bulkDelete(gone)
    for (const id of [...gone, kept.bookId])
      await cache.lines.where('[bookId+part]').between([id], [id, []]).delete()
    await cache.sums.put(kept)
    for (let part = 0; part * partSize < lines.length; part++)
      await cache.lines.put({
        ...{ bookId: kept.bookId, part },
        lines: lines.slice(part * partSize, (part + 1) * partSize),
      })
  })
}
