import type { IndexSpec, Table } from 'dexie'
import { db } from './database.ts'

/** A table whose records belong to books, and the index by which those of a book are found. */
export type BookTable = {
  table: Table<Record<string, unknown>, string>
  keysOf: (bookId: string) => Promise<string[]>
}

/** Every table of a book's records: whatever has an index that begins with the book, and the ends of the chains. */
export function bookTables(): BookTable[] {
  const found = db.tables.flatMap((table): BookTable[] => {
    const index = table.schema.indexes.find(isByBook)
    if (!index) return []
    return [
      {
        table,
        keysOf: (bookId) => table.where(index.name).between([bookId], [bookId, []]).primaryKeys(),
      },
    ]
  })
  const rows: BookTable = {
    table: db.table('goalRows'),
    keysOf: (bookId) => db.goalRows.where('bookId').equals(bookId).primaryKeys(),
  }
  const heads: BookTable = {
    table: db.table('auditHeads'),
    keysOf: async (bookId) => ((await db.auditHeads.get(bookId)) ? [bookId] : []),
  }
  const books: BookTable = {
    table: db.table('books'),
    keysOf: async (bookId) => ((await db.books.get(bookId)) ? [bookId] : []),
  }
  return [...found, rows, heads, books]
}

export function isByBook(spec: IndexSpec): boolean {
  return spec.compound === true && spec.keyPath?.[0] === 'bookId'
}
