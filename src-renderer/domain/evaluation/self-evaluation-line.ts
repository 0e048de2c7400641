import type { Grade } from '../grade.ts'
import type { Fen } from '../money.ts'
import type { Ratio } from '../monitoring/ratio.ts'
import type { YearRules } from '../year-rules.ts'
import { fundSum, isUntouched, type SelfEvaluation } from './self-evaluation.ts'
import { selfEvaluationProblems } from './self-evaluation-problems.ts'
import { scoreOf } from './self-evaluation-score.ts'

/** A self-evaluation as lists need it: its rate, total and grade without the indicators that they follow from. */
export type SelfEvaluationLine = Pick<
  SelfEvaluation,
  | 'id'
  | 'bookId'
  | 'goalId'
  | 'unitId'
  | 'name'
  | 'code'
  | 'kind'
  | 'state'
  | 'heldSince'
  | 'revision'
  | 'editionId'
  | 'department'
  | 'summary'
> & {
  revised: Fen | null
  paid: Fen | null
  rate: Ratio | null
  /** In hundredths. */
  total: number | null
  grade: Grade | ''
  /** Whether nothing keeps it from being handed in, and whether nobody has written on it yet. */
  isReady: boolean
  isUntouched: boolean
}

/** The line of a form under the year's rules; what is collected keeps the score it had then. */
export function lineOfSelfEvaluation(form: SelfEvaluation, rules: YearRules): SelfEvaluationLine {
  const { id, bookId, goalId, unitId, name, code, kind, state, heldSince } = form
  const { revision, editionId, department, summary } = form
  const { revised, paid } = fundSum(form.funds)
  const score = scoreOf(form, rules)
  const { total, grade } = form.frozen ?? { total: score?.total ?? null, grade: score?.grade ?? '' }
  const isWritten = state === 'draft' || state === 'returned'
  return {
    id,
    bookId,
    goalId,
    unitId,
    name,
    code,
    kind,
    state,
    heldSince,
    revision,
    editionId,
    department,
    summary,
    revised,
    paid,
    total,
    grade,
    rate: score?.rate ?? null,
    isReady: isWritten && selfEvaluationProblems(form, rules).every(({ severity }) => severity !== 'error'),
    isUntouched: isUntouched(form),
  }
}
