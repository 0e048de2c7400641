import { bookById } from './books.ts'
import { closeDatabase, openDatabase } from './database.ts'
import type { LedgerMessage } from './execution-ledger-make.ts'
import { ledgerOfParts } from './execution-ledger-parts.ts'

/** Lines that are handed over at once: more would hold the window while they arrive. */
const slice = 1000

async function work({ bookId, month }: { bookId: string; month: number }): Promise<void> {
  await openDatabase()
  try {
    const book = await bookById(bookId)
    if (!book) return say({ month: month || 1, months: [] })
    const { lines, ...head } = await ledgerOfParts(book, month)
    for (let from = 0; from < lines.length; from += slice) say({ lines: lines.slice(from, from + slice) })
    say(head)
  } finally {
    closeDatabase()
  }
}

function say(message: LedgerMessage): void {
  postMessage(message)
}

addEventListener('message', (event: MessageEvent<{ bookId: string; month: number }>) => {
  work(event.data).catch((error: unknown) => say({ failure: String(error) }))
})
