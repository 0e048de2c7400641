import { AppError } from '#domain/errors'
import { coverageObjects } from '#domain/evaluation/coverage-objects'
import { type EvaluationPlan, emptyPlan, type PlanStep, planFlow } from '#domain/evaluation/plan'
import { planLines, planProblems } from '#domain/evaluation/plan-list'
import type { EvaluationTask } from '#domain/evaluation/task'
import { nextState, stepTaken } from '#domain/workflow'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { planOf } from './evaluation-plan.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** The plan that was seen, or a fresh one where there was none (revision 0). Throws `changed-meanwhile` otherwise. */
export async function seenPlan(book: YearBook, seenRevision: number, stamp: Stamp): Promise<EvaluationPlan> {
  const kept = await planOf(book.id)
  if ((kept?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
  const { count } = rulesOf(book).evaluation.coverage.capacity
  return kept ?? emptyPlan(book.id, count, { id: stamp.nextId(), at: stamp.at, by: stamp.by })
}

export function revisedPlan(
  stamp: Stamp,
  plan: EvaluationPlan,
  change: Partial<EvaluationPlan>,
): EvaluationPlan {
  return { ...plan, ...change, ...changed(stamp, plan) }
}

/**
 * The plan after a step. Throws what the table, the duty or a missing reason say, and `entry-faulty` with the problems as
 * its cause where it is issued with something missing.
 */
export function movedPlan(
  stamp: Stamp,
  plan: EvaluationPlan,
  wanted: PlanStep,
  { facts, book }: { facts: Parameters<typeof coverageObjects>[0]; book: YearBook },
): EvaluationPlan {
  const next = nextState(planFlow, plan.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  const rules = rulesOf(book).evaluation.coverage
  if (next.to === 'issued') {
    const { lines } = planLines(coverageObjects(facts, rules), book.year, plan, rules)
    const errors = planProblems(plan, lines, rules).filter(({ severity }) => severity === 'error')
    if (errors.length > 0) throw new AppError('entry-faulty', { cause: errors })
  }
  const taken = stepTaken(planFlow, plan.state, next.to, wanted, stamp.actor, stamp.at)
  return revisedPlan(stamp, plan, {
    state: next.to,
    issuedAt: next.to === 'issued' ? stamp.at : '',
    trail: [...plan.trail, taken],
  })
}

/** The plan with the task that was made of one of its chosen objects; null where it has no such object without a task. */
export function planWithTask(
  stamp: Stamp,
  plan: EvaluationPlan,
  task: Pick<EvaluationTask, 'id' | 'level'>,
  key: string,
): EvaluationPlan | null {
  const item = plan.items.find(
    (each) =>
      each.key === key && each.level === task.level && each.decision === 'chosen' && each.taskId === '',
  )
  if (!item) return null
  const items = plan.items.map((each) => (each === item ? { ...each, taskId: task.id } : each))
  return revisedPlan(stamp, plan, { items })
}
