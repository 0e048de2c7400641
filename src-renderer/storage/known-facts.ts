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
  figures = {},
}: Pick<EvaluationTask, 'bookId' | 'goalId' | 'figures'>): Promise<KnownFacts> {
  // An expert's machine knows what came with the kit.
  const kit = (await db.books.get(bookId))?.kit
  if (kit) return kit.facts
  if (goalId === '') return { treasury: null, reported: [], figures }
  const rows = await executionsOfGoal(bookId, goalId)
  const forms = await db.selfEvaluations.where('goalId').equals(goalId).toArray()
  const reported = forms.filter((form) => form.bookId === bookId).flatMap(({ entries }) => entries)
  return {
    figures,
    treasury: rows.some(({ month }) => month === yearEnd) ? treasuryOf(stateAt(rows, yearEnd)) : null,
    reported: reported.map(({ name, actual, unit }) => ({ name, actual, unit })),
  }
}
