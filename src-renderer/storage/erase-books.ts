import { db } from './database.ts'

/**
 * Erases demo books together with their trail, in one transaction. The only write without an entry: what is invented
 * needs no proof, and an entry would outlive its book. Real books are never erased, whatever the ids say.
 */
export async function eraseBooks(ids: readonly string[]): Promise<void> {
  const byBook = [db.sections, db.units, db.goals, db.imports, db.audit]
  await db.transaction('rw', [db.books, db.goalRows, db.auditHeads, ...byBook], async () => {
    const books = (await db.books.bulkGet([...ids])).filter((book) => book?.demo === true)
    for (const book of books) {
      if (!book) continue
      for (const table of byBook) {
        const index = table.schema.indexes.find((spec) => spec.compound && spec.keyPath?.[0] === 'bookId')
        await table
          .where(index?.name ?? '')
          .between([book.id], [book.id, []])
          .delete()
      }
      await db.goalRows.where('bookId').equals(book.id).delete()
      await db.auditHeads.delete(book.id)
      await db.books.delete(book.id)
    }
  })
}
