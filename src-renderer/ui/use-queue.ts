import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { SaveState } from './SaveNote.tsx'
import { hold, release } from './unkept.ts'

/** How what is being written stands, and what a page may do about it. */
export type Saving = {
  state: SaveState
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/**
 * What was written and waits to be kept, in order: `keep` is given all that waits and says how much of it, from the
 * first on, it has kept. What is refused waits on until it is tried again.
 */
export function useQueue<Written>(keep: (waiting: readonly Written[]) => Promise<number>): Saving & {
  waiting: readonly Written[]
  add: (written: readonly Written[]) => void
} {
  const waiting = useRef<readonly Written[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [shown, setShown] = useState<readonly Written[]>([])
  const [error, setError] = useState<unknown>(null)
  const through = useRef(keep)
  useEffect(() => {
    through.current = keep
  })

  async function drain(): Promise<void> {
    try {
      while (waiting.current.length > 0) {
        const count = await through.current(waiting.current)
        waiting.current = waiting.current.slice(count)
        setShown(waiting.current)
      }
      setError(null)
    } catch (caught) {
      setError(caught)
    } finally {
      running.current = null
      if (waiting.current.length === 0) release(waiting)
    }
  }

  function begin() {
    if (waiting.current.length > 0) running.current ??= drain()
  }

  async function flush(): Promise<boolean> {
    begin()
    while (running.current) await running.current
    return waiting.current.length === 0
  }

  const leave = useEffectEvent(async () => {
    await flush()
    // What was refused to the last is out of sight: the window has nothing more to wait for.
    release(waiting)
  })
  useEffect(() => () => void leave(), [])

  return {
    state: error === null ? { kind: shown.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    waiting: shown,
    add(written) {
      if (written.length === 0) return
      hold(waiting)
      waiting.current = [...waiting.current, ...written]
      setShown(waiting.current)
      begin()
    },
    flush,
    retry: begin,
  }
}
