import { AppError } from '#domain/errors'
import type { SelfEvaluation, SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeenSelfEvaluation, revisedSelfEvaluation } from '#storage/self-evaluation-record'
import { selfEvaluationById } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what was written on a form. Throws `changed-meanwhile`, `not-allowed` where the form's state forbids it. */
export async function saveSelfEvaluation(
  id: string,
  seenRevision: number,
  change: Partial<SelfEvaluationContent>,
  by: Actor,
): Promise<SelfEvaluation> {
  const seen = await selfEvaluationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-self-evaluation',
    bookId: seen.bookId,
    summary: `填报自评：${seen.name}`,
  }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const before = asSeenSelfEvaluation(await db.selfEvaluations.get(id), seenRevision)
    const after = revisedSelfEvaluation(stamp, before, change)
    await writer.put('selfEvaluations', [after])
    return after
  })
}
