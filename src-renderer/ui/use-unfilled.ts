import { useMemo, useState } from 'react'
import type { Problem } from '#domain/problem'

/**
 * What is not filled in yet is no fault of a form that is being written: it is named in one line. It becomes a finding once
 * its field was left empty, or the form was to be handed in.
 */
export function useUnfilled(
  isBeingWritten: boolean,
  problems: readonly Problem[],
  isUnfilled: (problem: Problem) => boolean,
) {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const [shown, setShown] = useState(false)
  const isQuiet = isBeingWritten && !shown
  const unfilled = useMemo(
    () => (isQuiet ? problems.filter((problem) => isUnfilled(problem) && !visited.has(problem.at)) : []),
    [isQuiet, problems, isUnfilled, visited],
  )
  const loud = useMemo(() => problems.filter((problem) => !unfilled.includes(problem)), [problems, unfilled])
  return {
    loud,
    unfilled,
    visit: (at: string) => setVisited((before) => (before.has(at) ? before : new Set([...before, at]))),
    showAll: () => setShown(true),
  }
}
