import type { Indicator } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { type Fen, formatWanExact } from '../money.ts'
import { completionOf, numberIn } from '../monitoring/completion.ts'
import {
  compareRatios,
  executionRate,
  over,
  parseDecimal,
  percent,
  percentText,
  type Ratio,
  smaller,
  whole,
} from '../monitoring/ratio.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import { normaliseText } from '../target.ts'
import type { Mark, Sourced } from '../year-rules.ts'
import { deadlineIn } from './deadline.ts'
import { shareOf } from './points.ts'
import { denominators, type Edition, type EvaluationRules } from './rules.ts'

/** The parts of a rule pack that scoring needs. */
export type ScoringPack = { evaluation: EvaluationRules; monitoring: Pick<MonitoringRules, 'qualitative'> }

/** What is scored: the target as approved, and what was reached. */
export type Reached = Pick<
  Indicator,
  'level1' | 'level2' | 'name' | 'operator' | 'value' | 'unit' | 'weight'
> & {
  actual: string
  /** 年初目标偏低: over-fulfilment is taken as a target set too low. */
  targetTooLow: boolean
}

/**
 * A score by the rules, with all that it rests on. `score` in hundredths; null where a person must score, then `why` says
 * it. `span` is the band of 定性 within which a person stays with the rules; null for numbers.
 */
export type AutoScore = {
  score: number | null
  why: string
  /** The reckoning with its numbers, one Chinese sentence; '' without a score. */
  formula: string
  inputs: readonly { name: string; value: string }[]
  span: { least: number; most: number } | null
  clause: string
  mark: Mark
}

const nowhere: Sourced = { clause: '', mark: '拟' }

function unscored(why: string, { clause, mark }: Sourced, span: AutoScore['span'] = null): AutoScore {
  return { score: null, why, formula: '', inputs: [], span, clause, mark }
}

/** The sign under which a target is read: one without a sign is a least value, a cost a limit, and zero exact. */
function readOperator(
  { operator, value, level1, level2, name }: Reached,
  { unsigned }: EvaluationRules['selfEvaluation'],
): Indicator['operator'] {
  const target = parseDecimal(value)
  if (operator !== '' || !target) return operator
  if (target.of === 0n) return '='
  const levels = `${level1}${level2}`
  const isCost = unsigned.costWords.some(
    (word) => levels.includes(word) || (levels === '' && name.endsWith(word)),
  )
  return isCost ? '≤' : '≥'
}

/**
 * Automatic score of one indicator of a self-evaluation (财预〔2020〕10号): ≥ by actual ÷ target, ≤ by target ÷ actual, = by the
 * distance, all capped at the weight; words by the three bands, scales by their steps, dates by being kept. Always between
 * 0 and the weight.
 */
export function indicatorScore(reached: Reached, pack: ScoringPack): AutoScore {
  const { weight, actual } = reached
  const self = pack.evaluation.selfEvaluation
  if (weight === null) return unscored('没有填写分值', nowhere)
  if (actual.trim() === '') return unscored('还没有填写完成值', nowhere)
  const operator = readOperator(reached, self)
  const target = operator === '定性' ? null : parseDecimal(reached.value)
  return target ? numberScore(reached, operator, target, weight, pack) : wordScore(reached, weight, pack)
}

function ruleOf(operator: Indicator['operator'], self: EvaluationRules['selfEvaluation']): Sourced {
  if (operator === '≥' || operator === '>') return self.forward
  return operator === '≤' || operator === '<' ? self.reverse : self.equal
}

