import { answerBeside } from './beside.ts'
import { bookById } from './books.ts'
import { ledgerOfParts } from './execution-ledger-parts.ts'

answerBeside(async ({ bookId, month }: { bookId: string; month: number }) => {
  const book = await bookById(bookId)
  if (!book) return { lines: [], rest: { month: month || 1, months: [] } }
  const { lines, ...rest } = await ledgerOfParts(book, month)
  return { lines, rest }
})
