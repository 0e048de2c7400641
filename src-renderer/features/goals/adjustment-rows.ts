import {
  type Adjustment,
  type AdjustmentState,
  adjustmentStates,
  amountChange,
  totalsByUnit,
  type UnitTotals,
} from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { findingsOf } from '#domain/adjustments/major'
import type { Moment } from '#domain/dates'
import { grouped } from '#domain/grouped'
import { ledgerMatch } from '#domain/ledger-match'
import type { Fen } from '#domain/money'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { type SortValue, stablySortedBy } from '#ui/sorted'
import type { LedgerOrder } from '#ui/use-ledger'

export type AdjustmentRow = {
  id: string
  goalId: string
  unitId: string
  name: string
  number: number
  before: Fen | null
  after: Fen | null
  change: Fen | null
  major: boolean
  state: AdjustmentState
  holder: string
  overdue: number
  since: Moment
  reason: string
  adjustment: Adjustment
}

/** The lines of those of the adjustments that are reached; the others of a goal count for what it comes to. */
export function adjustmentRows(
  adjustments: readonly Adjustment[],
  { reached, rules, now }: { reached: ReadonlySet<string> | null; rules: YearRules; now: Moment },
): AdjustmentRow[] {
  const byGoal = grouped(adjustments, ({ goalId }) => goalId)
  return adjustments
    .filter(({ unitId }) => reached === null || reached.has(unitId))
    .map((adjustment) => rowOf(adjustment, byGoal.get(adjustment.goalId) ?? [], rules, now))
}

/** `ofGoal` are all adjustments of its goal: what goes beyond a line only together is major as well. */
function rowOf(
  adjustment: Adjustment,
  ofGoal: readonly Adjustment[],
  rules: YearRules,
  now: Moment,
): AdjustmentRow {
  const { state, heldSince } = adjustment
  return {
    id: adjustment.id,
    goalId: adjustment.goalId,
    unitId: adjustment.unitId,
    name: adjustment.name,
    number: adjustment.number,
    before: adjustment.before.total,
    after: adjustment.after.total,
    change: amountChange(adjustment),
    major: findingsOf(adjustment, ofGoal, rules.adjustment).length > 0,
    state,
    holder: holderName(adjustmentFlow, state),
    overdue: overdueDays(adjustmentFlow, state, heldSince, now),
    since: heldSince,
    reason: adjustment.reason,
    adjustment,
  }
}

/** What the ledger shows; kept in the address. */
export type AdjustmentFilter = {
  unit: string
  section: string
  state: AdjustmentState | ''
  size: 'major' | 'minor' | ''
  search: string
}

const filterKeys = ['unit', 'section', 'state', 'size', 'search'] as const
export const sizes = { major: '重大', minor: '一般' } as const

function readFilter(address: URLSearchParams): AdjustmentFilter {
  const at = (key: string) => address.get(key) ?? ''
  const states = Object.keys(adjustmentStates) as AdjustmentState[] // the keys of the table of states
  const size = at('size')
  return {
    unit: at('unit'),
    section: at('section'),
    state: states.find((state) => state === at('state')) ?? '',
    size: size === 'major' || size === 'minor' ? size : '',
    search: at('search'),
  }
}

function filterRows(
  rows: readonly AdjustmentRow[],
  filter: AdjustmentFilter,
  units: readonly Unit[],
): AdjustmentRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (!filter.state || row.state === filter.state) &&
      (!filter.size || (filter.size === 'major') === row.major) &&
      matches(row.unitId, [row.name]),
  )
}

/** 按单位: how often and by how much, for next year's budget. */
export type UnitSumRow = UnitTotals & { id: string; name: string; net: Fen }

export function unitSumRows(rows: readonly AdjustmentRow[], units: readonly Unit[]): UnitSumRow[] {
  const nameById = new Map(units.map((unit) => [unit.id, unit.name]))
  return totalsByUnit(rows.map(({ adjustment }) => adjustment)).map((totals) => ({
    ...totals,
    id: totals.unitId,
    name: nameById.get(totals.unitId) ?? '',
    net: totals.increased - totals.decreased,
  }))
}

/** Rows in the order of a column whose value is a text or a figure; without one as they come. */
function sortByColumn<Row extends object>(
  rows: readonly Row[],
  column: string,
  descending: boolean,
): readonly Row[] {
  if (column === '') return rows
  return stablySortedBy(
    rows,
    (row) => new Map<string, SortValue>(Object.entries(row)).get(column),
    descending,
  )
}

export const adjustmentOrder: LedgerOrder<AdjustmentRow, AdjustmentFilter> = {
  idOf: ({ id }) => id,
  filterKeys,
  readFilter,
  filterRows,
  sortRows: sortByColumn,
}

/** The units of the adjustments that are shown, the most adjusted first; what is filtered are the adjustments. */
export const unitSumOrder: LedgerOrder<UnitSumRow, AdjustmentFilter> = {
  idOf: ({ id }) => id,
  filterKeys,
  readFilter,
  filterRows: (rows) => rows,
  sortRows: (rows, column, descending) =>
    column === '' ? sortByColumn(rows, 'count', true) : sortByColumn(rows, column, descending),
}