function numberScore(
  given: Reached,
  operator: Indicator['operator'],
  target: Ratio,
  weight: number,
  pack: ScoringPack,
): AutoScore {
  const reached = { ...given, operator }
  const { value, unit, actual } = reached
  const self = pack.evaluation.selfEvaluation
  const rule = given.operator === '' ? self.unsigned : ruleOf(operator, self)
  const completion = completionOf(reached, actual, pack.monitoring)
  const number = numberIn(actual, unit)
  if (completion.rate === null || !number) return unscored('完成值不是一个数，请人工评分', rule)
  if (looksLikeShare(number, target, reached))
    return unscored(`完成值 ${actual.trim()} 像是没有乘 100 的百分比，请核对后填写`, rule)
  if (isOpen(given, self) && compareRatios(number, target) !== 0)
    return unscored('指标值没有符号，看不出是不少于还是不超过，请人工评分', rule)
  const share = smaller(whole, completion.rate)
  const tier = overshootTier(reached, target, number, self)
  const full = tier ? shareOf(weight, percent(100 - tier.cut), pack.evaluation) : weight
  const score = Math.min(full, shareOf(weight, share, pack.evaluation))
  const points = formatWeight(score)
  const done = bare(actual, unit)
  const formulas: Readonly<Record<string, string>> = {
    '≥': `${done} ÷ ${value}`,
    '>': `${done} ÷ ${value}`,
    '≤': `${value} ÷ ${done}`,
    '<': `${value} ÷ ${done}`,
  }
  const isWhole = compareRatios(share, whole) === 0
  const reckoning = formulas[operator] ?? `（1 − |${done} − ${value}| ÷ ${value}）`
  const formula = tier
    ? `完成值超过指标值的 ${tier.above}%，年初目标偏低，扣分值的 ${tier.cut}%，得 ${points} 分`
    : isWhole
      ? `达到指标值，得满分 ${points} 分`
      : target.of <= 0n
        ? `指标值为 ${value}，没有达到，得 ${points} 分`
        : `${reckoning} × ${formatWeight(weight)} 分 = ${points} 分`
  const { clause, mark } = tier ? self.overshoot : rule
  const inputs = [
    { name: '指标值', value: `${operator}${value}${unit}` },
    { name: '完成值', value: actual.trim() },
    { name: '完成率', value: percentText(completion.rate) },
    { name: '分值', value: formatWeight(weight) },
  ]
  return { score, why: '', formula, inputs, span: null, clause, mark }
}

/** 时效 without a sign, in a unit of time: 30 天 may be a deadline or a service to be kept up. */
function isOpen(
  { operator, level2, unit }: Reached,
  { unsigned }: EvaluationRules['selfEvaluation'],
): boolean {
  return operator === '' && level2.includes('时效') && unsigned.openUnits.includes(unit)
}

/**
 * 0.88 for a target of 90 %: most likely a rate as a spreadsheet keeps it. Neither reading is taken for granted. Below a
 * limit both come to the same.
 */
function looksLikeShare(number: Ratio, target: Ratio, { operator, unit, actual }: Reached): boolean {
  if (operator === '≤' || operator === '<') return false
  if (unit !== '%' || actual.includes('%') || !actual.includes('.') || number.of <= 0n) return false
  return compareRatios(number, whole) <= 0 && compareRatios(target, { of: 10n, to: 1n }) >= 0
}

/** The number alone of a value with its unit, for the formula. */
function bare(actual: string, unit: string): string {
  return actual.trim().replace(unit, '').trim() || actual.trim()
}

/** The tier of over-fulfilment that takes points off; only for least values whose target was set too low. */
function overshootTier(
  { operator, targetTooLow }: Reached,
  target: Ratio,
  number: Ratio,
  { overshoot }: EvaluationRules['selfEvaluation'],
) {
  if (!targetTooLow || (operator !== '≥' && operator !== '>') || target.of <= 0n) return undefined
  const share = over(number, target)
  return share ? overshoot.tiers.findLast(({ above }) => compareRatios(share, percent(above)) > 0) : undefined
}

/** The share of the target reached, where it is beyond the first tier of over-fulfilment: then a reason is asked. */
export function overshootOf(reached: Reached, { selfEvaluation }: EvaluationRules): Ratio | null {
  const operator = readOperator(reached, selfEvaluation)
  const [target, number] = [parseDecimal(reached.value), numberIn(reached.actual, reached.unit)]
  const [first] = selfEvaluation.overshoot.tiers
  if (!target || !number || !first || target.of <= 0n || (operator !== '≥' && operator !== '>')) return null
  const share = over(number, target)
  return share && compareRatios(share, percent(first.above)) > 0 ? share : null
}

type WordRate = { rate: Ratio; said: string; rule: Sourced }

