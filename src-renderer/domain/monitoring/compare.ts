import { formatRate } from '../execution/rate.ts'
import { formatWanExact } from '../money.ts'
import { monitoringStates } from './flow.ts'
import { fundGroups, type Monitoring } from './monitoring.ts'
import { likelihoods } from './rules.ts'
import { monitoringRules } from './table.ts'

/** A changed field as text a person can read. */
export type MonitoringChange = { field: string; label: string; from: string; to: string }

/** What differs between two states of a form, for the trail; derived marks are left out. */
export function diffMonitoring(before: Monitoring, after: Monitoring): MonitoringChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((field) => {
    const [from, to] = [old.get(field), fresh.get(field)]
    const label = to?.label ?? from?.label ?? field
    return from?.text === to?.text ? [] : [{ field, label, from: from?.text ?? '', to: to?.text ?? '' }]
  })
}

function linesOf(monitoring: Monitoring): Map<string, { label: string; text: string }> {
  const lines = new Map<string, { label: string; text: string }>()
  const add = (field: string, label: string, text: string) => lines.set(field, { label, text })
  add('name', '项目名称', monitoring.name)
  add('annualGoal', '年度总体目标', monitoring.annualGoal)
  add('state', '状态', monitoringStates[monitoring.state])
  add('exemptReason', '免报原因', monitoring.exemptReason)
  const { plan } = monitoring
  add('plan', '用款计划', plan ? `${plan.name}，应执行 ${formatRate(plan.share)}` : '')
  for (const { group, budget, paid, forecast } of monitoring.funds) {
    add(`funds.${group}.budget`, `${fundGroups[group]}：预算数（万元）`, formatWanExact(budget))
    add(`funds.${group}.paid`, `${fundGroups[group]}：执行数（万元）`, formatWanExact(paid))
    add(`funds.${group}.forecast`, `${fundGroups[group]}：全年预计（万元）`, formatWanExact(forecast))
  }
  add('fundsReason', '资金偏差原因', monitoring.fundsReason)
  for (const { id, name, actual, forecast, likelihood, causes, causeText } of monitoring.entries) {
    add(`entries.${id}.actual`, `${name}：执行情况`, actual)
    add(`entries.${id}.forecast`, `${name}：全年预计`, forecast)
    add(`entries.${id}.likelihood`, `${name}：可能性`, likelihood === '' ? '' : likelihoods[likelihood])
    add(`entries.${id}.causes`, `${name}：偏差原因`, causesText(causes))
    add(`entries.${id}.causeText`, `${name}：原因说明`, causeText)
  }
  add('measures', '原因及措施', monitoring.measures)
  add('summary', '总体情况', monitoring.summary)
  return lines
}

/** Causes as the form writes them, in its order; what the pack no longer knows stays as it is. */
export function causesText(causes: readonly string[], known = monitoringRules.causes): string {
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const ordered = [
    ...known.map(({ id }) => id).filter((id) => causes.includes(id)),
    ...causes.filter((id) => !names.has(id)),
  ]
  return ordered.map((id) => names.get(id) ?? id).join('、')
}

/** Causes written in a cell: 经费保障、人员保障, or 经费 for short; null where one of them is not in the list. */
export function readCauses(text: string, known = monitoringRules.causes): string[] | null {
  const words = text
    .normalize('NFKC')
    .split(/[、,;\s/]+/)
    .filter((word) => word !== '')
  const ids = words.map((word) => {
    const exact = known.find(({ name }) => name === word)
    return (exact ?? known.find(({ name }) => word.length > 1 && name.startsWith(word)))?.id
  })
  return ids.every((id) => id !== undefined) ? [...new Set(ids)] : null
}
