import { AppError } from '#domain/errors'
import {
  checkOwnEvaluation,
  type OwnEvaluationWanted,
  ownEvaluationText,
  trimmedOwnEvaluation,
} from '#domain/evaluation/own-rules'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { rulesById } from '#domain/year-rules'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Sets what a bureau changes in its pack's rules of 绩效评价, or gives the pack back as it comes. Throws `entry-faulty` with the
 * problems as its cause where a number is beyond its limits, lines contradict each other or no reason is given,
 * `changed-meanwhile` where somebody else changed them since.
 */
export async function saveEvaluationRules(
  bookId: string,
  seenRevision: number,
  wanted: OwnEvaluationWanted,
  reason: string,
  by: Actor,
): Promise<YearBook> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-evaluation-rules', bookId, summary: '' }
  return write(stamp, entry, ['books'], async (writer) => {
    const book = await db.books.get(bookId)
    if (!book) throw new AppError('not-found')
    const revision = book.ownEvaluation?.revision ?? 0
    if (revision !== seenRevision) throw new AppError('changed-meanwhile')
    const shipped = rulesById(book.rulesId).evaluation
    const problems = checkOwnEvaluation(shipped, wanted)
    if (problems.length > 0 || reason.trim() === '') throw new AppError('entry-faulty', { cause: problems })
    const numbers = trimmedOwnEvaluation(shipped, wanted)
    const saved: YearBook = {
      ...book,
      ownEvaluation: {
        ...{ numbers, revision: revision + 1, reason: reason.trim() },
        ...{ changedAt: stamp.at, changedBy: stamp.by },
      },
    }
    const changed = ownEvaluationText(shipped, numbers)
    writer.say(changed === '' ? `评价规则恢复为规则包原值：${reason.trim()}` : `修改评价规则：${changed}`)
    await writer.put('books', [saved])
    return saved
  })
}
