import { answerBeside } from './beside.ts'
import { keepMade, makeBoard } from './board-make.ts'
import { stateOf } from './board-state.ts'
import { bookById } from './books.ts'

/** Works out the board of a book and keeps it; nothing of it is handed over. */
answerBeside(async (bookId: string) => {
  const book = await bookById(bookId)
  // Erased meanwhile: nothing is left to be done.
  if (book && !(await keepMade(await makeBoard(book, await stateOf(book), null))))
    throw new Error('it could not be kept')
  return { lines: [], rest: null }
})
