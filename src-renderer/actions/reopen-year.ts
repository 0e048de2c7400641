import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 重新打开: a closed year may be changed again; why stands in the trail. Throws `opinion-missing` without a reason, `not-allowed` where it is open. */
export async function reopenYear(bookId: string, reason: string, by: Actor): Promise<void> {
  if (reason.trim() === '') throw new AppError('opinion-missing')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'reopen-year', bookId, summary: '重新打开年度' }
  await write(stamp, entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const { closed, ...open } = book
    if (!closed) throw new AppError('not-allowed')
    await writer.put('books', [open])
    writer.say(`重新打开 ${book.year} 年度：${reason.trim()}`)
  })
}
