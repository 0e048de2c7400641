import type { LedgerLine } from '#domain/execution/ledger'
import type { YearBook } from '#domain/year-book'
import { workedBeside } from './beside.ts'
import { databaseName } from './database.ts'
import type { ExecutionLedger } from './execution-ledger.ts'
import { ledgerOfParts } from './execution-ledger-parts.ts'

/** Works a ledger out beside the page; where there are no workers, or it does not succeed there, on the page. */
export async function madeLedger(book: YearBook, month: number): Promise<ExecutionLedger> {
  if (typeof Worker === 'undefined') return ledgerOfParts(book, month)
  return (await inWorker(book.id, month)) ?? ledgerOfParts(book, month)
}

async function inWorker(bookId: string, month: number): Promise<ExecutionLedger | null> {
  const worker = new Worker(new URL('./execution-ledger-worker.ts', import.meta.url), {
    type: 'module',
    name: databaseName,
  })
  const made = await workedBeside<LedgerLine, Omit<ExecutionLedger, 'lines'>>(
    worker,
    { bookId, month },
    'the ledger could not be worked out beside the page',
  )
  return made && { ...made.rest, lines: made.lines }
}
