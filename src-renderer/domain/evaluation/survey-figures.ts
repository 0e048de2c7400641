import { isDay } from '../dates.ts'
import { type Ratio, ratio, times } from '../monitoring/ratio.ts'
import type { Problem } from '../problem.ts'
import type { SurveyRules } from './rules.ts'
import { noTicks, type StepCounts, type SurveyContent } from './survey.ts'

/** One question: how many ticked something, how many were satisfied; `rate` null where nobody answered. */
export type QuestionFigures = {
  id: string
  text: string
  counts: StepCounts
  answers: number
  satisfied: number
  rate: Ratio | null
}

export type SurveyFigures = {
  questions: readonly QuestionFigures[]
  /** 有效问卷: the most answers that a question has. */
  valid: number
  /** 满意率: satisfied answers of all answers. */
  rate: Ratio | null
  /** 加权满意度: each step counted with the rules' value, out of 100. */
  weighted: Ratio | null
  /** Of the rate, in hundredths of a percentage point, rounded up; null without answers. */
  margin: number | null
  /** How many must be asked for the margin of the rules. */
  needed: number
  isEnough: boolean
}

/** What a tally comes to, under the rules of the year. Exact but for the margin, which is rounded up. */
export function surveyFigures(
  { questions, tally, population }: Pick<SurveyContent, 'questions' | 'tally' | 'population'>,
  rules: SurveyRules,
): SurveyFigures {
  const lines = questions.map(({ id, text }): QuestionFigures => {
    const counts = tally[id] ?? noTicks
    const answers = sum(counts)
    const satisfied = sum(counts.slice(0, rules.satisfied))
    return { id, text, counts, answers, satisfied, rate: ratio(satisfied, answers) }
  })
  const answers = sum(lines.map((line) => line.answers))
  const valid = Math.max(0, ...lines.map((line) => line.answers))
  const value = lines.reduce(
    (total, { counts }) =>
      total + counts.reduce((own, count, step) => own + count * (rules.values[step] ?? 0), 0),
    0,
  )
  const needed = neededSample(population, rules)
  return {
    questions: lines,
    valid,
    rate: ratio(sum(lines.map((line) => line.satisfied)), answers),
    weighted: ratio(value, answers),
    margin: marginOfError(valid, population, rules),
    needed,
    isEnough: valid >= needed,
  }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/**
 * How many must be asked so that a share is known to ± `margin` percent, whatever it is (p = ½), by Cochran's formula
 * n₀ = z² p(1 − p) ÷ e², with the finite population correction n = n₀ ÷ (1 + (n₀ − 1) ÷ N), rounded up. A population of 0 is
 * not known and taken as very large. Never more than the population.
 *
 * @see Cochran, Sampling Techniques (3rd ed., 1977), 4.4: n₀ and its correction
 */
export function neededSample(population: number, { z, margin }: SurveyRules): number {
  // z in hundredths and e in percent: n₀ = (z ÷ 100)² ÷ 4 ÷ (e ÷ 100)² = z² ÷ 4e².
  const base: Ratio = { of: BigInt(z) ** 2n, to: 4n * BigInt(margin) ** 2n }
  if (population <= 0) return ceiling(base)
  // n₀ N ÷ (N + n₀ − 1), both sides times the denominator of n₀.
  const all = BigInt(population)
  const corrected = ratio(base.of * all, (all - 1n) * base.to + base.of)
  return corrected ? Math.min(population, ceiling(corrected)) : population
}

function ceiling({ of, to }: Ratio): number {
  return Number((of + to - 1n) / to)
}

/**
 * 抽样误差 of a share found from `sample` of `population`: e = z √(p(1 − p) ÷ n × (N − n) ÷ (N − 1)) with p = ½, in hundredths of
 * a percentage point, rounded up so that it never flatters. null without a sample; 0 where everybody was asked.
 *
 * @see Cochran, Sampling Techniques (3rd ed., 1977), 3.2: the standard error with its finite population correction
 */
export function marginOfError(sample: number, population: number, { z }: SurveyRules): number | null {
  if (sample <= 0) return null
  if (population > 0 && sample >= population) return 0
  // e² in (0.01 %)²: (z ÷ 100)² ÷ 4n × 10⁸ = z² × 2500 ÷ n.
  const endless: Ratio = { of: BigInt(z) ** 2n * 2500n, to: BigInt(sample) }
  const finite = population > 1 ? ratio(population - sample, population - 1) : null
  return ceilingRoot(finite ? times(endless, finite) : endless)
}

/** The least whole number whose square is not below the quotient. */
function ceilingRoot({ of, to }: Ratio): number {
  let [low, high] = [0n, 1n]
  const reaches = (value: bigint) => value * value * to >= of
  while (!reaches(high)) high *= 2n
  while (low < high) {
    const middle = (low + high) / 2n
    if (reaches(middle)) high = middle
    else low = middle + 1n
  }
  return Number(high)
}

/** ±4.99 个百分点, from hundredths of a percentage point. */
export function marginText(margin: number | null): string {
  if (margin === null) return '—'
  return `±${Math.floor(margin / 100)}.${String(margin % 100).padStart(2, '0')} 个百分点`
}

/** What is wrong with a questionnaire; errors keep it from being kept, warnings are shown. */
export function surveyProblems(content: SurveyContent, rules: SurveyRules): Problem[] {
  const { title, population, handedOut, questions, tally, surveyedOn } = content
  const problems: Problem[] = []
  const add = (at: string, severity: 'error' | 'warning', message: string) =>
    problems.push({ code: `survey-${at}`, severity, at, message, clause: rules.clause, suggestion: '' })
  const counts = [population, handedOut, ...Object.values(tally).flat()]
  if (title.trim() === '') add('title', 'error', '请填写问卷名称。')
  if (surveyedOn !== '' && !isDay(surveyedOn)) add('surveyedOn', 'error', '调查日期不是一个日期。')
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    add('tally', 'error', '人数和份数应为不小于 0 的整数。')
    return problems
  }
  const { valid, needed } = surveyFigures(content, rules)
  if (population > 0 && valid > population)
    add('tally', 'warning', `有效问卷 ${valid} 份，多于调查对象 ${population} 人，请核对。`)
  if (handedOut > 0 && valid > handedOut)
    add('tally', 'warning', `有效问卷 ${valid} 份，多于发放的 ${handedOut} 份，请核对。`)
  if (questions.length === 0) add('questions', 'warning', '还没有问题。')
  if (valid > 0 && valid < needed)
    add('tally', 'warning', `有效问卷 ${valid} 份，达到 ±${rules.margin}% 的误差需要 ${needed} 份。`)
  return problems
}
