import { AppError } from '#domain/errors'
import { isUntouched } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { selfEvaluationById } from '#storage/self-evaluations'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 撤回布置: takes forms of one book away that nobody has begun, all or none; their goals can be asked again. Throws
 * `opinion-missing` without a reason, and `form-begun` with the names in `cause` where a unit has begun.
 */
export async function cancelSelfEvaluations(
  forms: readonly { id: string; seenRevision: number }[],
  reason: string,
  by: Actor,
): Promise<void> {
  const why = reason.trim()
  if (why === '') throw new AppError('opinion-missing')
  const seen = await selfEvaluationById(forms[0]?.id ?? '')
  if (!seen) throw new AppError('not-found')
  const what = forms.length === 1 ? seen.name : `${forms.length} 个项目`
  const entry: Entry = {
    action: 'cancel-self-evaluations',
    bookId: seen.bookId,
    summary: `撤回布置自评：${what}，理由：${why}`,
  }
  await write(newStamp(by), entry, ['selfEvaluations'], async (writer) => {
    const stored = await db.selfEvaluations.bulkGet(forms.map(({ id }) => id))
    const begun = stored.filter((form) => form !== undefined && !isUntouched(form))
    if (begun.length > 0) throw new AppError('form-begun', { cause: begun.map((form) => form?.name) })
    const now = forms.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    if (now.some(({ bookId }) => bookId !== seen.bookId)) throw new AppError('not-found')
    await writer.remove(
      'selfEvaluations',
      now.map(({ id }) => id),
    )
  })
}
