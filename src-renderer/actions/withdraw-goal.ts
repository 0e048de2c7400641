import type { Goal } from '#domain/goals/goal'
import { moveGoal } from '#storage/move-goal'

/** 取消送审: back to draft. */
export function withdrawGoal(id: string, seenRevision: number, by: string): Promise<Goal> {
  return moveGoal(id, seenRevision, 'withdraw', '', by)
}
