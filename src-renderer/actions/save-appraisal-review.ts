import type { Appraisal } from '#domain/appraisals/appraisal'
import type { Actor } from '#domain/people/duties'
import { type ReviewContent, reviewedAppraisal } from '#storage/appraisal-record'
import { changeAppraisal } from '#storage/change-appraisal'
import { newStamp } from '#storage/stamp'

/**
 * Keeps what a re-check gives, with a reason for each change, and what was found of what was drawn; only the items that are
 * named. Throws `changed-meanwhile`, `not-allowed` outside of the re-check.
 */
export async function saveAppraisalReview(
  id: string,
  seenRevision: number,
  change: Partial<ReviewContent>,
  by: Actor,
): Promise<Appraisal> {
  const stamp = newStamp(by)
  const entry = { action: 'save-appraisal-review', said: '考核复核' } as const
  return changeAppraisal(stamp, { id, revision: seenRevision }, entry, (before) =>
    reviewedAppraisal(stamp, before, change),
  )
}
