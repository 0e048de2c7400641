import { createGoal } from '#actions/create-goal'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { saveGoalDraft } from '#actions/save-goal-draft'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Goal } from '#domain/goals/goal'
import type { Unit, YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { by, freshBook, freshDatabase, soundContent } from './world.ts'

/** A form on which every target is reached and all of the money is spent. */
export function evaluated(form: SelfEvaluation): SelfEvaluation {
  return {
    ...form,
    funds: form.funds.map((row) => ({ ...row, paid: row.revised })),
    entries: form.entries.map((entry) => ({ ...entry, actual: entry.value })),
    completion: '全年供餐 200 天，覆盖学生 5200 人。',
  }
}

/** A fresh book with a project of the school that is approved, and one of the office that is a draft. */
export async function twoProjects(): Promise<{ book: YearBook; units: [Unit, Unit]; goals: [Goal, Goal] }> {
  await freshDatabase()
  const { book, units } = await freshBook()
  const goalOf = async (unitId: string, name: string, code: string, status: Goal['status']) => {
    const content = { ...soundContent(unitId, name), code }
    const id = await createGoal(book.id, unitId, content.kind, content.book, by)
    const goal: Goal = { ...(await saveGoalDraft(id, 1, content, by)), status }
    await db.goals.put(goal)
    return goal
  }
  const goals: [Goal, Goal] = [
    await goalOf(units[1].id, '营养改善计划', '51192226T000000000001', 'approved'),
    await goalOf(units[0].id, '校舍维修', '51192226T000000000002', 'draft'),
  ]
  return { book, units, goals }
}

/** All that may be asked, on the form of the province. */
export const every = { editionId: 'sichuan', goalIds: null }

/** The first form of those that are opened by it. */
export async function openedForm(book: YearBook): Promise<SelfEvaluation> {
  await openSelfEvaluations(book.id, every, by)
  const [form] = await selfEvaluationsOf(book.id)
  if (!form) throw new Error('a form was opened')
  return form
}
