import type { Goal } from '#domain/goals/goal'
import { moveGoal } from '#storage/move-goal'

/** 撤销批复: back to submitted. */
export function reopenGoal(id: string, seenRevision: number, by: string): Promise<Goal> {
  return moveGoal(id, seenRevision, 'reopen', '', by)
}
