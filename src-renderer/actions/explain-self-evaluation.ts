import { AppError } from '#domain/errors'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { explainedSelfEvaluation } from '#storage/self-evaluation-record'
import { selfEvaluationById } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what the unit says to the doubts about its form (自评可信度), in any state. Throws `changed-meanwhile`. */
export async function explainSelfEvaluation(
  id: string,
  seenRevision: number,
  explanation: string,
  by: Actor,
): Promise<SelfEvaluation> {
  const seen = await selfEvaluationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'explain-self-evaluation',
    bookId: seen.bookId,
    summary: `说明自评疑点：${seen.name}`,
  }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const before = asSeen(await db.selfEvaluations.get(id), seenRevision)
    const after = explainedSelfEvaluation(stamp, before, explanation)
    await writer.put('selfEvaluations', [after])
    return after
  })
}
