import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import { emptyReview, type GoalReview } from '#domain/goals/review'
import { db } from './database.ts'

/** The review of a goal inside a transaction, with what a change adds; its revision moves on. */
export async function changedReview(
  goalId: string,
  change: (review: GoalReview, goal: Goal) => GoalReview,
): Promise<GoalReview> {
  const goal = await db.goals.get(goalId)
  if (!goal) throw new AppError('not-found')
  const review = (await db.reviews.get(goalId)) ?? emptyReview(goal)
  const next = change(review, goal)
  return { ...next, name: goal.name, unitId: goal.unitId, revision: review.revision + 1 }
}
