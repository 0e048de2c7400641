import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { db } from './database.ts'
import { type End, endOf } from './trail-span.ts'

/**
 * Raised with every change of what the board makes of the tables: what an older program worked out is not taken.
 */
const shape = 6

/** The state of the books that a board rests on: another one, another board. */
export type BoardState = {
  bookId: string
  /** The book of the year before; '' where there is none. */
  lastId: string
  /** What everything follows from: the book itself, its rules, the shape. Another text: nothing can be taken over. */
  base: string
  /** Of the book's trail and of last year's. Every write counts a trail on, so its end tells. */
  ends: readonly [End, End]
}

export async function stateOf(book: YearBook): Promise<BoardState> {
  const lastId = (await lastYearsBook(book))?.id ?? ''
  const [head, lastHead] = await db.auditHeads.bulkGet([book.id, lastId])
  const base = JSON.stringify([shape, book, lastId, rulesOf(book).monitoring])
  return { bookId: book.id, lastId, base, ends: [endOf(head), endOf(lastHead)] }
}

/** The book of the year before: the one this was carried forward from, else one of the same place. */
async function lastYearsBook(book: YearBook): Promise<YearBook | null> {
  const books = await db.books
    .where('year')
    .equals(book.year - 1)
    .toArray()
  const here = books.filter(
    ({ identity, demo }) => identity.regionCode === book.identity.regionCode && demo === book.demo,
  )
  return books.find(({ id }) => id === book.previousId) ?? here[0] ?? null
}
