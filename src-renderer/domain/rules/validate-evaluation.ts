import { type CredibilityRules, credibilityCodes, credibilityNames } from '../credibility/rules.ts'
import type { EvaluationRules, SelfEvaluationRules } from '../evaluation/rules.ts'
import type { Problem } from '../problem.ts'
import type { Sourced } from '../year-rules.ts'
import { duplicates, fault } from './fault.ts'

/** Every entry that must say on what it rests. */
export function evaluationSources(rules: EvaluationRules): [string, Sourced][] {
  const { selfEvaluation: self, scoring, coverage } = rules
  return [
    ['评价等级', rules.bands],
    ['得分取位', rules.rounding],
    ...self.editions.flatMap(({ name, reasonBelow, limits, ...edition }): [string, Sourced][] => [
      [`自评表${name}`, edition],
      ...(reasonBelow ? [[`${name}须说明原因的执行率`, reasonBelow] satisfies [string, Sourced]] : []),
      ...(limits ? [[`${name}字数`, limits] satisfies [string, Sourced]] : []),
    ]),
    ...[...self.qualitative, ...self.scales].map((band): [string, Sourced] => [band.name, band]),
    ...self.caps.map((cap): [string, Sourced] => [`执行率低于 ${cap.below}% 的封顶`, cap]),
    ['定性程度词', self.softened],
    ['没有符号的指标值', self.unsigned],
    ['超额扣减', self.overshoot],
    ['正向指标', self.forward],
    ['反向指标', self.reverse],
    ['等号指标', self.equal],
    ['预算执行率', self.execution],
    ['不适用指标', self.notApplicable],
    ['全部满分', self.allFull],
    ['专家分汇总', scoring.aggregation],
    ['分歧', scoring.spread],
    ['离群', scoring.outlier],
    ['一致性', scoring.agreement],
    ['敏感性', scoring.sensitivity],
    ['产出效益权重', scoring.outputAndBenefit],
    ...scoring.bands.map((band): [string, Sourced] => [`人工分档：${band.name}`, band]),
    ...scoring.vetoes.map((veto): [string, Sourced] => [veto.text, veto]),
    ['满意度问卷', rules.survey],
    ['评价覆盖周期', coverage.cycle],
    ['政府预算评价', coverage.government],
    ['年度评价能力', coverage.capacity],
    ...coverage.sizes.map((size): [string, Sourced] => [`评价风险：规模 ${size.from} 分以上`, size]),
    ['评价风险：预警', coverage.warnings],
    ['评价风险：上次等级', coverage.grades],
    ['评价风险：间隔年数', coverage.waiting],
    ...credibilitySources(rules.credibility),
  ]
}

function credibilitySources({ checks, unfinished, topics, levels }: CredibilityRules): [string, Sourced][] {
  return [
    ...credibilityCodes.map((code): [string, Sourced] => [
      `自评可信度：${credibilityNames[code]}`,
      checks[code],
    ]),
    ...topics.map((topic): [string, Sourced] => [`自评可信度：${topic.id}`, topic]),
    ['自评可信度用语：未完成', unfinished],
    ['自评可信度等级', levels],
  ]
}

