import { commentGoal } from '#actions/comment-goal'
import { markCongress } from '#actions/mark-congress'
import { registerTogether } from '#actions/register-together'
import { saveMeeting } from '#actions/save-meeting'
import { saveReviewSheet } from '#actions/save-review-sheet'
import { takeGoalStep } from '#actions/take-goal-step'
import { goalFlow } from '#domain/goals/flow'
import type { Goal, GoalStatus } from '#domain/goals/goal'
import { emptyReview } from '#domain/goals/review'
import { db } from '#storage/database'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'

/** The step of a goal from the first state that has it; a higher review has its grade. */
export function goalStep(id: DoRow): Prepare {
  return async () => {
    const { goal } = await draftWorld()
    const status = stateBefore(goalFlow, id)
    await putState(goal, status)
    return (actor) => takeGoalStep(goal.id, goal.revision, { id, opinion: '意见' }, actor)
  }
}

export async function putState(goal: Goal, status: GoalStatus): Promise<void> {
  await db.goals.put({ ...goal, status })
  await db.reviews.put({ ...emptyReview(goal), sheet: { marks: {}, grade: 'excellent' } })
}

/** Every write of 目标审核. */
export const reviewCases = {
  'comment-goal': async () => {
    const { goal } = await draftWorld()
    await putState(goal, 'submitted')
    return (actor) => commentGoal(goal.id, 'name', '请核对', actor)
  },
  'save-review-sheet': async () => {
    const { goal } = await draftWorld()
    return async (actor) => {
      // Each fills it in when it is the turn.
      const status = actor.duty === 'spending' ? 'submitted' : 'joint'
      await db.goals.update(goal.id, { status })
      return saveReviewSheet(goal.id, 0, { marks: {}, grade: 'good' }, actor)
    }
  },
  'pass-first-review': goalStep('pass-first-review'),
  'return-first-review': goalStep('return-first-review'),
  'pass-joint-review': goalStep('pass-joint-review'),
  'return-joint-review': goalStep('return-joint-review'),
  'reject-joint-review': goalStep('reject-joint-review'),
  'pass-key-review': goalStep('pass-key-review'),
  'return-key-review': goalStep('return-key-review'),
  'reject-key-review': goalStep('reject-key-review'),
  'recall-first-review': goalStep('recall-first-review'),
  'recall-joint-review': goalStep('recall-joint-review'),
  'approve-goal': goalStep('approve-goal'),
  'return-approval': goalStep('return-approval'),
  'reopen-goal': goalStep('reopen-goal'),
  'reopen-rejected': goalStep('reopen-rejected'),
  'mark-congress': async () => {
    const { goal } = await draftWorld()
    return (actor) => markCongress([goal.id], true, actor)
  },
  'hold-meeting': async () => {
    const { book } = await draftWorld()
    const words = {
      name: '第 1 次会审',
      heldOn: '2026-11-20',
      place: '',
      chair: '',
      attendees: '',
      recorder: '',
    }
    return (actor) => saveMeeting({ id: '', bookId: book.id, ...words, decisions: [], revision: 0 }, actor)
  },
  'register-together': async () => {
    const { goal } = await draftWorld()
    const wish = { stage: 'tabled', what: 'both', on: '2026-01-20' } as const
    return (actor) => registerTogether([goal.id], wish, actor)
  },
} satisfies Cases
