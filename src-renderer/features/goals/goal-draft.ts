import { useRef, useState } from 'react'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { contentOf } from '#domain/goals/carry'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { createSaver, type Saver, type SaveState } from './goal-saver.ts'

export type Draft = {
  content: GoalContent
  state: SaveState
  change: (patch: Partial<GoalContent>) => void
  /** A key was pressed in a field: what stands there is not saved yet. */
  touch: () => void
  saver: Saver
}

/** The form being written: every change goes to the saver at once. */
export function useDraft(goal: Goal, by: Actor): Draft {
  const [content, setContent] = useState(() => contentOf(goal))
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: goal.changedAt })
  const latest = useRef(content)
  const [saver] = useState(() =>
    createSaver(goal, (revision, next) => saveGoalDraft(goal.id, revision, next, by), setState),
  )

  function change(patch: Partial<GoalContent>) {
    const before = latest.current
    const after = { ...before, ...patch }
    const differs = (Object.keys(patch) as (keyof GoalContent)[]).some(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    )
    if (!differs) {
      // Typed and taken back: nothing to write, and the mark of typing goes.
      void saver.flush().then((done) => done && setState((now) => (now.kind === 'pending' ? restored : now)))
      return
    }
    latest.current = after
    setContent(after)
    saver.put(after)
  }

  const lastSaved = useRef(goal.changedAt)
  if (state.kind === 'saved') lastSaved.current = state.at
  const restored: SaveState = { kind: 'saved', at: lastSaved.current }

  return {
    content,
    state,
    change,
    touch: () => setState((now) => (now.kind === 'saved' ? { kind: 'pending' } : now)),
    saver,
  }
}
