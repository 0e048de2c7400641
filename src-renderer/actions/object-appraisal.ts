import type { Appraisal, Objection } from '#domain/appraisals/appraisal'
import type { Actor } from '#domain/people/duties'
import { objectedAppraisal } from '#storage/appraisal-record'
import { changeAppraisal } from '#storage/change-appraisal'
import { newStamp } from '#storage/stamp'

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
  const stamp = newStamp(by)
  const entry = { action: 'object-appraisal', said: '对考核结果提出意见' } as const
  return changeAppraisal(stamp, { id, revision: seenRevision }, entry, (before) =>
    objectedAppraisal(stamp, before, objection),
  )
}
