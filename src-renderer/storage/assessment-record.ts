import { type Assessment, factsOf, openedAssessment } from '#domain/assessments/assessment'
import { conditionsLacking } from '#domain/assessments/conditions'
import {
  type AssessmentPart,
  assessmentFlow,
  assessmentParts,
  isPartOpen,
  type PartChange,
} from '#domain/assessments/flow'
import type { AssessmentRules } from '#domain/assessments/rules'
import {
  type AssessmentStepWanted,
  isOnlyProgress,
  mayReplaceExperts,
  stepped,
  withBrought,
  withProcess,
} from '#domain/assessments/step'
import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import { nextState } from '#domain/workflow'
import type { NeedOfGoal } from './assessments.ts'
import { changed } from './revision.ts'
import type { Stamp } from './stamp.ts'

/** A new assessment of a goal. Throws `opinion-missing` where neither a rule nor a reason is given. */
export function newAssessment(
  stamp: Stamp,
  { goal, need, previous }: NeedOfGoal,
  reason: string,
  rules: AssessmentRules,
): Assessment {
  if (need === null && reason.trim() === '') throw new AppError('opinion-missing')
  const made = { id: stamp.nextId(), at: stamp.at, by: stamp.by }
  return openedAssessment(goal, { need, reason, previous }, rules, made)
}

/** The assessment with other content of one part. Throws `not-allowed` where its state or a submitted sheet forbids it. */
export function revisedAssessment<Part extends AssessmentPart>(
  stamp: Stamp,
  assessment: Assessment,
  part: Part,
  change: PartChange<Part>,
  rules: AssessmentRules,
): Assessment {
  if (!isPartOpen(part, assessment.state)) throw new AppError('not-allowed')
  const given: Partial<Assessment> = change
  const fields: readonly string[] = assessmentParts[part].fields
  if (Object.keys(given).some((field) => !fields.includes(field))) throw new AppError('not-allowed')
  if (part === 'follow' && !isOnlyProgress(assessment, given)) throw new AppError('not-allowed')
  if (given.experts && !mayReplaceExperts(assessment, given.experts, rules)) throw new AppError('not-allowed')
  return { ...assessment, ...change, ...changed(stamp, assessment) }
}

/**
 * The assessment after a step. Throws what the table, the duty or a missing opinion say, and `condition-unmet` with the
 * problems as its cause where a condition is not met.
 */
export function steppedAssessment(
  stamp: Stamp,
  assessment: Assessment,
  wanted: AssessmentStepWanted,
  goal: Goal | null,
  around: { rules: AssessmentRules; office: string },
): Assessment {
  const next = nextState(assessmentFlow, assessment.state, wanted, stamp.actor)
  if ('refused' in next) throw new AppError(next.refused === 'wrong-duty' ? 'not-permitted' : next.refused)
  const brought = withFacts(withBrought(assessment, wanted), wanted, goal)
  const lacking = conditionsLacking(wanted.id, brought, around.rules)
  if (lacking.length > 0) throw new AppError('condition-unmet', { cause: lacking })
  const ready = wanted.id === 'commission-assessment' ? withProcess(brought, around.office) : brought
  return {
    ...stepped(ready, next.to, wanted, { actor: stamp.actor, at: stamp.at }),
    ...changed(stamp, assessment),
  }
}

/** A proposal is made on the form as it stands then. */
function withFacts(assessment: Assessment, wanted: AssessmentStepWanted, goal: Goal | null): Assessment {
  return wanted.id === 'propose-assessment' && goal ? { ...assessment, ...factsOf(goal) } : assessment
}
