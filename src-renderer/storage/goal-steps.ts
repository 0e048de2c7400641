import type { Day } from '#domain/dates'
import { goalFlow } from '#domain/goals/flow'
import type { Goal } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import { stepTaken } from '#domain/workflow'
import { type GoalStep, movedGoal } from './goal-record.ts'
import { localDay } from './local-day.ts'
import type { Stamp } from './stamp.ts'

/** A goal after a step, with its review: the step in the trail, the day of 申报 or 批复 in the 同步 register. */
export function takenStep(
  stamp: Stamp,
  goal: Goal,
  review: GoalReview,
  step: GoalStep,
): { goal: Goal; review: GoalReview } {
  const moved = movedGoal(stamp, goal, step)
  const note = stepTaken(goalFlow, goal.status, moved.status, step, stamp.actor, stamp.at)
  const together = withDay(review, step, localDay(stamp.at))
  return {
    goal: moved,
    review: {
      ...review,
      name: goal.name,
      unitId: goal.unitId,
      trail: [...review.trail, note],
      together,
      revision: review.revision + 1,
    },
  }
}

function withDay({ together }: GoalReview, step: GoalStep, today: Day): GoalReview['together'] {
  const { goal } = together
  if (step.id === 'submit-goal' && goal.declaredOn === '') {
    return { ...together, goal: { ...goal, declaredOn: today } }
  }
  if (step.id === 'approve-goal') return { ...together, goal: { ...goal, approvedOn: today } }
  if (step.id === 'reopen-goal') return { ...together, goal: { ...goal, approvedOn: '' } }
  return together
}
