import { useEffect, useRef, useState } from 'react'
import { AppError } from '#domain/errors'
import type { SaveState } from './SaveNote.tsx'

type Kept = { id: string; revision: number }
type Patch<Record extends Kept> = (before: Record) => Partial<Record>

export type RecordSaver<Record extends Kept> = {
  state: SaveState
  /** As it is kept, with what is still being written. */
  record: Record
  /** The patch may run again on a later revision: it must only change what was written. */
  change: (patch: Patch<Record>) => void
  /** Waits for what is being written; false when it could not be kept. */
  flush: () => Promise<boolean>
  retry: () => void
}

/** How one kind of record is read and kept. */
type Door<Record extends Kept> = {
  read: (id: string) => Promise<Record | null>
  keep: (latest: Record, change: Partial<Record>) => Promise<Record>
}

/** One record being written: what waits is kept in order, and stays in sight where it is refused. */
export function useRecordSaver<Record extends Kept>(kept: Record, door: Door<Record>): RecordSaver<Record> {
  const waiting = useRef<readonly Patch<Record>[]>([])
  const running = useRef<Promise<void> | null>(null)
  const [overlay, setOverlay] = useState<readonly Patch<Record>[]>([])
  // The live record may come a moment after its writing.
  const [saved, setSaved] = useState<Record | null>(null)
  const [error, setError] = useState<unknown>(null)
  const through = useRef(door)
  useEffect(() => {
    through.current = door
  })

  async function drain(): Promise<void> {
    try {
      for (let next = waiting.current[0]; next; next = waiting.current[0]) {
        const latest = await through.current.read(kept.id)
        if (!latest) throw new AppError('not-found')
        const after = await through.current.keep(latest, next(latest))
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
  let record = ground
  for (const patch of overlay) record = { ...record, ...patch(record) }
  return {
    state: error === null ? { kind: overlay.length > 0 ? 'pending' : 'saved' } : { kind: 'failed', error },
    record,
    change: (patch) => {
      waiting.current = [...waiting.current, patch]
      setOverlay(waiting.current)
      begin()
    },
    flush,
    retry: begin,
  }
}
