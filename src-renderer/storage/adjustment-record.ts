import type { AdjustmentState } from '#domain/adjustments/adjustment'
import { type Adjustment, type AdjustmentContent, openedAdjustment } from '#domain/adjustments/adjustment'
import { adjustmentFlow, isAdjustmentEditable } from '#domain/adjustments/flow'
import {
  assessmentLack,
  assessmentsOfRequest,
  findingsOf,
  type MajorFinding,
} from '#domain/adjustments/major'
import { assessmentResult } from '#domain/assessments/result'
import { AppError, type ErrorCode } from '#domain/errors'
import { mayBeSubmitted } from '#domain/goals/check'
import { sameContent } from '#domain/goals/compare'
import type { Goal } from '#domain/goals/goal'
import type { Problem } from '#domain/problem'
import { nextState, type StepWanted, stepTaken } from '#domain/workflow'
import type { YearRules } from '#domain/year-rules'
import { adjustmentsOf } from './adjustments.ts'
import { assessmentsOfGoals } from './assessments.ts'
import { refusalCodes } from './goal-record.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

export type AdjustmentStep = StepWanted<AdjustmentState>

/** A new request for an approved goal. Throws `not-allowed` for another state, `adjustment-open` while one is under way. */
export function newAdjustment(stamp: Stamp, goal: Goal, earlier: readonly Adjustment[]): Adjustment {
  if (goal.status !== 'approved') throw new AppError('not-allowed')
  if (earlier.some(({ state }) => state !== 'applied' && state !== 'refused')) {
    throw new AppError('adjustment-open')
  }
  // What was refused is no adjustment: the n-th version is that of the n-th adjustment.
  const number = earlier.filter(({ state }) => state === 'applied').length + 1
  return openedAdjustment(goal, number, { id: stamp.nextId(), at: stamp.at, by: stamp.by })
}

/** The request with other content. Throws `not-allowed` once it is under review. */
export function revisedAdjustment(
  stamp: Stamp,
  adjustment: Adjustment,
  content: Partial<AdjustmentContent>,
): Adjustment {
  if (!isAdjustmentEditable(adjustment.state)) throw new AppError('not-allowed')
  // An adjustment changes what is aimed at, not whose it is: the goal would become another's.
  const after = content.after ?? adjustment.after
  const { unitId, kind, book } = adjustment.before
  return {
    ...adjustment,
    ...content,
    after: { ...after, unitId, kind, book },
    ...changed(stamp, adjustment),
  }
}

/** The request after a step. Throws why the table, the duty or a missing opinion does not let it. */
export function movedAdjustment(stamp: Stamp, adjustment: Adjustment, wanted: AdjustmentStep): Adjustment {
  const next = nextState(adjustmentFlow, adjustment.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(refusalCodes[next.refused])
  const note = stepTaken(adjustmentFlow, adjustment.state, next.to, wanted, stamp.actor, stamp.at)
  return {
    ...adjustment,
    state: next.to,
    heldSince: stamp.at,
    appliedAt: next.to === 'applied' ? stamp.at : '',
    opinion: next.to === 'returned' || next.to === 'refused' ? wanted.opinion.trim() : '',
    trail: [...adjustment.trail, note],
    ...changed(stamp, adjustment),
  }
}

/** What the matter itself holds against a step; null where nothing does. `problems` are those of the new form. */
export async function obstacleToAdjustment(
  adjustment: Adjustment,
  wanted: AdjustmentStep,
  rules: YearRules,
  problems: readonly Problem[],
): Promise<ErrorCode | null> {
  const { before, after, reason, budgetEffect } = adjustment
  if (wanted.id === 'submit-adjustment') {
    if (reason.trim() === '' || budgetEffect.trim() === '') return 'reason-missing'
    if (sameContent(before, after)) return 'nothing-changed'
    return mayBeSubmitted(problems) ? null : 'submission-blocked'
  }
  if (wanted.id !== 'confirm-adjustment' && wanted.id !== 'approve-adjustment') return null
  const all = await adjustmentsOf(adjustment.goalId)
  const findings = findingsOf(adjustment, all, rules.adjustment)
  return (await lackOf(adjustment, findings)) === '' ? null : 'major-unassessed'
}

/** What a 事前评估 still holds against a request: only one listed after its last submission counts. */
export async function lackOf(
  adjustment: Pick<Adjustment, 'goalId' | 'after' | 'state' | 'trail'>,
  findings: readonly MajorFinding[],
): Promise<string> {
  const assessments = (await assessmentsOfGoals([adjustment.goalId])).get(adjustment.goalId) ?? []
  const result = assessmentResult(assessmentsOfRequest(adjustment, assessments))
  return assessmentLack(adjustment.after, findings, result)
}
