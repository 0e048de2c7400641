import { saveEvaluationPlan } from '#actions/save-evaluation-plan'
import { takeEvaluationPlanStep } from '#actions/take-evaluation-plan-step'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import type { EvaluationPlan } from '#domain/evaluation/plan'
import { planLines, proposedItems } from '#domain/evaluation/plan-list'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { coverageFacts } from '#storage/evaluation-plan'
import { by, freshBook, freshDatabase } from '../storage/world.ts'
import type { Cases } from './action-case.ts'

/** The lines of a book's planner before a plan is kept. */
export async function linesOf(book: YearBook, capacity = 10) {
  const rules = rulesOf(book).evaluation.coverage
  const objects = coverageObjects(await coverageFacts(book), rules)
  return planLines(objects, book.year, { capacity, items: [] }, rules).lines
}

/** The book's plan with the proposed list, as a draft. */
export async function proposedPlan(book: YearBook): Promise<EvaluationPlan> {
  return saveEvaluationPlan(book.id, 0, { items: proposedItems(await linesOf(book)) }, by)
}

export async function issuedPlan(book: YearBook): Promise<EvaluationPlan> {
  const plan = await proposedPlan(book)
  return takeEvaluationPlanStep(book.id, plan.revision, { id: 'issue-evaluation-plan', opinion: '' }, by)
}

/** The writes of the plan, each ready to be tried by a duty. */
export const evaluationPlanActions = {
  'save-evaluation-plan': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    return (actor) => saveEvaluationPlan(book.id, 0, { capacity: 12 }, actor)
  },
  'issue-evaluation-plan': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const { revision } = await proposedPlan(book)
    const step = { id: 'issue-evaluation-plan', opinion: '' } as const
    return (actor) => takeEvaluationPlanStep(book.id, revision, step, actor)
  },
  'reopen-evaluation-plan': async () => {
    await freshDatabase()
    const { book } = await freshBook()
    const { revision } = await issuedPlan(book)
    const step = { id: 'reopen-evaluation-plan', opinion: '追加项目' } as const
    return (actor) => takeEvaluationPlanStep(book.id, revision, step, actor)
  },
} satisfies Cases
