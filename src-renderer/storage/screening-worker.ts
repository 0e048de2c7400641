import type { Round } from '#domain/monitoring/round'
import { rulesOf } from '#domain/year-rules'
import { bookById } from './books.ts'
import { closeDatabase, openDatabase } from './database.ts'
import { screenedRound } from './screening.ts'
import type { ScreeningMessage } from './screening-aside.ts'

/** Forms that are handed over at once: more would hold the window while they arrive. */
const slice = 150

async function work(round: Round): Promise<void> {
  await openDatabase()
  try {
    const book = await bookById(round.bookId)
    const forms = book ? await screenedRound(round, rulesOf(book)) : []
    for (let from = 0; from < forms.length; from += slice) say({ forms: forms.slice(from, from + slice) })
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
