import { useEffect, useRef, useState } from 'react'
import { AppError } from '#domain/errors'
import { type Saving, useQueue } from './use-queue.ts'

type Kept = { id: string; revision: number }

type WriteQueue<Record, Written> = Saving & {
  /** As it is kept, with what is still being written. */
  record: Record
  write: (written: Written) => void
}

/** How one kind of record is read, how what was written is kept on the newest, and how it looks before it is. */
type Door<Record, Written> = {
  read: (id: string) => Promise<Record | null>
  keep: (latest: Record, written: Written) => Promise<Record>
  applied: (record: Record, written: Written) => Record
}

/** One record being written: what waits is kept in order, and stays in sight where it is refused. */
export function useWriteQueue<Record extends Kept, Written>(
  kept: Record,
  door: Door<Record, Written>,
): WriteQueue<Record, Written> {
  // What is being written stands on this in sight: the live record may already hold some of it, or come a moment later.
  const [base, setBase] = useState<Record | null>(null)
  const { waiting, add, ...saving } = useQueue<Written>(async ([next]) => {
    if (next === undefined) return 0
    const latest = await door.read(kept.id)
    if (!latest) throw new AppError('not-found')
    setBase(await door.keep(latest, next))
    return 1
  })
  const isPending = saving.state.kind === 'pending'
  // The page may still have been given the record that was looked at before this one.
  const ground = base?.id === kept.id && (isPending || base.revision > kept.revision) ? base : kept
  // 撤销 writes a while after it was offered: by then another record stands in sight.
  const seen = useRef({ ground, isIdle: true })
  useEffect(() => {
    seen.current = { ground, isIdle: waiting.length === 0 }
  })
  return {
    ...saving,
    record: waiting.reduce(door.applied, ground),
    write(written) {
      if (seen.current.isIdle) setBase(seen.current.ground)
      add([written])
    },
  }
}
