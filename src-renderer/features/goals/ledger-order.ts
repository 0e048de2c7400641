import type { GoalRow } from '#storage/goals'
import { sortedBy } from '#ui/sorted'
import type { LedgerOrder } from '#ui/use-ledger'
import { filterKeys, filterRows, type LedgerFilter, readFilter } from './ledger-filter.ts'

const statusOrder = ['returned', 'draft', 'submitted', 'approved']

type UnitNames = ReadonlyMap<string, { name: string; code: string }>

/** Value by which a column sorts: figures as figures, names as a dictionary does. */
function sortValue(row: GoalRow, column: string, units: UnitNames): string | number {
  switch (column) {
    case 'unit':
      return units.get(row.unitId)?.code || (units.get(row.unitId)?.name ?? '')
    case 'total':
      return row.total ?? -1
    case 'weight':
      return row.weightSum
    case 'indicators':
      return row.indicatorCount
    case 'health':
      return row.health.errors * 1_000_000 + row.health.warnings * 1_000 + row.health.hints
    case 'status':
      return statusOrder.indexOf(row.status)
    case 'changed':
      return row.changedAt
    case 'code':
      return row.code
    case 'kind':
      return row.kind
    case 'book':
      return row.book
    default:
      return row.name
  }
}

/** The ledger by name until another column is chosen; rows of equal value keep the order of their creation. */
export function orderOf(units: UnitNames): LedgerOrder<GoalRow, LedgerFilter> {
  return {
    idOf: ({ id }) => id,
    filterKeys,
    readFilter,
    filterRows: (rows, filter, known, anyGroup) => (anyGroup ? rows : filterRows(rows, filter, known)),
    sortRows: (rows, column, descending) =>
      sortedBy(rows, (row) => sortValue(row, column, units), descending),
    usualColumn: 'name',
  }
}
