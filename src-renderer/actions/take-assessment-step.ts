import type { Assessment } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import type { AssessmentStepWanted } from '#domain/assessments/step'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { goalsAsAsked } from '#storage/adjustments'
import { steppedAssessment } from '#storage/assessment-record'
import { assessmentById } from '#storage/assessments'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { refreshHealth } from '#storage/goal-health'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes an assessment a step along its road, if it is still as the person saw it. Throws the reason where the table, the
 * duty, a missing opinion or a condition does not let it; then `cause` holds what is lacking.
 */
export async function takeAssessmentStep(
  id: string,
  seenRevision: number,
  wanted: AssessmentStepWanted,
  by: Actor,
): Promise<Assessment> {
  const seen = asSeen((await assessmentById(id)) ?? undefined, seenRevision)
  const book = await bookById(seen.bookId)
  if (!book) throw new AppError('not-found')
  const around = { rules: rulesOf(book).assessment, office: book.identity.office }
  const { verb } = stepOf(assessmentFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `${verb}：${seen.name}` }
  const taken = await write(stamp, entry, ['assessments', 'goals', 'adjustments'], async (writer) => {
    const before = asSeen(await db.assessments.get(id), seenRevision)
    const goal = await db.goals.get(before.goalId)
    const [asked] = goal ? await goalsAsAsked([goal], before) : []
    const after = steppedAssessment(stamp, before, wanted, asked ?? null, around)
    await writer.put('assessments', [after])
    return after
  })
  // Whether the form still lacks an assessment has changed with it.
  if (isSettled(seen) !== isSettled(taken)) await refreshHealth(stamp, wanted.id, book, taken.goalId)
  return taken
}

function isSettled({ state }: Assessment): boolean {
  return state === 'concluded' || state === 'exempt'
}
