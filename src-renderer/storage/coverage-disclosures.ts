import type { LaterStep } from '#domain/coverage-map/standing'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { type DisclosureFacts, type DisclosureGoal, dueDisclosures } from '#domain/disclosures/due'
import { isPublished, mustBePublished, standingOf } from '#domain/disclosures/standing'
import type { Goal } from '#domain/goals/goal'
import { gather } from '#domain/grouped'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { db } from './database.ts'
import { eachSlice, type Pause } from './slices.ts'

/** Late or not, what is not published is open: the map asks for no day. */
const noDay = ''

export function publicPart(goal: Goal): DisclosureGoal {
  const { id, unitId, name, code, kind, status, total, secret } = goal
  const { disclosed, disclosureReason, importance, budgetKind } = goal
  return {
    ...{ id, unitId, name, code, kind, status, total, secret },
    ...{ disclosed, disclosureReason, importance, budgetKind },
  }
}

/** 信息公开 by goal (an object without one by itself): what must be published by the rules, and whether it is. */
export async function disclosureSteps(
  book: YearBook,
  goals: readonly DisclosureGoal[],
  pause: Pause,
): Promise<Map<string, LaterStep[]>> {
  const selfEvaluations: DisclosureFacts['selfEvaluations'][number][] = []
  await eachSlice(db.selfEvaluations, book.id, pause, (rows) => {
    for (const { id, goalId, unitId, name, code, kind, state } of rows)
      selfEvaluations.push({ id, goalId, unitId, name, code, kind, state, since: noDay })
  })
  const tasks: DisclosureFacts['tasks'][number][] = []
  await eachSlice(db.evaluationTasks, book.id, pause, (rows) => {
    for (const { id, goalId, unitId, name, code, kind, level, state } of rows)
      tasks.push({ id, goalId, unitId, name, code, kind, level, state, since: noDay })
  })
  const records = new Map<string, Disclosure>()
  await eachSlice(db.disclosures, book.id, pause, (rows) => {
    for (const record of rows) records.set(record.objectId, record)
  })
  const facts = { year: book.year, goals, approvedOn: new Map(), selfEvaluations, tasks }
  const steps = new Map<string, LaterStep[]>()
  for (const due of dueDisclosures(facts, rulesOf(book).disclosure)) {
    const record = records.get(due.objectId) ?? null
    const row = { ...due, record, standing: standingOf(due, record, noDay) }
    if (!mustBePublished(row)) continue
    const step = { id: due.objectId, isDone: isPublished(row), detail: due.rule.name }
    gather(steps, due.goalId === '' ? due.objectId : due.goalId, step)
  }
  return steps
}
