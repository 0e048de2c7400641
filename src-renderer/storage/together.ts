import type { GoalStatus } from '#domain/goals/goal'
import { emptyReview, type Together } from '#domain/goals/review'
import { publicLines } from './public-lines.ts'
import { reviewLines } from './review-lines.ts'

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

const nothing = emptyReview({ id: '', bookId: '', unitId: '', name: '' }).together

/**
 * All goals of a book with their register, drafts left out: what was never declared has nothing to go together. In a live query
 * it watches the end of the trail alone.
 */
export async function togetherRows(bookId: string): Promise<TogetherRow[]> {
  const [goals, reviews] = await Promise.all([publicLines(bookId), reviewLines(bookId)])
  const known = new Map(reviews.map((review) => [review.id, review.together]))
  return goals
    .filter(({ status }) => status !== 'draft')
    .map((goal) => {
      const { id, unitId, name, initials, status, secret, disclosed } = goal
      const together = known.get(id) ?? nothing
      return { id, unitId, name, initials, status, secret, disclosed, together }
    })
}
