import type { Appraisal } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { type ReviewContent, reviewedAppraisal } from '#storage/appraisal-record'
import { appraisalById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

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
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-appraisal-review',
    bookId: seen.bookId,
    summary: `考核复核：${seen.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const after = reviewedAppraisal(stamp, before, change)
    await writer.put('appraisals', [after])
    return after
  })
}
