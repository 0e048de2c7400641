import { AppError } from '#domain/errors'
import { goalFlow } from '#domain/goals/flow'
import type { Goal } from '#domain/goals/goal'
import type { Meeting } from '#domain/goals/meeting'
import type { GoalReview } from '#domain/goals/review'
import { stepOf } from '#domain/workflow'
import { db } from './database.ts'
import type { GoalStep } from './goal-record.ts'

/** A meeting with one more decision; the last word on a goal stands, also when it is taken up again. */
export async function withDecision(
  meetingId: string,
  { goal, review }: { goal: Goal; review: GoalReview },
  step: GoalStep,
  at: string,
): Promise<Meeting> {
  const meeting = await db.meetings.get(meetingId)
  if (!meeting || meeting.bookId !== goal.bookId) throw new AppError('not-found')
  const unit = await db.units.get(goal.unitId)
  const decision = {
    goalId: goal.id,
    name: goal.name,
    unitName: unit?.name ?? '',
    verb: stepOf(goalFlow, step.id)?.verb ?? '',
    to: goal.status,
    grade: review.sheet.grade,
    opinion: step.opinion.trim(),
    at,
  }
  const others = meeting.decisions.filter((each) => each.goalId !== goal.id)
  return { ...meeting, decisions: [...others, decision], revision: meeting.revision + 1 }
}
