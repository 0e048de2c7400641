import type { Round } from '#domain/monitoring/round'
import { bookById } from './books.ts'
import { closeDatabase, openDatabase } from './database.ts'
import { screenedLinesOf } from './screening.ts'
import type { ScreeningMessage } from './screening-aside.ts'

/** Lines that are handed over at once: more would hold the window while they arrive. */
const slice = 500

async function work(round: Round): Promise<void> {
  await openDatabase()
  try {
    const book = await bookById(round.bookId)
    const lines = book ? await screenedLinesOf(round, book) : []
    for (let from = 0; from < lines.length; from += slice) say({ lines: lines.slice(from, from + slice) })
    say({ done: true })
  } finally {
    closeDatabase()
  }
}

function say(message: ScreeningMessage): void {
  postMessage(message)
}

addEventListener('message', (event: MessageEvent<Round>) => {
  work(event.data).catch((error: unknown) => say({ failure: String(error) }))
})
