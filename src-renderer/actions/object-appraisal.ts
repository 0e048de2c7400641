import type { Appraisal, Objection } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { objectedAppraisal } from '#storage/appraisal-record'
import { appraisalById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 申诉: what the assessed says of an item, or of the whole, within its working days. Throws `not-allowed` when they are over,
 * `reason-missing` without a text.
 */
export async function objectAppraisal(
  id: string,
  seenRevision: number,
  objection: Pick<Objection, 'itemId' | 'text'>,
  by: Actor,
): Promise<Appraisal> {
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'object-appraisal',
    bookId: seen.bookId,
    summary: `对考核结果提出意见：${seen.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const after = objectedAppraisal(stamp, before, objection)
    await writer.put('appraisals', [after])
    return after
  })
}
