import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { goalById } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** The unit's answer to a 批注; without words it says that the field was changed as asked. */
export async function answerComment(
  goalId: string,
  commentId: string,
  answer: string,
  by: Actor,
): Promise<void> {
  const goal = await goalById(goalId)
  if (!goal) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry = { action: 'resolve-comment', bookId: goal.bookId, summary: `答复批注：${goal.name}` } as const
  await write(stamp, entry, ['goals', 'reviews'], async (writer) => {
    const review = await changedReview(goalId, (before) => {
      if (!before.comments.some((comment) => comment.id === commentId)) throw new AppError('not-found')
      const answered = { answer: answer.trim(), answeredBy: by.name, answeredAt: stamp.at }
      return {
        ...before,
        comments: before.comments.map((comment) =>
          comment.id === commentId ? { ...comment, ...answered } : comment,
        ),
      }
    })
    await writer.put('reviews', [review])
  })
}
