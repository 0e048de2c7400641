import type { Appraisal, Objection } from '#domain/appraisals/appraisal'
import type { Actor } from '#domain/people/duties'
import { answeredAppraisal } from '#storage/appraisal-record'
import { changeAppraisal } from '#storage/change-appraisal'
import { newStamp } from '#storage/stamp'

/** Answers an objection: taken up or not, and why. The score itself is changed in the re-check. Throws `reason-missing`. */
export async function answerAppraisalObjection(
  id: string,
  seenRevision: number,
  answered: Pick<Objection, 'id' | 'decision' | 'answer'>,
  by: Actor,
): Promise<Appraisal> {
  const stamp = newStamp(by)
  const entry = { action: 'answer-appraisal-objection', said: '答复考核意见' } as const
  return changeAppraisal(stamp, { id, revision: seenRevision }, entry, (before) =>
    answeredAppraisal(stamp, before, answered),
  )
}
