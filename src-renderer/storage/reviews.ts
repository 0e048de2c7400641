import type { Goal } from '#domain/goals/goal'
import { emptyReview, type GoalReview } from '#domain/goals/review'
import { db } from './database.ts'

/** 审核档案 of a goal; an empty one where nobody has reviewed it yet. */
export async function reviewOf(goal: Goal): Promise<GoalReview> {
  return (await db.reviews.get(goal.id)) ?? emptyReview(goal)
}

/** The reviews of goals in their order, empty ones where there are none. */
export async function reviewsOfGoals(goals: readonly Goal[]): Promise<GoalReview[]> {
  const found = await db.reviews.bulkGet(goals.map((goal) => goal.id))
  return goals.map((goal, index) => found[index] ?? emptyReview(goal))
}

/** All reviews of a book that exist. */
export function reviewsIn(bookId: string): Promise<GoalReview[]> {
  return db.reviews.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}
