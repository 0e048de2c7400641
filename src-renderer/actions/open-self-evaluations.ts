import { AppError } from '#domain/errors'
import { editionOf } from '#domain/evaluation/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { treasuryOfYear } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { newSelfEvaluations } from '#storage/self-evaluation-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Which goals are to be evaluated, and on which form; `goalIds` null for every approved goal of the book. */
export type OpeningWanted = { editionId: string; goalIds: readonly string[] | null }

/**
 * 布置自评: opens a form for each approved goal that has none yet, with its targets and the treasury's money of the year.
 * Throws `not-found` where no goal is left to open.
 */
export async function openSelfEvaluations(
  bookId: string,
  { editionId, goalIds }: OpeningWanted,
  by: Actor,
): Promise<{ forms: readonly SelfEvaluation[] }> {
  const book = await bookById(bookId)
  const edition = book && editionOf(editionId, rulesOf(book).evaluation.selfEvaluation)
  if (!book || !edition) throw new AppError('not-found')
  const [goals, units, treasury] = await Promise.all([
    goalsOf(bookId),
    unitsOf(bookId),
    treasuryOfYear(bookId),
  ])
  const wanted = goalIds === null ? goals : goals.filter(({ id }) => goalIds.includes(id))
  const known = {
    edition,
    units: new Map(units.map((unit) => [unit.id, unit])),
    executed: treasury.funds,
  }
  const stamp = newStamp(by)
  const entry: Entry = { action: 'open-self-evaluations', bookId, summary: '布置绩效自评' }
  return write(stamp, entry, ['selfEvaluations'], async (writer) => {
    const existing = await db.selfEvaluations.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
    const forms = newSelfEvaluations(stamp, wanted, existing, known)
    if (forms.length === 0) throw new AppError('not-found')
    writer.say(`布置绩效自评：${forms.length} 个项目，${edition.name}`)
    await writer.put('selfEvaluations', forms)
    return { forms }
  })
}
