import { AppError } from '#domain/errors'
import type { OwnContent, OwnIndicator } from '#domain/library/own-indicator'
import type { Actor } from '#domain/people/duties'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import {
  assertChangeable,
  assertSound,
  proposedOwn,
  proposerName,
  revisedOwn,
} from '#storage/own-indicator-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 提出 个性指标 (`seenRevision` 0), or changes a proposal while it is not confirmed; the trail is that of the open book.
 * Throws `changed-meanwhile`, `not-allowed` for a confirmed or retired one, `out-of-reach` for that of another unit,
 * `entry-faulty` with the problems as its cause.
 */
export async function proposeIndicator(
  bookId: string,
  id: string,
  seenRevision: number,
  content: OwnContent,
  by: Actor,
): Promise<OwnIndicator> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const from = { demo: book.demo, proposedBy: await proposerName(book, by) }
  const stamp = newStamp(by)
  const summary = `${seenRevision > 0 ? '修改' : '提出'}个性指标：${content.name}`
  const entry: Entry = { action: 'propose-indicator', bookId, summary }
  return write(stamp, entry, ['indicators'], async (writer) => {
    const all = await db.indicators.toArray()
    const before = all.find((own) => own.id === id)
    if (before || seenRevision > 0) assertChangeable(by, asSeen(before, seenRevision))
    assertSound(
      content,
      book,
      all.filter((own) => own.id !== id),
    )
    const kept = before ? revisedOwn(stamp, before, content) : proposedOwn(stamp, id, content, from)
    await writer.put('indicators', [kept])
    return kept
  })
}
