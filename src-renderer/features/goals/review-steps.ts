import { useState } from 'react'
import { takeGoalStep } from '#actions/take-goal-step'
import { takeGoalSteps } from '#actions/take-goal-steps'
import type { Goal, GoalStatus } from '#domain/goals/goal'
import { type Permission, permissions } from '#domain/people/permissions'
import type { WorkflowStep } from '#domain/workflow'
import { useSession } from '#session'
import { errorText } from '#ui/error-text'
import { useToast } from '#ui/Toast.tsx'
import { statusOf } from './goal-step-texts.ts'

type Step = WorkflowStep<GoalStatus>

/** What takes back one's own pass while nobody has gone on. */
const recalls: Partial<Record<Permission, Permission>> = {
  'pass-first-review': 'recall-first-review',
  'pass-joint-review': 'recall-joint-review',
  'approve-goal': 'reopen-goal',
}

export type ReviewSteps = ReturnType<typeof useReviewSteps>

/** The steps of the lane: taken, counted, and to be taken back from the message; of a meeting, into its minutes. */
export function useReviewSteps(meetingId = '') {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [done, setDone] = useState(0)

  function undoing(ids: readonly string[], step: Step) {
    const back = recalls[step.id]
    if (!back) return {}
    return {
      undo: async () => {
        const taken = await takeGoalSteps(ids, { id: back, opinion: permissions[back].name }, by)
        setDone((count) => count - taken.done.length)
      },
    }
  }

  function take(goal: Goal, step: Step, opinion: string, target: string, onTaken: () => void) {
    attempt(async () => {
      const to = step.back && step.to.length > 1 ? statusOf(target) : undefined
      await takeGoalStep(
        goal.id,
        goal.revision,
        { id: step.id, opinion, ...(to ? { to } : {}) },
        by,
        meetingId,
      )
      setDone((count) => count + 1)
      say({ text: `${step.verb}：${goal.name}`, ...undoing([goal.id], step) })
      onTaken()
    })
  }

  function takeAll(ids: readonly string[], step: Step) {
    attempt(async () => {
      const { done: passed, refused } = await takeGoalSteps(
        ids,
        { id: step.id, opinion: '体检无问题，批量通过' },
        by,
      )
      setDone((count) => count + passed.length)
      const [first] = refused
      say({
        text: first
          ? `已${step.verb} ${passed.length} 个；${refused.length} 个留下：${errorText[first.reason]}`
          : `已${step.verb} ${passed.length} 个目标。`,
        severity: first ? 'warning' : 'success',
        ...(passed.length > 0 ? undoing(passed, step) : {}),
      })
    })
  }

  return { done, take, takeAll }
}
