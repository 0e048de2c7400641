import type { Moment } from '#domain/dates'
import { ledgerMatch } from '#domain/ledger-match'
import { figuresOf, type RoundFigures } from '#domain/monitoring/figures'
import {
  isReported,
  type MonitoringState,
  monitoringFlow,
  monitoringStateList,
} from '#domain/monitoring/flow'
import { type LightColour, type LightKind, lightKinds } from '#domain/monitoring/lights'
import type { MonitoringLine } from '#domain/monitoring/line'
import { executionRate, percentText, type Ratio } from '#domain/monitoring/ratio'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sortedBy, sortedByRatio } from '#ui/sorted'

const kindList = Object.keys(lightKinds) as LightKind[] // the keys of the table

/** One line of the ledger: a form with its rates and lights, and whose turn it is. */
export type MonitoringRow = MonitoringLine & {
  rateText: string
  compositeText: string
  holder: string
  overdue: number
}

export function rowOfLine(line: MonitoringLine, now: Moment): MonitoringRow {
  return {
    rateText: line.rate ? percentText(line.rate) : '',
    compositeText: line.composite ? percentText(line.composite) : '',
    holder: holderName(monitoringFlow, line.state),
    overdue: overdueDays(monitoringFlow, line.state, line.heldSince, now),
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    ...line,
  }
}

export const groups = {
  missing: '未报',
  submitted: '待审核',
  passed: '待汇总',
  accepted: '已汇总',
  exempt: '免报',
} as const
export type Group = keyof typeof groups
const groupList = Object.keys(groups) as Group[] // the keys of the table

export function groupOf(state: MonitoringState): Group {
  if (state === 'draft' || state === 'returned') return 'missing'
  return state
}

export type MonitoringFilter = {
  group: Group | ''
  unit: string
  section: string
  /** Worst colour of a form, or of the light named with it: `gap-red`. */
  light: string
  search: string
}
export const filterKeys = ['group', 'unit', 'section', 'light', 'search'] as const

/** The filter in an address; a state (from a to-do) stands for its group. */
export function readFilter(address: URLSearchParams): MonitoringFilter {
  const state = monitoringStateList.find((each) => each === address.get('state'))
  const group = groupList.find((each) => each === address.get('group'))
  return {
    group: group ?? (state ? groupOf(state) : ''),
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    light: address.get('light') ?? '',
    search: address.get('search') ?? '',
  }
}

function isLit(row: MonitoringRow, wanted: string): boolean {
  if (wanted === '') return true
  const [kind, colour] = wanted.includes('-') ? wanted.split('-') : ['', wanted]
  const found = kindList.find((each) => each === kind)
  return (found ? row.lights[found].colour : row.worst) === colour
}

/** Rows that the filter lets through; the group is left out where its counts are wanted. */
export function filterRows(
  rows: readonly MonitoringRow[],
  filter: MonitoringFilter,
  units: readonly Unit[],
  anyGroup = false,
): MonitoringRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (anyGroup || filter.group === '' || groupOf(row.state) === filter.group) &&
      isLit(row, filter.light) &&
      matches(row.unitId, [row.name, row.code]),
  )
}

const loudness: readonly LightColour[] = ['none', 'green', 'blue', 'yellow', 'red']

function sortValue(row: MonitoringRow, column: string): string | number {
  const kind = kindList.find((each) => each === column)
  if (kind) return loudness.indexOf(row.lights[kind].colour)
  if (column === 'name') return row.name
  if (column === 'budget') return row.budget ?? -1
  return column === 'state' ? monitoringStateList.indexOf(row.state) : 0
}

/** Sorted copy; without a choice the loudest lights first. */
export function sortRows(
  rows: readonly MonitoringRow[],
  column: string,
  descending: boolean,
): MonitoringRow[] {
  if (column === '') return sortedBy(rows, ({ worst }) => loudness.indexOf(worst), true)
  if (column === 'rate') return sortedByRatio(rows, ({ rate }) => rate, descending)
  if (column === 'composite') return sortedByRatio(rows, ({ composite }) => composite, descending)
  return sortedBy(rows, (row) => sortValue(row, column), descending)
}

/** What is counted of the rows, with 执行率 of their sums; null while no form says what was paid. */
export type LedgerFigures = RoundFigures & { rate: Ratio | null }

export function ledgerFigures(rows: readonly MonitoringRow[]): LedgerFigures {
  const figures = figuresOf(rows)
  const isPaid = rows.some(({ paid, state }) => paid !== null && state !== 'exempt')
  return { ...figures, rate: isPaid ? executionRate(figures) : null }
}

/** What the reminder is about: not reported, not exempt. */
export function isMissing({ state }: Pick<MonitoringRow, 'state'>): boolean {
  return state !== 'exempt' && !isReported(state)
}
