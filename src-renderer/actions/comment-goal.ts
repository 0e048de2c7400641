import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { goalById } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

/** 批注 at a field of a goal (`at` as in `Problem.at`); the unit sees it there. Throws `opinion-missing` for no text. */
export async function commentGoal(goalId: string, at: string, text: string, by: Actor): Promise<void> {
  const goal = await goalById(goalId)
  if (!goal) throw new AppError('not-found')
  if (text.trim() === '') throw new AppError('opinion-missing')
  const stamp = newStamp(by)
  const comment = {
    id: stamp.nextId(),
    at,
    text: text.trim(),
    by: by.name,
    duty: by.duty,
    madeAt: stamp.at,
    answer: '',
    answeredBy: '',
    answeredAt: '' as const,
  }
  const summary = `批注：${goal.name}`
  await write(
    stamp,
    { action: 'comment-goal', bookId: goal.bookId, summary },
    ['goals', 'reviews'],
    async (writer) => {
      const review = await changedReview(goalId, (before) => ({
        ...before,
        comments: [...before.comments, comment],
      }))
      await writer.put('reviews', [review])
    },
  )
}
