import type { Appraisal, Objection } from '#domain/appraisals/appraisal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { answeredAppraisal } from '#storage/appraisal-record'
import { appraisalById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Answers an objection: taken up or not, and why. The score itself is changed in the re-check. Throws `reason-missing`. */
export async function answerAppraisalObjection(
  id: string,
  seenRevision: number,
  answered: Pick<Objection, 'id' | 'decision' | 'answer'>,
  by: Actor,
): Promise<Appraisal> {
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'answer-appraisal-objection',
    bookId: seen.bookId,
    summary: `答复考核意见：${seen.name}`,
  }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const after = answeredAppraisal(stamp, before, answered)
    await writer.put('appraisals', [after])
    return after
  })
}
