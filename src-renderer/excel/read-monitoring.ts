import type { ReadIndicator } from '#domain/goals/read-form'
import { readCauses } from '#domain/monitoring/compare'
import type { ReadEntry, ReadMonitoring } from '#domain/monitoring/read-monitoring'
import { plain, rowOf, type SheetText, textAt } from './cells.ts'
import type { MoneyUnit } from './funds.ts'
import type { GridHead } from './grid-head.ts'
import { type MonitoringColumns, monitoringColumns } from './monitoring-columns.ts'
import { readFundRows } from './monitoring-funds.ts'
import { isTicked, likelihoodIn } from './monitoring-marks.ts'

/** The rows of one form: from its title to its head, and past its grid as far as its texts may stand. */
export type FormRows = { from: number; head: GridHead; end: number }

/** What a 监控表 reports: money, indicators with likelihood and causes, and the texts beneath them. */
export function readMonitoring(
  sheet: SheetText,
  { from, head, end }: FormRows,
  indicators: readonly ReadIndicator[],
  unit: MoneyUnit,
): ReadMonitoring {
  const columns = monitoringColumns(sheet, head)
  return {
    month: monthIn(sheet, from, head.row + head.depth),
    funds: readFundRows(sheet, from, head.row, unit),
    entries: indicators.map((indicator) => entryOf(sheet, head, columns, indicator)),
    ...textsBelow(sheet, end),
  }
}

/** 1-7月, 1—10 月份, 上半年: the last month that the heads name. */
function monthIn(sheet: SheetText, from: number, to: number): number | null {
  for (let row = from; row < to; row++)
    for (const cell of sheet.rows[row] ?? []) {
      const text = plain(cell.text)
      if (text.length > 40) continue
      const match = /(?<!\d)1月?(?:[-—–~～]|至|到)(1[0-2]|[1-9])月/.exec(text)
      if (match) return Number(match[1])
      if (/半年度?(指标|绩效|执行|完成|监控)|上半年/.test(text)) return 6
    }
  return null
}

const unsaid = /^[/\\—–-]*$|^无$|^无偏差$/

function said(text: string): string {
  return unsaid.test(plain(text)) ? '' : text
}

function entryOf(
  sheet: SheetText,
  head: GridHead,
  columns: MonitoringColumns,
  indicator: ReadIndicator,
): ReadEntry {
  const row = rowOf(indicator.cell)
  const at = (column: number | undefined) => (column === undefined ? '' : textAt(sheet, row, column))
  const actual = at(head.columns.actual)
  return {
    level1: indicator.level1 ?? '',
    level2: indicator.level2 ?? '',
    name: indicator.level3 ?? '',
    target: indicator.target ?? '',
    actual: /^[/\\—–-]*$/.test(plain(actual)) ? '' : actual,
    forecast: said(at(head.columns.forecast)),
    ...likelihoodAt(columns, at),
    ...causesAt(columns, at),
    note: at(columns.note),
    cell: indicator.cell,
  }
}

type At = (column: number | undefined) => string

function likelihoodAt(
  { likelihoods, likelihood }: MonitoringColumns,
  at: At,
): Pick<ReadEntry, 'likelihood' | 'likelihoodUnread'> {
  const ticks = likelihoods.filter(({ column }) => isTicked(at(column)))
  const [only, ...others] = ticks
  if (only && others.length === 0) return { likelihood: only.likelihood, likelihoodUnread: '' }
  if (only) return { likelihood: '', likelihoodUnread: '同时勾选了几项' }
  const written = likelihoodIn(at(likelihood))
  return { likelihood: written.likelihood, likelihoodUnread: written.unread }
}

/** Causes ticked in their columns, else named in one; what is no name of a cause is the explanation. */
function causesAt(
  { causes, cause, causeText }: MonitoringColumns,
  at: At,
): Pick<ReadEntry, 'causes' | 'causeText'> {
  const ticked = causes.filter(({ column }) => isTicked(at(column))).map(({ id }) => id)
  const written = said(at(cause))
  const named = written === '' ? [] : (readCauses(written) ?? [])
  const explained = said(at(causeText))
  const rest = named.length === 0 ? written : ''
  return {
    causes: ticked.length > 0 ? ticked : named,
    causeText: [explained, rest].filter((text) => text !== '').join('；'),
  }
}

const fundsReason = /^(资金|预算)(支出|执行)?(执行)?偏差(的)?原因/
const reason = /偏差|不能完成.{0,6}原因|未完成.{0,6}原因/
const measures = /措施|举措|整改建议|下一步/
const summary = /^(监控)?(总体|综合|自评|监控)(情况|评价|结论|结果)/
const formEnd = /^\*?(项目|政策|专项)名称|(监控|申报|自评|目标|评价)表(\(.*\))?$|^(单位负责人|填报人|填表人)/
const mostRows = 16
const longestLabel = 40

/** The wide texts beneath a grid, each behind its label; a reason and what is done about it become one. */
function textsBelow(
  sheet: SheetText,
  from: number,
): Pick<ReadMonitoring, 'fundsReason' | 'measures' | 'summary'> {
  const found = { fundsReason: '', reason: '', measures: '', summary: '' }
  for (let row = from; row < Math.min(sheet.rows.length, from + mostRows); row++) {
    const cells = (sheet.rows[row] ?? []).filter(({ text, top }) => text !== '' && top === row)
    const [label, value] = cells.map(({ text }) => text)
    const key = plain(label ?? '')
    if (formEnd.test(key)) break
    if (key === '' || key.length > longestLabel) continue
    const text = said(value ?? '')
    if (fundsReason.test(key)) found.fundsReason ||= text
    else if (measures.test(key)) found.measures ||= text
    else if (reason.test(key)) found.reason ||= text
    else if (summary.test(key)) found.summary ||= text
  }
  const both = [found.reason, found.measures].filter((text) => text !== '').join('\n')
  return { fundsReason: found.fundsReason, measures: both, summary: found.summary }
}
