import type { Appraisal, SelfContent } from '#domain/appraisals/appraisal'
import type { Actor } from '#domain/people/duties'
import { filledAppraisal } from '#storage/appraisal-record'
import { changeAppraisal } from '#storage/change-appraisal'
import { newStamp } from '#storage/stamp'

/**
 * Keeps what the assessed writes of itself: ticks, scores with their reasons, evidence at its item. Throws
 * `changed-meanwhile`, `out-of-reach` for others, `not-allowed` once it is handed in.
 */
export async function fillAppraisal(
  id: string,
  seenRevision: number,
  change: Partial<SelfContent>,
  by: Actor,
): Promise<Appraisal> {
  const stamp = newStamp(by)
  const entry = { action: 'fill-appraisal', said: '填写考核自评' } as const
  return changeAppraisal(stamp, { id, revision: seenRevision }, entry, (before) =>
    filledAppraisal(stamp, before, change),
  )
}
