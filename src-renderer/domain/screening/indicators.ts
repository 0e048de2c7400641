import { targetText } from '../goals/goal.ts'
import { completionOf, excessOf, numberIn } from '../monitoring/completion.ts'
import { fundTotal, type IndicatorEntry } from '../monitoring/monitoring.ts'
import {
  compareRatios,
  executionRate,
  parseDecimal,
  percent,
  percentText,
  type Ratio,
  times,
} from '../monitoring/ratio.ts'
import { likelihoods } from '../monitoring/rules.ts'
import { type Examined, found, type ScreeningFinding } from './finding.ts'

/** A target that is a number, or null: then nothing is exactly on it. */
function goalOf(entry: IndicatorEntry): Ratio | null {
  return entry.operator === '定性' ? null : parseDecimal(entry.value)
}

/** Grows through the year: no limit (≤), no rate (%), which may well stand at its target from the first day. */
function isQuantity(entry: IndicatorEntry): boolean {
  return ['≥', '>', '=', ''].includes(entry.operator) && !/[%‰率]/.test(entry.unit) && goalOf(entry) !== null
}

function isExactly(entry: IndicatorEntry, text: string): boolean {
  const [goal, value] = [goalOf(entry), numberIn(text, entry.unit)]
  return goal !== null && value !== null && compareRatios(goal, value) === 0
}

/** Whether the completion so far is below `behind` percent of the planned share; false where it cannot be computed. */
export function isBehind(entry: IndicatorEntry, { planned, rules }: Examined, behind: number): boolean {
  const { rate } = completionOf(entry, entry.actual, rules)
  return rate !== null && compareRatios(rate, times(planned, percent(behind))) < 0
}

/** 全部恰好达标: every number stands exactly at its target and every word is met, long before the year and the money end. */
export function allOnTarget(examined: Examined): ScreeningFinding[] {
  const { form, rules } = examined
  const { throughMonth, least, paidBelow } = rules.screening.checks['all-on-target'].params
  const { entries, month } = form
  const rate = executionRate(fundTotal(form.funds))
  const isPaid = rate !== null && compareRatios(rate, percent(paidBelow)) >= 0
  const quantities = entries.filter(isQuantity)
  if (month > throughMonth || isPaid || quantities.length < least) return []
  const isAll = entries.every((entry) =>
    goalOf(entry) ? isExactly(entry, entry.actual) : completionOf(entry, entry.actual, rules).met === true,
  )
  if (!isAll) return []
  const message = `${month} 月底 ${entries.length} 条指标全部恰好完成全年目标（其中数量类 ${quantities.length} 条），执行率 ${rate ? percentText(rate) : '未填'}。`
  return [found('all-on-target', rules, `entries.${quantities[0]?.id ?? ''}.actual`, message)]
}

/** 进度慢而预计照抄目标: each forecast is the target itself, though what was done so far is far behind the plan. */
export function forecastIsTarget(examined: Examined): ScreeningFinding[] {
  const { form, rules, planned } = examined
  const { behind, least } = rules.screening.checks['forecast-is-target'].params
  const numbers = form.entries.filter((entry) => goalOf(entry) !== null)
  if (!numbers.every((entry) => isExactly(entry, entry.forecast))) return []
  const late = numbers.filter((entry) => isQuantity(entry) && isBehind(entry, examined, behind))
  const [first] = late
  if (!first || late.length < least) return []
  const { rate } = completionOf(first, first.actual, rules)
  const message = `${numbers.length} 条指标的全年预计都恰好等于目标，其中 ${late.length} 条目前完成不到计划进度（${percentText(planned)}）的 ${behind}%，如“${first.name}”完成 ${rate ? percentText(rate) : '—'}。`
  return [found('forecast-is-target', rules, `entries.${first.id}.forecast`, message)]
}

/** 远超目标: what was done so far is above the target by far. */
export function aboveTarget({ form, rules }: Examined): ScreeningFinding[] {
  const { excess } = rules.screening.checks['above-target'].params
  return form.entries.flatMap((entry) => {
    const share = excessOf(entry, entry.actual, { goal: { ...rules.goal, excess } })
    if (!share) return []
    const message = `“${entry.name}”${form.month} 月底已完成 ${entry.actual}，是目标 ${targetText(entry)} 的 ${percentText(share)}。`
    return [found('above-target', rules, `entries.${entry.id}.actual`, message)]
  })
}

/** 可能性与预计矛盾. */
export function likelihoodAgainst({ form, rules }: Examined): ScreeningFinding[] {
  return form.entries.flatMap((entry) => {
    const { met } = completionOf(entry, entry.forecast, rules)
    const { likelihood } = entry
    const isAgainst =
      (likelihood === 'sure' && met === false) || (likelihood === 'impossible' && met === true)
    if (!isAgainst) return []
    const message = `“${entry.name}”选“${likelihoods[likelihood]}”，全年预计 ${entry.forecast}，目标 ${targetText(entry)}。`
    return [found('likelihood-against', rules, `entries.${entry.id}.likelihood`, message)]
  })
}

/** 勾选原因无说明. */
export function causesWithoutText({ form, rules }: Examined): ScreeningFinding[] {
  return form.entries
    .filter(({ causes, causeText }) => causes.length > 0 && causeText.trim() === '')
    .map(({ id, name, causes }) =>
      found(
        'causes-without-text',
        rules,
        `entries.${id}.causeText`,
        `“${name}”勾选了 ${causes.length} 项偏差原因，没有说明。`,
      ),
    )
}
