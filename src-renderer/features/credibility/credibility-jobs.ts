import { type CredibilityPack, examineSelfEvaluations } from '#domain/credibility/examine'
import type { Approved, CredibilityFinding } from '#domain/credibility/finding'
import type { CredibilityLevel } from '#domain/credibility/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Grade } from '#domain/grade'
import { percentText } from '#domain/monitoring/ratio'

/** What a worker is sent: the forms in pieces, and with the last the word to begin. */
export type ToExaminer =
  | { kind: 'forms'; forms: readonly SelfEvaluation[]; approved: readonly (readonly [string, Approved])[] }
  | { kind: 'examine'; pack: CredibilityPack }

/** A form as it was examined, without the form itself: the page has it already. */
export type ExaminedResult = {
  id: string
  findings: readonly CredibilityFinding[]
  points: number
  level: CredibilityLevel
  total: number | null
  grade: Grade | ''
  rateText: string
}

/** Most doubtful first. */
export function examinedResults(
  forms: readonly SelfEvaluation[],
  approved: ReadonlyMap<string, Approved>,
  pack: CredibilityPack,
): ExaminedResult[] {
  return examineSelfEvaluations(forms, approved, pack).map(({ form, score, findings, points, level }) => ({
    ...{ id: form.id, findings, points, level },
    total: form.frozen ? form.frozen.total : score.total,
    grade: form.frozen ? form.frozen.grade : score.grade,
    rateText: score.rate ? percentText(score.rate) : '',
  }))
}
