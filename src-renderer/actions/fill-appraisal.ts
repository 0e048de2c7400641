import type { Appraisal, SelfContent } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { filledAppraisal } from '#storage/appraisal-record'
import { appraisalById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

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
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'fill-appraisal',
    bookId: seen.bookId,
    summary: `填写考核自评：${seen.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const after = filledAppraisal(stamp, before, change)
    await writer.put('appraisals', [after])
    return after
  })
}
