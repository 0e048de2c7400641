import { AppError } from '#domain/errors'
import {
  isAsShipped,
  type OwnRulesWanted,
  ownRulesText,
  trimmedOwnRules,
  withOwnRules,
} from '#domain/monitoring/own-rules'
import type { Actor } from '#domain/people/duties'
import { checkMonitoringRules } from '#domain/rules/validate-monitoring'
import type { YearBook } from '#domain/year-book'
import { rulesById } from '#domain/year-rules'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Sets what a bureau changes in its pack's lines, or gives the pack back as it comes. Throws `entry-faulty` with the
 * problems as its cause where the lines contradict each other or no reason is given, `changed-meanwhile` where somebody
 * else changed them since.
 */
export async function saveOwnRules(
  bookId: string,
  seenRevision: number,
  wanted: OwnRulesWanted,
  reason: string,
  by: Actor,
): Promise<YearBook> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-own-rules', bookId, summary: '' }
  return write(stamp, entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const revision = book.ownRules?.revision ?? 0
    if (revision !== seenRevision) throw new AppError('changed-meanwhile')
    const shipped = rulesById(book.rulesId).monitoring
    const own = trimmedOwnRules(shipped, wanted)
    const problems = checkMonitoringRules(withOwnRules(shipped, own))
    if (problems.length > 0 || reason.trim() === '') throw new AppError('entry-faulty', { cause: problems })
    const saved: YearBook = {
      ...book,
      ownRules: {
        ...own,
        revision: revision + 1,
        reason: reason.trim(),
        changedAt: stamp.at,
        changedBy: stamp.by,
      },
    }
    writer.say(
      isAsShipped(own)
        ? `预警线恢复为规则包原值：${reason.trim()}`
        : `修改预警线：${ownRulesText(shipped, own)}`,
    )
    await writer.put('books', [saved])
    return saved
  })
}