function wordScore(reached: Reached, weight: number, pack: ScoringPack): AutoScore {
  const found = wordRate(reached, pack)
  if ('why' in found) return found
  const { rate, said, rule } = found
  const share = smaller(whole, rate)
  const score = shareOf(weight, share, pack.evaluation)
  const bands = pack.evaluation.selfEvaluation.qualitative
  const index = bands.findIndex(({ from }) => compareRatios(share, percent(from)) >= 0)
  const [band, above] = [bands[index], bands[index - 1]]
  const step = pack.evaluation.rounding.step
  const least = shareOf(weight, percent(band?.from ?? 0), pack.evaluation)
  const most = above ? Math.max(least, shareOf(weight, percent(above.from), pack.evaluation) - step) : weight
  const inputs = [
    { name: '指标值', value: reached.value },
    { name: '完成值', value: reached.actual.trim() },
    { name: '档次', value: band?.name ?? '' },
    { name: '分值', value: formatWeight(weight) },
  ]
  const formula = `${said}，按 ${percentText(share)} 记 ${formatWeight(score)} 分`
  return { score, why: '', formula, inputs, span: { least, most }, clause: rule.clause, mark: rule.mark }
}

function wordRate(reached: Reached, { evaluation, monitoring }: ScoringPack): WordRate | AutoScore {
  const { scales, softened, qualitative } = evaluation.selfEvaluation
  const rule = qualitative[0] ?? nowhere
  const [target, actual] = [normaliseText(reached.value), normaliseText(reached.actual)]
  const scale = scales.find(({ name }) => name === target)
  if (scale) {
    const step = scale.steps.find(({ name }) => name === actual)
    if (!step) return unscored(`完成值应为“${scale.name}”中的一档，请人工评分`, scale)
    return { rate: percent(step.rate), said: `量表“${scale.name}”评为“${step.name}”`, rule: scale }
  }
  const [due, done] = [deadlineIn(target), deadlineIn(actual)]
  if (due !== null && done !== null) {
    if (done > due) return unscored('完成时间晚于指标值，请按影响程度人工评分', rule)
    return { rate: whole, said: '在规定时间内完成', rule }
  }
  if (target !== '' && target === actual) return { rate: whole, said: '完成值与指标值一致', rule }
  if (target !== '' && softened.words.some((word) => actual === word + target))
    return {
      rate: percent(softened.rate),
      said: `“${reached.actual.trim()}”低于“${reached.value}”`,
      rule: softened,
    }
  const completion = completionOf({ ...reached, operator: '定性' }, reached.actual, monitoring)
  if (completion.rate === null) return unscored('看不出达成程度，请人工评分', rule)
  return { rate: completion.rate, said: `完成值“${reached.actual.trim()}”`, rule }
}

/** The budget figure and what was paid of it, in 分; null where not filled. */
export type Executed = { budget: Fen | null; paid: Fen | null }

/** Score of 预算执行率: rate × full mark, capped at the full mark, never below nothing. */
export function executionScore(
  executed: Executed,
  edition: Edition,
  { evaluation }: Pick<ScoringPack, 'evaluation'>,
): AutoScore {
  const { clause, mark } = evaluation.selfEvaluation.execution
  const rate = executionRate(executed)
  const name = denominators[edition.denominator]
  if (!rate) {
    const why =
      executed.budget === null || executed.paid === null
        ? `还没有填写${name}或执行数`
        : `${name}为 0，不能计算执行率`
    return unscored(why, { clause, mark })
  }
  const share = compareRatios(rate, { of: 0n, to: 1n }) < 0 ? { of: 0n, to: 1n } : smaller(whole, rate)
  const score = shareOf(edition.executionWeight, share, evaluation)
  const full = formatWeight(edition.executionWeight)
  const inputs = [
    { name, value: `${formatWanExact(executed.budget)} 万元` },
    { name: '全年执行数', value: `${formatWanExact(executed.paid)} 万元` },
    { name: '执行率', value: percentText(rate) },
    { name: '分值', value: full },
  ]
  const capped = compareRatios(rate, whole) > 0 ? '（超过 100%，以满分为限）' : ''
  const formula = `执行率 ${percentText(rate)} × ${full} 分 = ${formatWeight(score)} 分${capped}`
  return { score, why: '', formula, inputs, span: null, clause, mark }
}
