import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { db } from '#storage/database'
import { eraseBooks } from '#storage/erase-books'

/** Removes the demo books with everything in them. */
export async function removeDemo(by: Actor): Promise<void> {
  if (!may(by, 'remove-demo')) throw new AppError('not-permitted')
  const books = await db.books.filter((book) => book.demo).primaryKeys()
  await eraseBooks(books)
}
