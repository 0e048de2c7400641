import type { Goal } from '#domain/goals/goal'
import { moveGoal } from '#storage/move-goal'

/** 退回, with the reason for the unit. */
export function returnGoal(id: string, seenRevision: number, opinion: string, by: string): Promise<Goal> {
  return moveGoal(id, seenRevision, 'return', opinion, by)
}
