import type { Goal } from '#domain/goals/goal'
import { moveGoal } from '#storage/move-goal'

/** 送审: throws `submission-blocked` where the check finds an error. */
export function submitGoal(id: string, seenRevision: number, by: string): Promise<Goal> {
  return moveGoal(id, seenRevision, 'submit', '', by)
}
