import { targetText } from '../goals/goal.ts'
import { formatWeight } from '../goals/weights.ts'
import { numberIn } from '../monitoring/completion.ts'
import { compareRatios, parseDecimal, percent, percentText } from '../monitoring/ratio.ts'
import { normaliseText } from '../target.ts'
import { type CredibilityFinding, type Examined, found, scoredEntries } from './finding.ts'

/** Every indicator has its full mark, from so many on. */
function isAllFull(examined: Examined, least: number): boolean {
  const scored = scoredEntries(examined).filter(({ result }) => result.weight > 0)
  return scored.length >= least && scored.every(({ result }) => result.score === result.weight)
}

/** 全部满分, gravely where the money was not spent (V14). */
export function allFull(examined: Examined): CredibilityFinding[] {
  const { checks } = examined.rules
  const { rate } = examined.score
  const low = checks['full-low-execution'].params.rate
  if (rate && compareRatios(rate, percent(low)) < 0 && isAllFull(examined, 1))
    return [
      found(
        'full-low-execution',
        examined,
        'entries',
        `各项指标全部满分，但执行率只有 ${percentText(rate)}。`,
      ),
    ]
  const { least } = checks['all-full'].params
  if (!isAllFull(examined, least)) return []
  return [found('all-full', examined, 'entries', `${examined.score.entries.length} 条指标全部满分。`)]
}

/** 高分低执行; a form of full marks alone is named as such. */
export function highWithLowExecution(examined: Examined): CredibilityFinding[] {
  const { total: high, rate: low } = examined.rules.checks['high-low-execution'].params
  const { rate, total } = examined.score
  if (
    isAllFull(examined, 1) ||
    !rate ||
    total === null ||
    total < high ||
    compareRatios(rate, percent(low)) >= 0
  )
    return []
  const text = `自评 ${formatWeight(total)} 分，但执行率只有 ${percentText(rate)}。`
  return [found('high-low-execution', examined, 'funds', text)]
}

/** 完成值全部恰好等于目标: quantities only; a rate of 100 % is often just that. */
export function allOnTarget(examined: Examined): CredibilityFinding[] {
  const numeric = scoredEntries(examined).flatMap(({ entry }) => {
    const [target, value] = [parseDecimal(entry.value), numberIn(entry.actual, entry.unit)]
    const isWhole =
      normaliseText(entry.unit) === '%' &&
      target !== null &&
      compareRatios(target, { of: 100n, to: 1n }) === 0
    return target && value && !isWhole ? [compareRatios(target, value) === 0] : []
  })
  const { least } = examined.rules.checks['all-on-target'].params
  if (numeric.length < least || !numeric.every((isEqual) => isEqual)) return []
  return [
    found('all-on-target', examined, 'entries', `${numeric.length} 条定量指标的完成值全部恰好等于目标。`),
  ]
}

/** 自评分高于按规则计算的分. */
export function aboveRules(examined: Examined): CredibilityFinding[] {
  const { percent: line } = examined.rules.checks['score-above-rules'].params
  return scoredEntries(examined).flatMap(({ entry, result }) => {
    const auto = result.auto.span?.most ?? result.auto.score
    if (entry.own === null || auto === null || (entry.own - auto) * 100 <= line * result.weight) return []
    const text = `“${entry.name}”自评 ${formatWeight(entry.own)} 分，按规则 ${formatWeight(auto)} 分（${result.auto.formula}）。`
    return [found('score-above-rules', examined, `entries.${entry.id}.own`, text)]
  })
}

/** 得零分无原因. */
export function zeroWithoutReason(examined: Examined): CredibilityFinding[] {
  return scoredEntries(examined)
    .filter(({ entry, result }) => result.weight > 0 && result.score === 0 && entry.deviation.trim() === '')
    .map(({ entry }) =>
      found(
        'zero-without-reason',
        examined,
        `entries.${entry.id}.deviation`,
        `“${entry.name}”得 0 分，没有写原因。`,
      ),
    )
}

