import { analysisSources, checkAnalysisRules } from '../analysis/validate.ts'
import { checkDisclosureRules } from '../disclosures/validate.ts'
import type { Problem } from '../problem.ts'
import { marks, type Sourced, type YearRules } from '../year-rules.ts'
import { checkParams } from './check-codes.ts'
import { duplicates, fault } from './fault.ts'
import { applicationSources, checkApplicationRules } from './validate-applications.ts'
import { assessmentSources, checkAssessmentRules } from './validate-assessment.ts'
import { checkEvaluationRules, evaluationSources } from './validate-evaluation.ts'
import { checkMonitoringRules, monitoringSources } from './validate-monitoring.ts'

function checkSources(entries: readonly [string, Sourced][]): Problem[] {
  return entries
    .filter(([, entry]) => entry.clause.trim() === '' || !marks.includes(entry.mark))
    .map(([at]) => fault('source-missing', at, `“${at}”没有写明依据。`))
}

function checkFrame(rules: YearRules): Problem[] {
  const problems: Problem[] = []
  if (rules.frame.length === 0) problems.push(fault('frame-empty', 'frame', '规则包没有指标体例。'))
  const upper = rules.frame.flatMap((level) => [level.name, ...level.aliases])
  for (const name of duplicates(upper))
    problems.push(fault('level-overlap', 'frame', `一级指标“${name}”指向不止一处。`))
  const lower = rules.frame.flatMap((level) => level.level2.flatMap((one) => [one.name, ...one.aliases]))
  for (const name of duplicates(lower))
    problems.push(fault('level-overlap', 'frame', `二级指标“${name}”指向不止一处。`))
  for (const level of rules.frame) {
    if (level.level2.length === 0)
      problems.push(fault('level-empty', `frame.${level.name}`, `“${level.name}”下没有二级指标。`))
    for (const place of level.level2.flatMap((one) => one.alsoUnder ?? []))
      if (!rules.frame.some((other) => other.name === place))
        problems.push(fault('level-unknown', `frame.${level.name}`, `体例中没有一级指标“${place}”。`))
  }
  return problems
}

function checkWeights(rules: YearRules): Problem[] {
  const problems: Problem[] = []
  const suggested = rules.frame.map((level) => level.weight)
  const numbers = [
    rules.weightTotal,
    rules.executionWeight,
    rules.weightTolerance,
    ...rules.weightTotals,
    ...suggested.filter((weight) => weight !== null),
  ]
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0))
    problems.push(fault('weight-invalid', 'weightTotal', '权重必须是不小于 0 的数，最多两位小数。'))
  if (rules.weightTotal + rules.executionWeight !== 10_000)
    problems.push(
      fault(
        'weights-sum',
        'weightTotal',
        `指标 ${rules.weightTotal / 100} 分与执行率 ${rules.executionWeight / 100} 分之和不是 100 分。`,
      ),
    )
  if (!rules.weightTotals.includes(rules.weightTotal))
    problems.push(fault('weights-sum', 'weightTotals', '可接受的权重合计中没有规定的合计。'))
  const filled = suggested.filter((weight) => weight !== null)
  const sum = filled.reduce((left, right) => left + right, 0)
  if (filled.length !== suggested.length && filled.length > 0)
    problems.push(fault('weight-hole', 'frame', '有的一级指标有建议权重，有的没有。'))
  else if (filled.length > 0 && sum !== rules.weightTotal)
    problems.push(
      fault(
        'weights-sum',
        'frame',
        `一级指标建议权重合计 ${sum / 100} 分，应为 ${rules.weightTotal / 100} 分。`,
      ),
    )
  for (const shift of rules.weightShifts) {
    const absent = rules.frame.find((level) => level.name === shift.absent)
    const moved = shift.to.reduce((left, right) => left + right.add, 0)
    if (!absent || shift.to.some(({ name }) => !rules.frame.some((level) => level.name === name)))
      problems.push(
        fault('level-unknown', 'weightShifts', `权重调整“${shift.absent}”用到体例中没有的一级指标。`),
      )
    else if (absent.weight !== moved)
      problems.push(
        fault(
          'weights-sum',
          'weightShifts',
          `“${shift.absent}”不设时调出 ${(absent.weight ?? 0) / 100} 分，调入 ${moved / 100} 分。`,
        ),
      )
  }
  return problems
}

