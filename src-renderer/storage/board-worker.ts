import { keepMade, makeBoard } from './board-make.ts'
import { stateOf } from './board-state.ts'
import { bookById } from './books.ts'
import { closeDatabase, openDatabase } from './database.ts'

/** Works out the board of a book and keeps it. */
async function prepare(bookId: string): Promise<void> {
  await openDatabase()
  try {
    const book = await bookById(bookId)
    if (book) await keepMade(await makeBoard(book, await stateOf(book), null))
  } finally {
    closeDatabase()
  }
}

/** Answers with '' when it is done, else with what went wrong. */
addEventListener('message', (event: MessageEvent<string>) => {
  prepare(event.data).then(
    () => postMessage(''),
    (error: unknown) => postMessage(String(error)),
  )
})