/** 指标值与批复不一致, 批复的指标没有自评. */
export function againstApproved(examined: Examined): CredibilityFinding[] {
  const { form, approved } = examined
  if (!approved) return []
  return approved.indicators.flatMap((indicator) => {
    const entry = form.entries.find(({ id }) => id === indicator.id)
    if (!entry)
      return [found('indicator-dropped', examined, 'entries', `批复的“${indicator.name}”没有自评。`)]
    if (normaliseText(targetText(entry)) === normaliseText(targetText(indicator))) return []
    const text = `“${entry.name}”批复为 ${targetText(indicator)}，自评表为 ${targetText(entry) || '空白'}。`
    return [
      found('target-changed', examined, `entries.${entry.id}.value`, text, { sentence: targetText(entry) }),
    ]
  })
}

/** 分值移向容易完成的指标: heavier than approved, and with full marks. */
export function weightsMoved(examined: Examined): CredibilityFinding[] {
  const { approved, rules } = examined
  if (!approved) return []
  const before = new Map(approved.indicators.map(({ id, weight }) => [id, weight ?? 0]))
  const heavier = scoredEntries(examined).flatMap(({ entry, result }) => {
    const was = before.get(entry.id)
    const isEasy = result.score === result.weight
    return was !== undefined && isEasy && result.weight > was ? [{ entry, more: result.weight - was }] : []
  })
  const moved = heavier.reduce((sum, { more }) => sum + more, 0)
  const [first] = heavier
  if (!first || moved < rules.checks['weight-moved'].params.points) return []
  const names = heavier.map(({ entry, more }) => `“${entry.name}”多 ${formatWeight(more)} 分`).join('、')
  return [
    found(
      'weight-moved',
      examined,
      `entries.${first.entry.id}.weight`,
      `得满分的指标比批复的分值高：${names}。`,
    ),
  ]
}

/** 效益指标没有取值方式: a percentage of benefit that nobody says how to measure. */
export function benefitWithoutMethod(examined: Examined): CredibilityFinding[] {
  return scoredEntries(examined).flatMap(({ entry }) => {
    const isBenefit = examined.rules.benefitLevels.some((name) => entry.level1.startsWith(name))
    const isShare = normaliseText(entry.unit) === '%' && parseDecimal(entry.value) !== null
    const isExplained = `${entry.method}${entry.source}${entry.deviation}`.trim() !== ''
    if (!isBenefit || !isShare || isExplained) return []
    const text = `“${entry.name}”为 ${targetText(entry)}，没有写取值方式和数据来源。`
    return [
      found('benefit-without-method', examined, `entries.${entry.id}.method`, text, {
        sentence: targetText(entry),
      }),
    ]
  })
}

/** 指标与项目无关: the indicator speaks of a field of work that is none of the project's, nor next to it. */
export function foreignIndicators(examined: Examined): CredibilityFinding[] {
  const { form, approved, rules } = examined
  const fieldsOf = (text: string) =>
    rules.topics.filter(({ words }) => words.some((word) => text.includes(word)))
  // The name decides where it names a field: an overview often lists what else the unit does.
  const named = fieldsOf(form.name)
  const fields = named.length > 0 ? named : fieldsOf(`${form.annualGoal}${approved?.overview ?? ''}`)
  if (fields.length === 0) return []
  const fitting = new Set(fields.flatMap(({ id, with: neighbours }) => [id, ...neighbours]))
  return scoredEntries(examined).flatMap(({ entry }) => {
    const about = fieldsOf(entry.name)
    const [first] = about
    if (!first || about.some(({ id }) => fitting.has(id))) return []
    const word = first.words.find((one) => entry.name.includes(one)) ?? ''
    const text = `“${entry.name}”说的是“${word}”，与项目“${form.name}”看不出关系。`
    return [found('foreign-indicator', examined, `entries.${entry.id}.name`, text, { sentence: entry.name })]
  })
}
