import type { LedgerLine } from '#domain/execution/ledger'
import type { YearBook } from '#domain/year-book'
import { databaseName } from './database.ts'
import type { ExecutionLedger } from './execution-ledger.ts'
import { ledgerOfParts } from './execution-ledger-parts.ts'

/** What the worker says: some lines, the end, or what went wrong. */
export type LedgerMessage =
  | { lines: readonly LedgerLine[] }
  | { month: number; months: readonly number[] }
  | { failure: string }

/** Works a ledger out beside the page; where there are no workers, or it does not succeed there, on the page. */
export async function madeLedger(book: YearBook, month: number): Promise<ExecutionLedger> {
  if (typeof Worker === 'undefined') return ledgerOfParts(book, month)
  return (await inWorker(book.id, month)) ?? ledgerOfParts(book, month)
}

function inWorker(bookId: string, month: number): Promise<ExecutionLedger | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./execution-ledger-worker.ts', import.meta.url), {
      type: 'module',
      name: databaseName,
    })
    const lines: LedgerLine[] = []
    function end(ledger: ExecutionLedger | null): void {
      worker.terminate()
      resolve(ledger)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<LedgerMessage>) => {
      if ('lines' in data) lines.push(...data.lines)
      else if ('months' in data) end({ ...data, lines })
      else {
        console.warn('the ledger could not be worked out beside the page', data.failure)
        end(null)
      }
    })
    worker.addEventListener('error', ({ message }) => {
      console.warn('the ledger could not be worked out beside the page', message)
      end(null)
    })
    worker.postMessage({ bookId, month })
  })
}
