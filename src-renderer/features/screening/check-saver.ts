import { saveSpotCheck } from '#actions/save-spot-check'
import type { Actor } from '#domain/people/duties'
import type { SpotCheck, SpotCheckContent } from '#domain/spot-checks/spot-check'
import { spotCheckById } from '#storage/spot-checks'
import type { Saving } from '#ui/use-queue'
import { useWriteQueue } from '#ui/use-write-queue'

/** A change, made on whatever stands there by then: changes to other fields are not undone by it. */
export type Patch = (before: SpotCheck) => Partial<SpotCheckContent>

export type CheckDraft = Saving & {
  /** What is kept, with what is still being written. */
  check: SpotCheck
  change: (patch: Patch) => void
}

/** The check being written. */
export function useCheckDraft(kept: SpotCheck, by: Actor): CheckDraft {
  const { record, write, ...saving } = useWriteQueue<SpotCheck, Patch>(kept, {
    read: spotCheckById,
    keep: (latest, patch) => saveSpotCheck(latest.id, latest.revision, patch(latest), by),
    applied: (check, patch) => ({ ...check, ...patch(check) }),
  })
  return { ...saving, check: record, change: write }
}
