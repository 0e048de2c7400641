import { AppError } from '#domain/errors'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { selfEvaluationFlow } from '#domain/evaluation/self-evaluation-flow'
import type { SelfEvaluationStep } from '#domain/evaluation/self-evaluation-step'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { movedSelfEvaluation } from '#storage/self-evaluation-record'
import { selfEvaluationsByIds } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes forms of one book a step along their road, all or none. Throws the reason where the table, the duty, a missing
 * opinion or an error of a form does not let it; for the last `cause` holds what is wrong.
 */
export async function takeSelfEvaluationStep(
  forms: readonly { id: string; seenRevision: number }[],
  wanted: SelfEvaluationStep,
  by: Actor,
): Promise<SelfEvaluation[]> {
  const [seen] = await selfEvaluationsByIds(forms.map(({ id }) => id))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const { verb } = stepOf(selfEvaluationFlow, wanted.id) ?? { verb: '' }
  const what = forms.length === 1 ? seen.name : `${forms.length} 个项目`
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `自评${verb}：${what}` }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const stored = await db.selfEvaluations.bulkGet(forms.map(({ id }) => id))
    const before = forms.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    if (before.some(({ bookId }) => bookId !== book.id)) throw new AppError('not-found')
    const after = before.map((form) => movedSelfEvaluation(stamp, form, wanted, rules))
    await writer.put('selfEvaluations', after)
    return after
  })
}
