import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { goalById } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** Takes back one's own 批注 that nobody has answered; throws `not-permitted` for another's, `not-allowed` once answered. */
export async function removeComment(goalId: string, commentId: string, by: Actor): Promise<void> {
  const goal = await goalById(goalId)
  if (!goal) throw new AppError('not-found')
  const entry = { action: 'comment-goal', bookId: goal.bookId, summary: `撤回批注：${goal.name}` } as const
  await write(newStamp(by), entry, ['goals', 'reviews'], async (writer) => {
    const review = await changedReview(goalId, (before) => {
      const gone = before.comments.find((comment) => comment.id === commentId)
      if (!gone) throw new AppError('not-found')
      if (gone.by !== by.name) throw new AppError('not-permitted')
      if (gone.answeredAt !== '') throw new AppError('not-allowed')
      return { ...before, comments: before.comments.filter((comment) => comment !== gone) }
    })
    await writer.put('reviews', [review])
  })
}
