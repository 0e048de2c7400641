import { targetText } from '../goals/goal.ts'
import { formatWanExact } from '../money.ts'
import type { Problem } from '../problem.ts'
import { completionOf, isLimit } from './completion.ts'
import {
  fundGroups,
  fundTotal,
  type IndicatorEntry,
  lightsOfMonitoring,
  type Monitoring,
} from './monitoring.ts'
import { compareRatios, executionRate, percent, percentText, type Ratio } from './ratio.ts'
import type { MonitoringRules } from './rules.ts'

const form = '项目支出绩效目标执行监控表'

/** Sections of the form, in the order of the paper. */
export const monitoringSections = {
  basics: '基本情况',
  funds: '项目资金',
  indicators: '绩效指标',
  texts: '原因与措施',
} as const
export type MonitoringSection = keyof typeof monitoringSections

type Found = Pick<Problem, 'code' | 'severity' | 'at' | 'message'> & { clause?: string; suggestion?: string }

/** Characters as people count them. */
function lengthOf(text: string): number {
  return [...text.trim()].length
}

/**
 * What a monitoring form lacks before it may be handed in (V10–V13), and what does not fit together. `at` is `funds`,
 * `fundsReason`, `measures`, `summary` or `entries.<id>.<column>`.
 */
export function checkMonitoring(
  monitoring: Monitoring,
  reference: Ratio | null,
  rules: MonitoringRules,
): Problem[] {
  const found = [
    ...checkFunds(monitoring, reference, rules),
    ...monitoring.entries.flatMap((entry) => checkEntry(entry, rules)),
    ...checkTexts(monitoring, rules),
  ]
  return found.map((each) => ({ clause: form, suggestion: '', ...each }))
}

const unfilledCodes = [
  'paid-missing',
  'forecast-missing',
  'actual-missing',
  'likelihood-missing',
  'funds-unexplained',
]

/** Whether a finding only says that a part of the form was not filled in yet. */
export function isUnfilled({ code }: Pick<Problem, 'code'>): boolean {
  return unfilledCodes.includes(code)
}

/** Whether nothing keeps it from being handed in. */
export function mayBeHandedIn(problems: readonly Problem[]): boolean {
  return problems.every(({ severity }) => severity !== 'error')
}

function checkFunds(monitoring: Monitoring, reference: Ratio | null, rules: MonitoringRules): Found[] {
  const { funds, fundsReason } = monitoring
  const total = fundTotal(funds)
  const found: Found[] = []
  if (total.paid === null)
    found.push({ code: 'paid-missing', severity: 'error', at: 'funds', message: '没有填写已执行数。' })
  if (total.forecast === null)
    found.push({
      code: 'forecast-missing',
      severity: 'error',
      at: 'funds',
      message: '没有填写全年预计执行数。',
    })
  if (total.budget === null)
    found.push({
      code: 'budget-missing',
      severity: 'warning',
      at: 'funds',
      message: '没有年初预算数，不能计算执行率。',
    })
  for (const { group, budget, paid, forecast } of funds) {
    const name = fundGroups[group]
    if (paid !== null && paid > (budget ?? 0))
      found.push({
        code: 'paid-above',
        severity: 'warning',
        at: 'funds',
        message: `${name}的执行数大于预算数。`,
      })
    else if (forecast !== null && budget !== null && forecast > budget)
      found.push({
        code: 'forecast-above',
        severity: 'warning',
        at: 'funds',
        message: `${name}的全年预计执行数 ${formatWanExact(forecast)} 万元，大于预算数 ${formatWanExact(budget)} 万元。`,
      })
    if (paid !== null && forecast !== null && forecast < paid)
      found.push({
        code: 'forecast-below',
        severity: 'error',
        at: 'funds',
        message: `${name}的全年预计执行数小于已执行数。`,
      })
  }
  if (fundsReason.trim() === '') {
    const why = fundsCallForReason(monitoring, reference, rules)
    if (why !== '')
      found.push({
        code: 'funds-unexplained',
        severity: 'error',
        at: 'fundsReason',
        message: `${why}请说明资金执行偏差的原因。`,
        clause: rules.reasonBelow.clause,
      })
  }
  return found
}