function checkChecks(rules: YearRules): Problem[] {
  const known: Readonly<Record<string, readonly string[]>> = checkParams
  const codes = rules.checks.map((check) => check.code)
  const problems = duplicates(codes).map((code) =>
    fault('code-duplicate', `checks.${code}`, `检查“${code}”重复。`),
  )
  for (const code of Object.keys(known))
    if (!rules.checks.some((check) => check.code === code))
      problems.push(fault('code-hole', `checks.${code}`, `缺少检查“${code}”。`))
  for (const check of rules.checks) {
    const at = `checks.${check.code}`
    const names = Object.hasOwn(known, check.code) ? known[check.code] : undefined
    if (!names) {
      problems.push(fault('code-unknown', at, `没有名为“${check.code}”的检查。`))
      continue
    }
    if (!['error', 'warning', 'hint'].includes(check.severity))
      problems.push(fault('severity-unknown', at, `检查“${check.code}”的级别“${check.severity}”不存在。`))
    if (check.message.trim() === '' || check.suggestion.trim() === '')
      problems.push(fault('text-missing', at, `检查“${check.code}”没有说明或建议。`))
    const given = Object.keys(check.params)
    if (given.length !== names.length || names.some((name) => !given.includes(name)))
      problems.push(
        fault('params-differ', at, `检查“${check.code}”的参数应为：${names.join('、') || '无'}。`),
      )
    if (Object.values(check.params).some((value) => !Number.isSafeInteger(value) || value < 0))
      problems.push(fault('params-invalid', at, `检查“${check.code}”的参数必须是不小于 0 的整数。`))
  }
  return problems
}

function checkWords(rules: YearRules): Problem[] {
  const words = rules.vagueWords.map((entry) => entry.word)
  const problems = duplicates(words).map((word) =>
    fault('word-duplicate', 'vagueWords', `模糊词“${word}”重复。`),
  )
  if (words.some((word) => word.trim() === ''))
    problems.push(fault('word-empty', 'vagueWords', '模糊词表中有空行。'))
  const keys = rules.parts.flatMap((part) => part.kinds.map((kind) => `${part.field} ${kind}`))
  for (const key of duplicates(keys)) problems.push(fault('part-duplicate', 'parts', `必填项“${key}”重复。`))
  return problems
}

/** The review table sums to 100 points and its borders fall. */
function checkReview({ review }: YearRules): Problem[] {
  const problems: Problem[] = []
  const sum = review.parts.reduce((total, part) => total + part.points, 0)
  if (sum !== 10_000)
    problems.push(fault('review-sum', 'review.parts', '目标审核表各项分值之和应为 100 分。'))
  for (const id of duplicates(review.parts.map((part) => part.id)))
    problems.push(fault('review-duplicate', 'review.parts', `目标审核表的子项“${id}”重复。`))
  const { excellent, good, medium } = review.bands
  if (!(100 >= excellent && excellent > good && good > medium && medium > 0))
    problems.push(fault('review-bands', 'review.bands', '优、良、中的分数线应依次降低。'))
  return problems
}

/** Every kind of 重大变化 once, with a line that is a whole percentage. */
function checkAdjustment({ adjustment }: YearRules): Problem[] {
  const problems = duplicates(adjustment.major.map((rule) => rule.code)).map((code) =>
    fault('major-duplicate', 'adjustment.major', `重大变化“${code}”重复。`),
  )
  for (const { code, percent } of adjustment.major)
    if (!Number.isSafeInteger(percent) || percent < 0)
      problems.push(fault('major-line', `adjustment.${code}`, '重大变化的比例必须是不小于 0 的整数。'))
  return problems
}

/** Holes, overlaps, sums, duplicate and unknown codes of a rule pack; an empty list when it may be used. */
export function validateRules(rules: YearRules): Problem[] {
  const sourced: [string, Sourced][] = [
    ...rules.frame.map((level): [string, Sourced] => [level.name, level]),
    ...rules.frame.flatMap((level) => level.level2.map((one): [string, Sourced] => [one.name, one])),
    ...rules.weightShifts.map((shift): [string, Sourced] => [shift.absent, shift]),
    ...rules.parts.map((part): [string, Sourced] => [part.label, part]),
    ...rules.checks.map((check): [string, Sourced] => [check.code, check]),
    ...rules.vagueWords.map((word): [string, Sourced] => [word.word, word]),
    ...rules.unitRules.map((rule): [string, Sourced] => [rule.right, rule]),
    ...rules.review.parts.map((part): [string, Sourced] => [part.name, part]),
    ...Object.entries(rules.review.outcomes),
    ...assessmentSources(rules.assessment),
    ...rules.adjustment.major.map((rule): [string, Sourced] => [rule.what, rule]),
    ...monitoringSources(rules.monitoring),
    ...evaluationSources(rules.evaluation),
    ...applicationSources(rules.applications),
    ...analysisSources(rules.analysis),
    ...rules.disclosure.flatMap((rule): [string, Sourced][] => [
      [rule.name, rule],
      [`${rule.name}的期限`, rule.deadline],
    ]),
  ]
  const problems = [
    ...checkSources(sourced),
    ...checkFrame(rules),
    ...checkWeights(rules),
    ...checkChecks(rules),
    ...checkWords(rules),
    ...checkReview(rules),
    ...checkAdjustment(rules),
    ...checkAssessmentRules(rules.assessment),
    ...checkMonitoringRules(rules.monitoring),
    ...checkEvaluationRules(rules.evaluation),
    ...checkApplicationRules(rules.applications),
    ...checkDisclosureRules(rules.disclosure),
    ...checkAnalysisRules(rules.analysis),
  ]
  if (rules.id === '' || rules.basis === '' || !Number.isInteger(rules.year) || !(rules.version >= 1))
    problems.push(fault('pack-unnamed', 'id', '规则包没有写明名称、年度、版本或依据。'))
  return problems
}
