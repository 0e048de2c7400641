import { discardAdjustment } from '#actions/discard-adjustment'
import { openAdjustment } from '#actions/open-adjustment'
import { saveAdjustment } from '#actions/save-adjustment'
import { takeAdjustmentStep } from '#actions/take-adjustment-step'
import { type Adjustment, type AdjustmentState, openedAdjustment } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import type { Goal } from '#domain/goals/goal'
import { db } from '#storage/database'
import { type Cases, type DoRow, draftWorld, type Prepare, stateBefore } from './action-case.ts'

async function adjustmentIn(state: AdjustmentState): Promise<Adjustment> {
  const { goal } = await draftWorld()
  const approved: Goal = { ...goal, status: 'approved' }
  await db.goals.put(approved)
  const made = openedAdjustment(approved, 1, { id: 'adjustment-1', at: goal.changedAt, by: '张会计' })
  const words = { reason: '供餐天数减少', budgetEffect: '调减 10 万元' }
  const after = { ...made.after, remarks: '按新校历执行' }
  const adjustment = { ...made, ...words, after, state }
  await db.adjustments.put(adjustment)
  return adjustment
}

function adjustmentStep(id: DoRow): Prepare {
  return async () => {
    const state = stateBefore(adjustmentFlow, id)
    const { id: adjustmentId, revision } = await adjustmentIn(state)
    return (actor) => takeAdjustmentStep(adjustmentId, revision, { id, opinion: '意见' }, actor)
  }
}

/** Every write of 目标调整. */
export const adjustmentCases = {
  'open-adjustment': async () => {
    const { goal } = await draftWorld()
    await db.goals.put({ ...goal, status: 'approved' })
    return (actor) => openAdjustment(goal.id, actor)
  },
  'save-adjustment': async () => {
    const { id, revision } = await adjustmentIn('draft')
    return (actor) => saveAdjustment(id, revision, { reason: '政策变化' }, actor)
  },
  'discard-adjustment': async () => {
    const { id, revision } = await adjustmentIn('draft')
    return (actor) => discardAdjustment(id, revision, actor)
  },
  'submit-adjustment': adjustmentStep('submit-adjustment'),
  'withdraw-adjustment': adjustmentStep('withdraw-adjustment'),
  'pass-adjustment': adjustmentStep('pass-adjustment'),
  'return-adjustment': adjustmentStep('return-adjustment'),
  'confirm-adjustment': adjustmentStep('confirm-adjustment'),
  'return-adjustment-review': adjustmentStep('return-adjustment-review'),
  'approve-adjustment': adjustmentStep('approve-adjustment'),
  'reject-adjustment': adjustmentStep('reject-adjustment'),
} satisfies Cases
