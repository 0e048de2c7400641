import type { Goal } from '../goals/goal.ts'
import { type Adjustment, isOpenAdjustment } from './adjustment.ts'
import { isAdjustmentEditable } from './flow.ts'
import { assessmentsOfRequest } from './major.ts'

/**
 * The goal as its assessment has to see it: with what is asked for, where the assessment speaks for a request that is
 * under review, as it stands otherwise. `assessment` null is one that is listed now. A 重大变化 is assessed by what the
 * goal is to become (巴财〔2020〕38号 三（二）2).
 */
export function goalAsAsked(
  goal: Goal,
  adjustments: readonly Adjustment[],
  assessment: { id: string } | null,
): Goal {
  const asked = adjustments.find(
    (each) =>
      each.goalId === goal.id &&
      isOpenAdjustment(each) &&
      !isAdjustmentEditable(each.state) &&
      (assessment === null || assessmentsOfRequest(each, [assessment]).length > 0),
  )
  return asked ? { ...goal, ...asked.after } : goal
}
