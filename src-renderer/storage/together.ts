import type { GoalStatus } from '#domain/goals/goal'
import { emptyReview, type Together } from '#domain/goals/review'
import { goalsOf } from './goals.ts'
import { reviewsIn } from './reviews.ts'

/** A line of the 同步台账. */
export type TogetherRow = {
  id: string
  unitId: string
  name: string
  initials: string
  status: GoalStatus
  secret: boolean
  disclosed: boolean
  together: Together
}

/** All goals of a book with their register, drafts left out: what was never declared has nothing to go together. */
export async function togetherRows(bookId: string): Promise<TogetherRow[]> {
  const [goals, reviews] = await Promise.all([goalsOf(bookId), reviewsIn(bookId)])
  const known = new Map(reviews.map((review) => [review.id, review.together]))
  return goals
    .filter(({ status }) => status !== 'draft')
    .map((goal) => ({
      id: goal.id,
      unitId: goal.unitId,
      name: goal.name,
      initials: goal.initials,
      status: goal.status,
      secret: goal.secret,
      disclosed: goal.disclosed,
      together: known.get(goal.id) ?? emptyReview(goal).together,
    }))
}