function isShare(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= 100
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

/** Borders fall from band to band, without a hole: the last begins at 0. */
function fallToZero(bands: readonly { from: number }[]): boolean {
  return (
    bands.at(-1)?.from === 0 &&
    bands.every(({ from }, index) => isShare(from) && (index === 0 || from < (bands[index - 1]?.from ?? 0)))
  )
}

/** Borders, sums and shares of the rules of 绩效评价; an empty list when they may be used. */
export function checkEvaluationRules(rules: EvaluationRules): Problem[] {
  const { bands, rounding, scoring, coverage } = rules
  const problems = checkSelfEvaluation(rules.selfEvaluation)
  const { excellent, good, medium } = bands
  if (!(100 >= excellent && excellent > good && good > medium && medium > 0))
    problems.push(fault('grades-invalid', 'evaluation.bands', '评价等级的优、良、中分数线应依次降低。'))
  if (!isCount(rounding.step) || 100 % rounding.step !== 0)
    problems.push(fault('rounding-invalid', 'evaluation.rounding', '得分取位应能整除 1 分。'))
  if (!fallToZero(scoring.bands))
    problems.push(fault('bands-hole', 'evaluation.scoring.bands', '人工分档应依次降低，最后一档从 0 开始。'))
  const { trimFrom, least } = scoring.aggregation
  if (!isCount(least) || !isCount(trimFrom) || trimFrom < 3)
    problems.push(
      fault(
        'aggregation-invalid',
        'evaluation.scoring.aggregation',
        '专家人数应大于 0，去掉最高最低分至少需要 3 人。',
      ),
    )
  const { agreement } = scoring
  if (![agreement.experts, agreement.indicators].every((count) => isCount(count) && count >= 2))
    problems.push(
      fault('agreement-invalid', 'evaluation.scoring.agreement', '一致性至少需要 2 位专家和 2 个指标。'),
    )
  const shares = [
    scoring.spread.dispute,
    scoring.outlier.distance,
    scoring.sensitivity.shift,
    scoring.outputAndBenefit.least,
  ]
  if (!shares.every(isShare))
    problems.push(fault('share-invalid', 'evaluation.scoring', '汇总规则的比例应在 0% 到 100% 之间。'))
  for (const id of duplicates(scoring.vetoes.map((veto) => veto.id)))
    problems.push(fault('veto-duplicate', 'evaluation.scoring.vetoes', `否决事项“${id}”重复。`))
  const isRising = coverage.sizes.every(
    ({ from, points }, index) =>
      isCount(from) && points >= 0 && (index === 0 || from > (coverage.sizes[index - 1]?.from ?? 0)),
  )
  const counts = [coverage.cycle.years, coverage.cycle.since, coverage.capacity.count]
  if (!isRising || !counts.every(isCount))
    problems.push(fault('coverage-invalid', 'evaluation.coverage', '评价覆盖的周期或规模档有误。'))
  const { z, margin, satisfied, values } = rules.survey
  if (![z, margin, satisfied].every(isCount) || margin > 50 || satisfied >= values.length)
    problems.push(fault('survey-invalid', 'evaluation.survey', '问卷的置信水平、误差或满意档次有误。'))
  return [...problems, ...checkCredibility(rules.credibility)]
}

/** Points, limits and fields of work that cannot work. */
function checkCredibility({ checks, topics, levels }: CredibilityRules): Problem[] {
  const problems: Problem[] = []
  for (const code of credibilityCodes) {
    const { points, most, params } = checks[code]
    const numbers: number[] = Object.values(params)
    if (!Number.isSafeInteger(points) || points < 0 || !isCount(most) || !numbers.every(isCount))
      problems.push(
        fault(
          'credibility-invalid',
          `evaluation.credibility.${code}`,
          `自评可信度“${credibilityNames[code]}”的分数和界线应为大于 0 的整数。`,
        ),
      )
  }
  const ids = topics.map(({ id }) => id)
  if (duplicates(ids).length > 0 || topics.some((topic) => topic.with.some((id) => !ids.includes(id))))
    problems.push(
      fault('topics-invalid', 'evaluation.credibility.topics', '自评可信度的领域重复，或指向不存在的领域。'),
    )
  if (!isCount(levels.medium) || levels.high <= levels.medium)
    problems.push(fault('levels-invalid', 'evaluation.credibility.levels', '自评可信度的高线应高于中线。'))
  return problems
}

function checkSelfEvaluation({
  editions,
  qualitative,
  scales,
  softened,
  overshoot,
  caps,
  allFull,
}: SelfEvaluationRules) {
  const problems: Problem[] = []
  for (const id of duplicates(editions.map((edition) => edition.id)))
    problems.push(fault('edition-duplicate', 'evaluation.editions', `自评表版式“${id}”重复。`))
  for (const { id, name, executionWeight, indicatorTotal, levels } of editions) {
    const levelSum = levels.reduce((sum, { weight }) => sum + weight, 0)
    if (executionWeight + indicatorTotal !== 10_000 || (levels.length > 0 && levelSum !== indicatorTotal))
      problems.push(
        fault('edition-sum', `evaluation.editions.${id}`, `自评表“${name}”的分值合计不是 100 分。`),
      )
  }
  if (!fallToZero(qualitative))
    problems.push(fault('bands-hole', 'evaluation.qualitative', '定性三档应依次降低，最后一档从 0 开始。'))
  const rates = [softened.rate, allFull.rate, ...scales.flatMap(({ steps }) => steps.map(({ rate }) => rate))]
  if (!rates.every(isShare))
    problems.push(fault('share-invalid', 'evaluation.scales', '得分率应在 0% 到 100% 之间。'))
  const { tiers } = overshoot
  const isRising = tiers.every(
    ({ above, cut }, index) =>
      above >= 100 && isShare(cut) && (index === 0 || above > (tiers[index - 1]?.above ?? 0)),
  )
  if (!isRising) problems.push(fault('overshoot-invalid', 'evaluation.overshoot', '超额扣减各档应依次升高。'))
  if (
    caps.some(
      ({ below, most }) => !isShare(below) || !Number.isSafeInteger(most) || most < 0 || most > 10_000,
    )
  )
    problems.push(fault('cap-invalid', 'evaluation.caps', '执行率封顶的界线或最高分有误。'))
  return problems
}
