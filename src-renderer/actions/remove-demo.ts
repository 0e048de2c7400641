import { db } from '#storage/database'
import { eraseBooks } from '#storage/erase-books'

/** Removes the demo books with everything in them. */
export async function removeDemo(_by: string): Promise<void> {
  const books = await db.books.filter((book) => book.demo).primaryKeys()
  await eraseBooks(books)
}
