import { keepMade, makeBoard } from './board-make.ts'
import { stateOf } from './board-state.ts'
import { bookById } from './books.ts'
import { closeDatabase, openDatabase } from './database.ts'

/** Works out the board of a book and keeps it; '' or what went wrong. */
async function prepare(bookId: string): Promise<string> {
  await openDatabase()
  try {
    const book = await bookById(bookId)
    // Erased meanwhile: nothing is left to be done.
    if (!book) return ''
    return (await keepMade(await makeBoard(book, await stateOf(book), null))) ? '' : 'it could not be kept'
  } finally {
    closeDatabase()
  }
}

/** Answers with '' when it is done, else with what went wrong. */
addEventListener('message', (event: MessageEvent<string>) => {
  prepare(event.data).then(
    (answer) => postMessage(answer),
    (error: unknown) => postMessage(String(error)),
  )
})
