import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { Identity, YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 本机身份: region, level, office and section of the book. */
export async function saveIdentity(bookId: string, identity: Identity, by: Actor): Promise<YearBook> {
  const entry: Entry = { action: 'save-identity', bookId, summary: '修改本机身份' }
  return write(newStamp(by), entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const saved = { ...book, identity }
    await writer.put('books', [saved])
    return saved
  })
}
