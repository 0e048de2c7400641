import {
  checkOwnClosing,
  type OwnClosingWanted,
  ownClosingText,
  trimmedOwnClosing,
} from '#domain/applications/own-rules'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { rulesById } from '#domain/year-rules'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Sets what a bureau changes in its pack's rules of 结果应用、信息公开 and 预算分析, or gives the pack back as it comes. Throws
 * `entry-faulty` with the problems as its cause where they cannot be used or no reason is given, `changed-meanwhile` where
 * somebody else changed them since.
 */
export async function saveClosingRules(
  bookId: string,
  seenRevision: number,
  wanted: OwnClosingWanted,
  reason: string,
  by: Actor,
): Promise<YearBook> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-closing-rules', bookId, summary: '' }
  return write(stamp, entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const revision = book.ownClosing?.revision ?? 0
    if (revision !== seenRevision) throw new AppError('changed-meanwhile')
    const shipped = rulesById(book.rulesId)
    const problems = checkOwnClosing(shipped, wanted)
    if (problems.length > 0 || reason.trim() === '') throw new AppError('entry-faulty', { cause: problems })
    const saved: YearBook = {
      ...book,
      ownClosing: {
        ...trimmedOwnClosing(shipped, wanted),
        ...{ revision: revision + 1, reason: reason.trim(), changedAt: stamp.at, changedBy: stamp.by },
      },
    }
    const changed = ownClosingText(shipped, wanted)
    writer.say(
      changed === '' ? `应用规则恢复为规则包原值：${reason.trim()}` : `修改应用、公开和分析规则：${changed}`,
    )
    await writer.put('books', [saved])
    return saved
  })
}
