import type { Goal } from '#domain/goals/goal'
import { moveGoal } from '#storage/move-goal'

/** 批复: the goal stands from here on. */
export function approveGoal(id: string, seenRevision: number, by: string): Promise<Goal> {
  return moveGoal(id, seenRevision, 'approve', '', by)
}
