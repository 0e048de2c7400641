import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 关账: goals, adjustments, monitoring and execution of the year stand as they are; evaluation, application, publication and
 * appraisal go on in its book. Throws `not-allowed` before the year was carried forward, and where it is closed already.
 */
export async function closeYear(bookId: string, reason: string, by: Actor): Promise<void> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'close-year', bookId, summary: '年度关账' }
  await write(stamp, entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const later = await db.books
      .where('year')
      .equals(book.year + 1)
      .toArray()
    if (book.closed || book.kit || !later.some(({ previousId }) => previousId === bookId))
      throw new AppError('not-allowed')
    await writer.put('books', [{ ...book, closed: { at: stamp.at, by: stamp.by, reason: reason.trim() } }])
    writer.say(`${book.year} 年度关账${reason.trim() === '' ? '' : `：${reason.trim()}`}`)
  })
}
