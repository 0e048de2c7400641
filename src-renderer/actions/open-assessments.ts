import type { Assessment } from '#domain/assessments/assessment'
import { assessmentResult } from '#domain/assessments/result'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { goalsAsAsked } from '#storage/adjustments'
import { newAssessment } from '#storage/assessment-record'
import { needsOfGoals } from '#storage/assessments'
import { db } from '#storage/database'
import { goalsByIds } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 列入事前评估: lists goals of a book; those that no rule demands need the bureau's reason. What is listed already stays
 * as it is, unless it is settled and a reason asks for another one (an addition during the year). Throws
 * `opinion-missing` where a reason is needed, `not-allowed` for a department or a government budget.
 */
export async function openAssessments(
  book: YearBook,
  goalIds: readonly string[],
  reason: string,
  by: Actor,
): Promise<Assessment[]> {
  const goals = (await goalsByIds(goalIds)).filter(({ bookId }) => bookId === book.id)
  if (goals.length === 0) throw new AppError('not-found')
  if (goals.some(({ kind }) => kind !== 'project' && kind !== 'policy')) throw new AppError('not-allowed')
  // A goal that asks to change is assessed by what it is to become.
  const needs = await needsOfGoals(book, await goalsAsAsked(goals, null))
  const stamp = newStamp(by)
  const rules = rulesOf(book).assessment
  const entry: Entry = { action: 'open-assessment', bookId: book.id, summary: '' }
  return write(stamp, entry, ['assessments'], async (writer) => {
    const known = await db.assessments
      .where('goalId')
      .anyOf(goals.map(({ id }) => id))
      .toArray()
    const open = needs.filter(({ goal }) => {
      const { state } = assessmentResult(known.filter(({ goalId }) => goalId === goal.id))
      return state === 'none' || (state !== 'pending' && reason.trim() !== '')
    })
    const made = open.map((each) => newAssessment(stamp, each, reason, rules))
    const [first] = made
    writer.say(made.length === 1 ? `列入事前评估：${first?.name}` : `列入事前评估 ${made.length} 个项目`)
    await writer.put('assessments', made)
    return made
  })
}
