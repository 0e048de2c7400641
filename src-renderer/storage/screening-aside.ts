import type { Round } from '#domain/monitoring/round'
import type { ScreenedLine } from '#domain/screening/line'
import type { YearBook } from '#domain/year-book'
import { whenPrepared } from './board-ready.ts'
import { databaseName, db } from './database.ts'
import { outside } from './lines.ts'
import { screenedLinesOf } from './screening.ts'

/** What the worker says: some lines, the end, or what went wrong. */
export type ScreeningMessage = { lines: readonly ScreenedLine[] } | { done: true } | { failure: string }

/**
 * 筛查 of a round for a page: worked out beside it, because thousands of texts are compared with each other. In a live query
 * it watches the end of the trail alone. Where there are no workers, or it does not succeed there, the page does it.
 */
export async function screenedAside(round: Round, book: YearBook): Promise<ScreenedLine[]> {
  await db.auditHeads.get(round.bookId)
  return outside(async () => {
    // Whoever is working the board out reads the same rows.
    await whenPrepared()
    const beside = typeof Worker === 'undefined' ? null : await inWorker(round)
    return beside ?? screenedLinesOf(round, book)
  })
}

function inWorker(round: Round): Promise<ScreenedLine[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./screening-worker.ts', import.meta.url), {
      type: 'module',
      name: databaseName,
    })
    const lines: ScreenedLine[] = []
    function end(found: ScreenedLine[] | null, failure = ''): void {
      if (failure !== '') console.warn('the round could not be screened beside the page', failure)
      worker.terminate()
      resolve(found)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ScreeningMessage>) => {
      if ('lines' in data) lines.push(...data.lines)
      else if ('done' in data) end(lines)
      else end(null, data.failure)
    })
    worker.addEventListener('error', ({ message }) => end(null, message || 'it did not start'))
    worker.postMessage(round)
  })
}
