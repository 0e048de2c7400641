import { AppError } from '#domain/errors'
import { goalFlow } from '#domain/goals/flow'
import type { GoalReview, ReviewSheet } from '#domain/goals/review'
import type { Actor } from '#domain/people/duties'
import { statesHeldBy } from '#domain/workflow'
import { goalById } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/**
 * Keeps the 绩效目标审核表 as far as it is filled, faults and all, while it is the duty's turn; throws `not-allowed`
 * otherwise, `changed-meanwhile` where another window wrote after the person saw it.
 */
export async function saveReviewSheet(
  goalId: string,
  seenRevision: number,
  sheet: ReviewSheet,
  by: Actor,
): Promise<GoalReview> {
  const goal = await goalById(goalId)
  if (!goal) throw new AppError('not-found')
  const entry = {
    action: 'save-review-sheet',
    bookId: goal.bookId,
    summary: `审核评分：${goal.name}`,
  } as const
  return write(newStamp(by), entry, ['goals', 'reviews'], async (writer) => {
    const review = await changedReview(goalId, (before, now) => {
      if (!statesHeldBy(goalFlow, by.duty).includes(now.status)) throw new AppError('not-allowed')
      if (before.revision !== seenRevision) throw new AppError('changed-meanwhile')
      return { ...before, sheet }
    })
    await writer.put('reviews', [review])
    return review
  })
}
