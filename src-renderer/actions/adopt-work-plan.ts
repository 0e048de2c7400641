import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { missingWork, shippedWork } from '#domain/supervision/work-table'
import { sectionsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { newWork } from '#storage/work-item-record'
import { type Entry, write } from '#storage/write'

/** Puts what is missing of the shipped plan into the book's plan; says how many items that were. */
export async function adoptWorkPlan(bookId: string, by: Actor): Promise<number> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const wanted = shippedWork(book.year, book.identity.level, await sectionsOf(bookId))
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-work-plan', bookId, summary: '采用缺省年度工作计划' }
  return write(stamp, entry, ['workItems'], async (writer) => {
    const kept = await db.workItems.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
    const items = missingWork(wanted, kept).map(({ templateId, ...planned }) =>
      newWork(stamp, bookId, planned, templateId),
    )
    await writer.put('workItems', items)
    writer.say(`采用缺省年度工作计划：${items.length} 项`)
    return items.length
  })
}
