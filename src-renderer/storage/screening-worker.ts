import type { Round } from '#domain/monitoring/round'
import { answerBeside } from './beside.ts'
import { bookById } from './books.ts'
import { screenedLinesOf } from './screening.ts'

answerBeside(async (round: Round) => {
  const book = await bookById(round.bookId)
  return { lines: book ? await screenedLinesOf(round, book) : [], rest: null }
})
