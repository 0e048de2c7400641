import { useRef, useState } from 'react'
import type { GoalContent } from '#domain/goals/goal'
import { createSaver, type Saved, type Saver, type SaveState } from './goal-saver.ts'

export type Draft = {
  content: GoalContent
  state: SaveState
  change: (patch: Partial<GoalContent>) => void
  /** A key was pressed in a field: what stands there is not saved yet. */
  touch: () => void
  saver: Saver
}

/** The form being written: every change goes to the saver at once. `save` is that of the first drawing. */
export function useDraft(
  start: Saved & { content: GoalContent },
  save: (revision: number, content: GoalContent) => Promise<Saved>,
): Draft {
  const [content, setContent] = useState(start.content)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: start.changedAt })
  const latest = useRef(content)
  const [saver] = useState(() => createSaver(start, save, setState))

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

  const lastSaved = useRef(start.changedAt)
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
