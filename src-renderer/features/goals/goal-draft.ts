import { useEffect, useRef, useState } from 'react'
import type { GoalContent } from '#domain/goals/goal'
import { release } from '#ui/unkept'
import { createSaver, type Kept, type Saver, type SaveState } from './goal-saver.ts'

export type Draft<Content = GoalContent> = {
  content: Content
  state: SaveState
  change: (patch: Partial<Content>) => void
  /** A key was pressed in a field: what stands there is not saved yet. */
  touch: () => void
  saver: Saver<Content>
}

/** A form being written: every change goes at once to the saver, which writes by the given function. */
export function useDraft<Content extends object>(
  kept: Kept,
  read: () => Content,
  save: (revision: number, content: Content) => Promise<Kept>,
): Draft<Content> {
  const [content, setContent] = useState(read)
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: kept.changedAt })
  const latest = useRef(content)
  const [saver] = useState(() => createSaver(kept, save, setState))
  // What was refused to the last is out of sight: the window has nothing more to wait for.
  useEffect(() => () => void saver.flush().then(() => release(saver)), [saver])

  function change(patch: Partial<Content>) {
    const before = latest.current
    const after = { ...before, ...patch }
    const differs = (Object.keys(patch) as (keyof Content)[]).some(
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

  const lastSaved = useRef(kept.changedAt)
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
