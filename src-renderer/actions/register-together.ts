import type { Day } from '#domain/dates'
import { AppError } from '#domain/errors'
import type { GoalReview, Together } from '#domain/goals/review'
import {
  checkTogether,
  exemptionOf,
  type TogetherPart,
  type TogetherStage,
  withTogetherDay,
} from '#domain/goals/together'
import type { Actor } from '#domain/people/duties'
import { goalsByIds } from '#storage/goals'
import { changedReview } from '#storage/review-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type TogetherWish = { stage: TogetherStage; what: TogetherPart; on: Day }

/** What stood before, for `restoreTogether`; `revision` is that of the review as it was left. */
export type Registered = { id: string; revision: number; before: Together }

/**
 * 同步登记: the day of a stage for goals, their funds or both, many at once; '' takes it out. Throws `day-unfit` and
 * writes nothing where a day would stand before the stage that precedes it, `publication-exempt` where a goal is secret
 * or not disclosed and has no 公示.
 */
export async function registerTogether(
  ids: readonly string[],
  { stage, what, on }: TogetherWish,
  by: Actor,
): Promise<Registered[]> {
  const [first] = await goalsByIds(ids)
  if (!first) throw new AppError('not-found')
  const entry: Entry = {
    action: 'register-together',
    bookId: first.bookId,
    summary: `同步登记：${ids.length} 个目标`,
  }
  return write(newStamp(by), entry, ['goals', 'reviews'], async (writer) => {
    const reviews: GoalReview[] = []
    const done: Registered[] = []
    for (const id of ids) {
      const review = await changedReview(id, (before, goal) => {
        const isPublished = stage === 'published' && on !== ''
        if (isPublished && exemptionOf(goal) !== '') throw new AppError('publication-exempt')
        done.push({ id, revision: before.revision + 1, before: before.together })
        return { ...before, together: withTogetherDay(before.together, stage, what, on) }
      })
      if (checkTogether(review.together).length > 0) throw new AppError('day-unfit')
      reviews.push(review)
    }
    await writer.put('reviews', reviews)
    return done
  })
}
