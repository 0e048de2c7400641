import type { ScoringPack } from '../evaluation/indicator-score.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import { type SelfEvaluationScore, scoreOf } from '../evaluation/self-evaluation-score.ts'
import { sharedSentences } from '../shared-text.ts'
import type { YearRules } from '../year-rules.ts'
import { type Approved, type CredibilityFinding, type Examined, textsOf } from './finding.ts'
import {
  aboveRules,
  againstApproved,
  allFull,
  allOnTarget,
  benefitWithoutMethod,
  foreignIndicators,
  highWithLowExecution,
  weightsMoved,
  zeroWithoutReason,
} from './numbers.ts'
import { type CredibilityLevel, type CredibilityRules, credibilityCodes } from './rules.ts'
import { copiedTexts, reasonsAgainstNumbers } from './texts.ts'

/** A form with its doubts, gravest first, and how doubtful they make it. */
export type ExaminedForm = {
  form: SelfEvaluation
  score: SelfEvaluationScore
  findings: readonly CredibilityFinding[]
  points: number
  level: CredibilityLevel
}

export type CredibilityPack = ScoringPack & Pick<YearRules, 'monitoring'>

/**
 * 自评可信度 of all self-evaluations at once, the most doubtful first: a list for the 抽查, not a verdict. Forms whose edition
 * the pack does not know cannot be scored and are left out.
 */
export function examineSelfEvaluations(
  forms: readonly SelfEvaluation[],
  approvedByGoal: ReadonlyMap<string, Approved>,
  pack: CredibilityPack,
): ExaminedForm[] {
  const rules = pack.evaluation.credibility
  const least = {
    across: rules.checks['text-across'].params.characters,
    within: rules.checks['text-within'].params.characters,
  }
  const texts = forms.map((form) => ({
    id: form.id,
    unitId: form.unitId,
    name: form.name,
    texts: textsOf(form),
  }))
  const shared = sharedSentences(texts, least)
  const { smooth, unfunded } = pack.monitoring.screening
  return forms
    .flatMap((form): ExaminedForm[] => {
      const score = scoreOf(form, pack)
      if (!score) return []
      const approved = approvedByGoal.get(form.goalId) ?? null
      const examined: Examined = { form, score, approved, rules, words: { smooth, unfunded } }
      const findings = inOrder([
        ...findingsAlone(examined),
        ...copiedTexts(examined, shared.get(form.id) ?? []),
      ])
      const points = pointsOf(findings, rules)
      return [{ form, score, findings, points, level: levelOf(points, rules) }]
    })
    .toSorted((left, right) => right.points - left.points || (left.form.id < right.form.id ? -1 : 1))
}

/** What one form shows without the others. */
function findingsAlone(examined: Examined): CredibilityFinding[] {
  return [
    ...againstApproved(examined),
    ...weightsMoved(examined),
    ...allFull(examined),
    ...highWithLowExecution(examined),
    ...aboveRules(examined),
    ...reasonsAgainstNumbers(examined),
    ...zeroWithoutReason(examined),
    ...foreignIndicators(examined),
    ...allOnTarget(examined),
    ...benefitWithoutMethod(examined),
  ]
}

function inOrder(findings: readonly CredibilityFinding[]): CredibilityFinding[] {
  return findings.toSorted(
    (left, right) => credibilityCodes.indexOf(left.code) - credibilityCodes.indexOf(right.code),
  )
}

function pointsOf(findings: readonly CredibilityFinding[], { checks }: CredibilityRules): number {
  return credibilityCodes.reduce((sum, code) => {
    const count = findings.filter((finding) => finding.code === code).length
    return sum + checks[code].points * Math.min(count, checks[code].most)
  }, 0)
}

function levelOf(points: number, { levels }: CredibilityRules): CredibilityLevel {
  if (points >= levels.high) return 'high'
  return points >= levels.medium ? 'medium' : 'low'
}
