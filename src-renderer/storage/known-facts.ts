import type { KnownFacts } from '#domain/evaluation/known-answers'
import type { EvaluationTask } from '#domain/evaluation/task'
import { stateAt, treasuryOf } from '#domain/execution/totals'
import { db } from './database.ts'
import { executionsOfGoal } from './executions.ts'

const yearEnd = 12

/**
 * What the book knows of a task's object: the treasury's figures where its ledger of December was taken in (an earlier one
 * would say nothing of the year), and what the unit reported.
 */
export async function knownFactsOf({
  bookId,
  goalId,
}: Pick<EvaluationTask, 'bookId' | 'goalId'>): Promise<KnownFacts> {
  if (goalId === '') return { treasury: null, reported: [] }
  const rows = await executionsOfGoal(bookId, goalId)
  const forms = await db.selfEvaluations.where('goalId').equals(goalId).toArray()
  const reported = forms.filter((form) => form.bookId === bookId).flatMap(({ entries }) => entries)
  return {
    treasury: rows.some(({ month }) => month === yearEnd) ? treasuryOf(stateAt(rows, yearEnd)) : null,
    reported: reported.map(({ name, actual, unit }) => ({ name, actual, unit })),
  }
}
