import type { Day } from '#domain/dates'
import { selfEvaluationDueOn } from '#domain/home/year-steps'
import type { YearBook } from '#domain/year-book'
import { allBooks } from './books.ts'
import { booksAround } from './home-year.ts'
import { workItemsOf } from './work-items.ts'

/** Until when the self-evaluations of a book are due: the work plan lies in the book of the year in which they are written. */
export async function selfEvaluationDue(book: YearBook): Promise<Day | ''> {
  const next = booksAround(book, await allBooks()).find(({ year }) => year === book.year + 1)
  return selfEvaluationDueOn(book.year, next ? await workItemsOf(next.id) : [])
}
