import { useMemo, useState } from 'react'
import { isUnfilled } from '#domain/goals/check'
import type { Goal } from '#domain/goals/goal'
import type { Problem } from '#domain/problem'

/**
 * What is not filled in yet is no fault of a form that is being written: a draft that was begun here names it in one line.
 * It becomes a finding once its field was left empty, or the goal was to be handed in.
 */
export function useUnfilled(goal: Pick<Goal, 'status' | 'origin'>, problems: readonly Problem[]) {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(false)
  const isQuiet = goal.status === 'draft' && goal.origin === '' && !shown
  const unfilled = useMemo(
    () => (isQuiet ? problems.filter((problem) => isUnfilled(problem) && !visited.has(problem.at)) : []),
    [isQuiet, problems, visited],
  )
  const loud = useMemo(() => problems.filter((problem) => !unfilled.includes(problem)), [problems, unfilled])
  return {
    loud,
    unfilled,
    visit: (at: string) => setVisited((before) => (before.has(at) ? before : new Set([...before, at]))),
    showAll: () => setShown(true),
  }
}
