import type { GoalRow } from '#storage/goals'
import { sortedBy } from '#ui/sorted'

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

/** Sorted copy; rows of equal value keep the order of their creation. */
export function sortRows(
  rows: readonly GoalRow[],
  column: string,
  descending: boolean,
  units: UnitNames,
): GoalRow[] {
  return sortedBy(rows, (row) => sortValue(row, column, units), descending)
}
