import { AppError } from '#domain/errors'
import type { EvaluationPlan, PlanContent } from '#domain/evaluation/plan'
import type { Actor } from '#domain/people/duties'
import { bookById } from '#storage/books'
import { revisedPlan, seenPlan } from '#storage/evaluation-plan-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps what the bureau decided for the year's list. Throws `not-allowed` where the plan is issued, `entry-faulty` for a
 * capacity that is no number of evaluations.
 */
export async function saveEvaluationPlan(
  bookId: string,
  seenRevision: number,
  change: Partial<PlanContent>,
  by: Actor,
): Promise<EvaluationPlan> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const { capacity } = change
  if (capacity !== undefined && !(Number.isSafeInteger(capacity) && capacity > 0))
    throw new AppError('entry-faulty')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-evaluation-plan', bookId, summary: `编制 ${book.year} 年度评价计划` }
  return write(stamp, entry, ['evaluationPlans'], async (writer) => {
    const plan = await seenPlan(book, seenRevision, stamp)
    if (plan.state !== 'draft') throw new AppError('not-allowed')
    const saved = revisedPlan(stamp, plan, change)
    await writer.put('evaluationPlans', [saved])
    return saved
  })
}
