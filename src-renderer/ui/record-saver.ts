import type { Saving } from './use-queue.ts'
import { useWriteQueue } from './use-write-queue.ts'

type Kept = { id: string; revision: number }
type Patch<Record extends Kept> = (before: Record) => Partial<Record>

export type RecordSaver<Record extends Kept> = Saving & {
  /** As it is kept, with what is still being written. */
  record: Record
  /** The patch may run again on a later revision: it must only change what was written. */
  change: (patch: Patch<Record>) => void
}

/** How one kind of record is read and kept. */
type Door<Record extends Kept> = {
  read: (id: string) => Promise<Record | null>
  keep: (latest: Record, change: Partial<Record>) => Promise<Record>
}

/** One record being written, by patches of what is the newest then. */
export function useRecordSaver<Record extends Kept>(kept: Record, door: Door<Record>): RecordSaver<Record> {
  const { write, ...queue } = useWriteQueue<Record, Patch<Record>>(kept, {
    read: door.read,
    keep: (latest, patch) => door.keep(latest, patch(latest)),
    applied: (record, patch) => ({ ...record, ...patch(record) }),
  })
  return { ...queue, change: write }
}
