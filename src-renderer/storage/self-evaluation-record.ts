import { AppError } from '#domain/errors'
import type { Edition } from '#domain/evaluation/rules'
import {
  type DepartmentOpinion,
  type ExecutedFunds,
  openedSelfEvaluation,
  type SelfEvaluation,
  type SelfEvaluationContent,
} from '#domain/evaluation/self-evaluation'
import {
  isOpenForDepartment,
  isOpenForUnit,
  selfEvaluationFlow,
} from '#domain/evaluation/self-evaluation-flow'
import { selfEvaluationProblems } from '#domain/evaluation/self-evaluation-problems'
import { frozenScore, scoreOf } from '#domain/evaluation/self-evaluation-score'
import { type SelfEvaluationStep, steppedSelfEvaluation } from '#domain/evaluation/self-evaluation-step'
import type { Goal } from '#domain/goals/goal'
import { nextState } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** What is known when forms are opened. */
export type KnownAtOpening = {
  edition: Edition
  units: ReadonlyMap<string, Pick<Unit, 'sectionId'>>
  executed: ReadonlyMap<string, ExecutedFunds>
}

/** Forms for the approved goals that have none yet. */
export function newSelfEvaluations(
  stamp: Stamp,
  goals: readonly Goal[],
  existing: readonly Pick<SelfEvaluation, 'goalId'>[],
  { edition, units, executed }: KnownAtOpening,
): SelfEvaluation[] {
  const there = new Set(existing.map(({ goalId }) => goalId))
  return goals
    .filter(({ id, status }) => status === 'approved' && !there.has(id))
    .map((goal) => ({
      ...openedSelfEvaluation(goal, {
        id: stamp.nextId(),
        sectionId: units.get(goal.unitId)?.sectionId ?? '',
        edition,
        executed: executed.get(goal.id) ?? [],
        at: stamp.at,
        by: stamp.by,
      }),
      revision: 1,
    }))
}

/** The form with other content. Throws `not-allowed` where the state forbids it. */
export function revisedSelfEvaluation(
  stamp: Stamp,
  form: SelfEvaluation,
  change: Partial<SelfEvaluationContent>,
): SelfEvaluation {
  if (!isOpenForUnit(form.state)) throw new AppError('not-allowed')
  return { ...form, ...change, ...changed(stamp, form) }
}

/** The form with the department's opinion. Throws `not-allowed` by the state, `entry-faulty` for points beyond 0–100. */
export function withDepartmentOpinion(
  stamp: Stamp,
  form: SelfEvaluation,
  department: DepartmentOpinion,
): SelfEvaluation {
  if (!isOpenForDepartment(form.state)) throw new AppError('not-allowed')
  const { total } = department
  if (total !== null && !(Number.isSafeInteger(total) && total >= 0 && total <= 10_000))
    throw new AppError('entry-faulty')
  return { ...form, department, ...changed(stamp, form) }
}

export function explainedSelfEvaluation(
  stamp: Stamp,
  form: SelfEvaluation,
  explanation: string,
): SelfEvaluation {
  return { ...form, explanation: explanation.trim(), ...changed(stamp, form) }
}

/**
 * The form after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the problems
 * as its cause where it is handed in with errors.
 */
export function movedSelfEvaluation(
  stamp: Stamp,
  form: SelfEvaluation,
  wanted: SelfEvaluationStep,
  rules: YearRules,
): SelfEvaluation {
  const next = nextState(selfEvaluationFlow, form.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  if (wanted.id === 'submit-self-evaluation') {
    const problems = selfEvaluationProblems(form, rules)
    if (problems.some(({ severity }) => severity === 'error'))
      throw new AppError('condition-unmet', { cause: problems })
  }
  const score = scoreOf(form, rules)
  const frozen = score ? frozenScore(score, rules) : null
  return {
    ...steppedSelfEvaluation(form, next.to, wanted, { actor: stamp.actor, at: stamp.at, frozen }),
    ...changed(stamp, form),
  }
}
