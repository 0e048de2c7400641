import { isByBook } from './book-tables.ts'
import { db } from './database.ts'

/**
 * Erases demo books, those made of a 评分包 and read-only copies together with their trail, in one transaction. The only write without an entry: what is invented
 * needs no proof, and an entry would outlive its book. Real books are never erased, whatever the ids say.
 */
export async function eraseBooks(ids: readonly string[]): Promise<void> {
  // Whatever belongs to a book is found by an index that begins with it.
  const byBook = db.tables.filter((table) => table.schema.indexes.some(isByBook))
  const kept = [db.experts, db.agencies, db.indicators]
  await db.transaction('rw', [db.books, db.goalRows, db.auditHeads, ...kept, ...byBook], async () => {
    const books = (await db.books.bulkGet([...ids])).filter(
      (book) => book?.demo === true || book?.kit !== undefined || book?.readOnly !== undefined,
    )
    for (const book of books) {
      if (!book) continue
      for (const table of byBook) {
        const index = table.schema.indexes.find(isByBook)
        await table
          .where(index?.name ?? '')
          .between([book.id], [book.id, []])
          .delete()
      }
      await db.goalRows.where('bookId').equals(book.id).delete()
      await db.auditHeads.delete(book.id)
      await db.books.delete(book.id)
    }
    const left = await db.books.filter((book) => book.demo).count()
    // The registers outlive the years: what was invented for them goes with the last demo book.
    if (left === 0) {
      await db.experts.filter(({ demo }) => demo).delete()
      await db.agencies.filter(({ demo }) => demo).delete()
      await db.indicators.filter(({ demo }) => demo).delete()
    }
  })
}
