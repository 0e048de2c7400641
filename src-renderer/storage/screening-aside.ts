import type { Round } from '#domain/monitoring/round'
import type { ScreenedLine } from '#domain/screening/line'
import type { YearBook } from '#domain/year-book'
import { workedBeside } from './beside.ts'
import { whenPrepared } from './board-ready.ts'
import { databaseName, db } from './database.ts'
import { keepLines, keptLines } from './line-cache.ts'
import { screenedLinesOf } from './screening.ts'
import { type End, endOf, entriesBetween } from './trail-span.ts'
import type { WritableTable } from './write.ts'

/** Raised with every change of what a line says. */
const shape = 1
/** What the lines of a round follow from; where these did not change, neither did they. */
const followedTables: ReadonlySet<string> = new Set<WritableTable>([
  ...(['books', 'rounds', 'monitorings', 'curves', 'executions', 'executionImports'] as const),
  ...(['packages', 'packageChanges'] as const),
])

/**
 * 筛查 of a round for a page: worked out beside it, because thousands of texts are compared with each other, and kept for the
 * next time. Where what is kept no longer holds, `onFormer` is told of it while it is worked out anew. Where there are no
 * workers, or it does not succeed there, the page does it.
 */
export async function screenedAside(
  round: Round,
  book: YearBook,
  onFormer: (lines: readonly ScreenedLine[]) => void,
): Promise<readonly ScreenedLine[]> {
  const [id, base] = [`screening ${round.id}`, `${shape} ${book.rulesId}`]
  const end = endOf(await db.auditHeads.get(book.id))
  const kept = await keptLines<ScreenedLine>(id, base)
  if (kept && (await isSame(book.id, kept.end, end))) return kept.lines
  if (kept) onFormer(kept.lines)
  // Whoever is working the board out reads the same rows.
  await whenPrepared()
  const beside = typeof Worker === 'undefined' ? null : await inWorker(round)
  const lines = beside ?? (await screenedLinesOf(round, book))
  void keepLines({ id, bookId: book.id, base, end }, lines)
  return lines
}

/** Whether nothing of what the lines follow from was written between two ends of the trail. */
async function isSame(bookId: string, from: End, to: End): Promise<boolean> {
  const entries = await entriesBetween(bookId, from, to)
  return entries?.every(({ changes }) => changes.every(({ table }) => !followedTables.has(table))) ?? false
}

async function inWorker(round: Round): Promise<readonly ScreenedLine[] | null> {
  const worker = new Worker(new URL('./screening-worker.ts', import.meta.url), {
    type: 'module',
    name: databaseName,
  })
  const failing = 'the round could not be screened beside the page'
  return (await workedBeside<ScreenedLine, null>(worker, round, failing))?.lines ?? null
}
