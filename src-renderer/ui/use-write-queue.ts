import { useEffect, useRef, useState } from 'react'
import type { SaveState } from './SaveNote.tsx'

type Kept = { id: string; revision: number }

export type WriteQueue<Record, Written> = {
  state: SaveState
  /** As it is kept, with what is still being written. */
  record: Record
  write: (written: Written) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/** How what was written is kept, and how the record looks with it before it is. */
type Door<Record, Written> = {
  keep: (id: string, written: Written) => Promise<Record>
  applied: (record: Record, written: Written) => Record
}

/** One record being written: what waits is kept in order, and stays in sight where it is refused. */
export function useWriteQueue<Record extends Kept, Written>(
  kept: Record,
  door: Door<Record, Written>,
): WriteQueue<Record, Written> {
  const waiting = useRef<readonly Written[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Written[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<Record | null>(null)
  const [error, setError] = useState<unknown>(null)
  const through = useRef(door)
  useEffect(() => {
    through.current = door
  })

  async function drain(): Promise<void> {
    try {
      for (let [next] = waiting.current; next !== undefined; [next] = waiting.current) {
        const after = await through.current.keep(kept.id, next)
        waiting.current = waiting.current.slice(1)
        setSaved(after)
        setOverlay(waiting.current)
      }
      setError(null)
    } catch (caught) {
      setError(caught)
    } finally {
      running.current = null
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

  const ground = saved && saved.revision > kept.revision ? saved : kept
  return {
    state: error === null ? { kind: overlay.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    record: overlay.reduce(door.applied, ground),
    write: (written) => {
      waiting.current = [...waiting.current, written]
      setOverlay(waiting.current)
      begin()
    },
    flush,
    retry: begin,
  }
}