/** Why the money must be explained: behind its line, or too little expected for the year; '' where it need not. */
function fundsCallForReason(monitoring: Monitoring, reference: Ratio | null, rules: MonitoringRules): string {
  const { execution } = lightsOfMonitoring(monitoring, reference, rules)
  if (execution.colour === 'red' || execution.colour === 'yellow') return execution.reason
  const { budget, forecast } = fundTotal(monitoring.funds)
  const rate = executionRate({ budget, paid: forecast })
  return rate && compareRatios(rate, percent(rules.reasonBelow.rate)) < 0
    ? `预计全年执行率 ${percentText(rate)}，低于 ${rules.reasonBelow.rate}%。`
    : ''
}

function checkEntry(entry: IndicatorEntry, rules: MonitoringRules): Found[] {
  const at = (column: string) => `entries.${entry.id}.${column}`
  const name = entry.name === '' ? '未填名称的指标' : `“${entry.name}”`
  const found: Found[] = []
  const add = (code: string, severity: Problem['severity'], column: string, message: string) =>
    found.push({ code, severity, at: at(column), message: `${name}${message}` })
  if (entry.actual.trim() === '') add('actual-missing', 'error', 'actual', '没有填写执行情况。')
  if (entry.forecast.trim() === '') add('forecast-missing', 'error', 'forecast', '没有填写全年预计完成情况。')
  if (entry.likelihood === '') add('likelihood-missing', 'error', 'likelihood', '没有选择完成目标可能性。')
  for (const column of ['actual', 'forecast', 'causeText'] as const) {
    if (lengthOf(entry[column]) <= rules.limits.cell) continue
    add('text-long', 'error', column, `的内容 ${lengthOf(entry[column])} 字，最多 ${rules.limits.cell} 字。`)
  }
  const [actual, forecast] = [entry.actual, entry.forecast].map((text) => completionOf(entry, text, rules))
  for (const [column, completion] of [
    ['actual', actual],
    ['forecast', forecast],
  ] as const)
    if (completion?.rate === null && entry[column].trim() !== '')
      add('value-unread', 'warning', column, `${completion.why}（目标 ${targetText(entry)}）。`)
  // A rate may come back below its limit, money that was spent does not: a doubt, no fault.
  if (isLimit(entry) && actual?.met === false && forecast?.met === true)
    add(
      'limit-passed',
      'warning',
      'actual',
      `已超过目标（${targetText(entry)}），全年预计却填能达到，请核对。`,
    )
  const isMissed =
    forecast?.met === false || entry.likelihood === 'possible' || entry.likelihood === 'impossible'
  if (isMissed && entry.causes.length === 0)
    add('cause-missing', 'error', 'causes', '预计不能完成或没有把握，没有选择偏差原因。')
  if (isMissed && entry.causeText.trim() === '')
    add('cause-unexplained', 'error', 'causeText', '预计不能完成或没有把握，没有填写原因说明。')
  if (entry.likelihood === 'sure' && forecast?.met === false)
    add('likelihood-doubtful', 'warning', 'likelihood', '选“确定能”，但全年预计没有达到目标。')
  if (entry.likelihood === 'impossible' && forecast?.met === true)
    add('likelihood-doubtful', 'warning', 'likelihood', '选“完全不可能”，但全年预计已达到目标。')
  return found
}

function checkTexts(monitoring: Monitoring, rules: MonitoringRules): Found[] {
  const found: Found[] = []
  const unsure = monitoring.entries.filter(
    ({ likelihood }) => likelihood === 'possible' || likelihood === 'impossible',
  )
  if (unsure.length > 0 && monitoring.measures.trim() === '')
    found.push({
      code: 'measures-missing',
      severity: 'error',
      at: 'measures',
      message: `${unsure.length} 条指标选了“有可能”或“完全不可能”，请填写原因及拟采取的措施。`,
    })
  const texts = { fundsReason: '资金偏差原因', measures: '原因及措施', summary: '总体情况' } as const
  for (const [key, label] of Object.entries(texts) as [keyof typeof texts, string][]) {
    // the entries of the table above
    const length = lengthOf(monitoring[key])
    if (length > rules.limits.text)
      found.push({
        code: 'text-long',
        severity: 'error',
        at: key,
        message: `${label} ${length} 字，最多 ${rules.limits.text} 字。`,
        clause: rules.limits.clause,
      })
  }
  return found
}
