import { type Grade, gradeOf } from '../grade.ts'
import {
  compareRatios,
  executionRate,
  none,
  percent,
  plus,
  type Ratio,
  ratio,
  times,
} from '../monitoring/ratio.ts'
import {
  type AutoScore,
  type Executed,
  executionScore,
  indicatorScore,
  type ScoringPack,
} from './indicator-score.ts'
import { exact, rounded } from './points.ts'
import { type Edition, editionOf } from './rules.ts'
import {
  type FrozenScore,
  fundSum,
  type SelfEvaluation,
  type SelfEvaluationEntry,
} from './self-evaluation.ts'

/** The two figures of the execution rate under the denominator of an edition. */
export function executedOf(
  { funds, writtenTotal }: Pick<SelfEvaluation, 'funds' | 'writtenTotal'>,
  { denominator }: Edition,
): Executed {
  const sum = fundSum(funds)
  const total = {
    initial: sum.initial ?? writtenTotal?.initial ?? null,
    revised: sum.revised ?? writtenTotal?.revised ?? null,
    paid: sum.paid ?? writtenTotal?.paid ?? null,
  }
  if (denominator === 'initial') return { budget: total.initial, paid: total.paid }
  if (denominator === 'revised') return { budget: total.revised, paid: total.paid }
  const own = funds.filter(({ group }) => group === 'fiscal' || group === 'carryover')
  const { revised, paid } = fundSum(own)
  return { budget: revised, paid }
}

export type EntryScore = { id: string; weight: number; auto: AutoScore; score: number | null; isOwn: boolean }

/** What a form comes to. Points in hundredths; `rate` exact. */
export type SelfEvaluationScore = {
  edition: Edition
  rate: Ratio | null
  execution: { auto: AutoScore; score: number | null; isOwn: boolean }
  /** In the order of the entries; those that do not apply are left out. */
  entries: readonly EntryScore[]
  /** null while a score is missing. */
  total: number | null
  grade: Grade | ''
  /** Set where the total is held down, or brought to 100: the clause and how. */
  notes: readonly { text: string; clause: string }[]
}

/**
 * Scores a form anew: automatic scores, overrides in their place, what does not apply brought to a full mark of 100, caps of
 * the pack, and the grade after rounding. Undefined where the pack does not know the edition.
 */
export function scoreOf(form: SelfEvaluation, pack: ScoringPack): SelfEvaluationScore | undefined {
  const { evaluation } = pack
  const edition = editionOf(form.editionId, evaluation.selfEvaluation)
  if (!edition) return undefined
  const executed = executedOf(form, edition)
  const rate = executionRate(executed)
  const auto = executionScore(executed, edition, pack)
  const execution = { auto, score: form.executionOwn ?? auto.score, isOwn: form.executionOwn !== null }
  const entries = form.entries.filter(({ applies }) => applies).map((entry) => entryScore(entry, pack))
  return { edition, rate, execution, entries, ...totalOf(form, { execution, entries, rate, edition }, pack) }
}

function entryScore(entry: SelfEvaluationEntry, pack: ScoringPack): EntryScore {
  const auto = indicatorScore(entry, pack)
  return {
    id: entry.id,
    weight: entry.weight ?? 0,
    auto,
    score: entry.own ?? auto.score,
    isOwn: entry.own !== null,
  }
}

type Parts = Pick<SelfEvaluationScore, 'execution' | 'entries' | 'rate' | 'edition'>

function totalOf(
  form: SelfEvaluation,
  { execution, entries, rate, edition }: Parts,
  { evaluation }: ScoringPack,
): Pick<SelfEvaluationScore, 'total' | 'grade' | 'notes'> {
  const scores = [execution.score, ...entries.map(({ score }) => score)]
  if (entries.length === 0 || scores.some((score) => score === null))
    return { total: null, grade: '', notes: [] }
  const notes: { text: string; clause: string }[] = []
  let points = scores.map((score) => exact(score ?? 0)).reduce(plus, none)
  const full = edition.executionWeight + entries.reduce((sum, { weight }) => sum + weight, 0)
  if (form.entries.some(({ applies }) => !applies) && full > 0) {
    const share = ratio(10_000, full)
    if (share) points = times(points, share)
    notes.push({
      text: `不适用指标不考核，适用部分 ${full / 100} 分折算为百分制`,
      clause: evaluation.selfEvaluation.notApplicable.clause,
    })
  }
  let total = rounded(points, evaluation)
  for (const { below, most, clause } of evaluation.selfEvaluation.caps) {
    if (!rate || compareRatios(rate, percent(below)) >= 0 || total <= most) continue
    total = most
    notes.push({ text: `执行率低于 ${below}%，总分以 ${most / 100} 分为限`, clause })
  }
  return { total, grade: gradeOf(total, 10_000, evaluation.bands), notes }
}

/** What is scored so far and what is not: points in hundredths, and the ids of what has no score ('execution' for the rate). */
export function scoredSoFar({ execution, entries }: SelfEvaluationScore): {
  points: number
  missing: string[]
} {
  const all = [{ id: 'execution', score: execution.score }, ...entries]
  return {
    points: all.reduce((sum, { score }) => sum + (score ?? 0), 0),
    missing: all.filter(({ score }) => score === null).map(({ id }) => id),
  }
}

/** What a form comes to as it is shown: the frozen result where it was collected, else what the rules give now. */
export type ShownResult = Pick<FrozenScore, 'execution' | 'scores' | 'total' | 'grade'>

/** A confirmed form shows the result under which it was confirmed, whatever the rules say now. */
export function shownResult(form: Pick<SelfEvaluation, 'frozen'>, score: SelfEvaluationScore): ShownResult {
  if (form.frozen) return form.frozen
  const scores = Object.fromEntries(score.entries.map(({ id, score: points }) => [id, points]))
  return { execution: score.execution.score, scores, total: score.total, grade: score.grade }
}

/** The result to be kept when a form is confirmed. */
export function frozenScore(
  score: SelfEvaluationScore,
  rules: { id: string; version: number; evaluationRevision?: number },
): FrozenScore {
  return {
    rulesId: rules.id,
    rulesVersion: rules.version,
    ...(rules.evaluationRevision === undefined ? {} : { ownRevision: rules.evaluationRevision }),
    execution: score.execution.score,
    scores: Object.fromEntries(score.entries.map(({ id, score: points }) => [id, points])),
    total: score.total,
    grade: score.grade,
  }
}
