import { AppError } from '#domain/errors'
import type { SelfEvaluation, SelfEvaluationContent } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { revisedSelfEvaluation } from '#storage/self-evaluation-record'
import { selfEvaluationsByIds } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What was written on one form. */
export type SelfEvaluationWritten = {
  id: string
  seenRevision: number
  change: Partial<SelfEvaluationContent>
}

/**
 * Keeps what was written on forms of one book, all or none. Throws `changed-meanwhile`, `not-allowed` where a form's state
 * forbids it.
 */
export async function saveSelfEvaluations(
  written: readonly SelfEvaluationWritten[],
  by: Actor,
): Promise<SelfEvaluation[]> {
  const [seen] = await selfEvaluationsByIds(written.map(({ id }) => id))
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-self-evaluation',
    bookId: seen.bookId,
    summary: written.length === 1 ? `填报自评：${seen.name}` : `填报自评：${written.length} 个项目`,
  }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const stored = await db.selfEvaluations.bulkGet(written.map(({ id }) => id))
    const after = written.map(({ seenRevision, change }, index) =>
      revisedSelfEvaluation(stamp, asSeen(stored[index], seenRevision), change),
    )
    await writer.put('selfEvaluations', after)
    return after
  })
}
