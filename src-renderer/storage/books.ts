import type { YearBook } from '#domain/year-book'
import { db } from './database.ts'

/** All year books, newest year first. */
export function allBooks(): Promise<YearBook[]> {
  return db.books.orderBy('year').reverse().toArray()
}

export async function bookById(id: string): Promise<YearBook | null> {
  return (await db.books.get(id)) ?? null
}

/** The book of last year and the year before, by the chain of carrying forward. */
export async function earlierBooks(
  book: YearBook,
): Promise<{ previous: YearBook | null; earlier: YearBook | null }> {
  const previous = book.previousId ? await bookById(book.previousId) : null
  const earlier = previous?.previousId ? await bookById(previous.previousId) : null
  return { previous, earlier }
}
