import { type Stage, stageList } from '#domain/coverage-map/stages'
import {
  bookList,
  type Cell,
  type CoverageFilter,
  type CoverageGroup,
  cellOf,
  objectKindList,
} from '#domain/coverage-map/sums'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import { unitsWithin } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { listPath } from './coverage-address.ts'
import type { HeatRow } from './HeatTable.tsx'

type Groups = readonly CoverageGroup[]
type Parts = Readonly<Record<string, string>>

export function cellsOf(groups: Groups, filter: CoverageFilter): Record<Stage, Cell> {
  const entries = stageList.map((stage) => [stage, cellOf(groups, stage, filter)] as const)
  return Object.fromEntries(entries) as Record<Stage, Cell> // every stage is there
}

function rowOf(groups: Groups, filter: CoverageFilter, id: string, name: string, parts: Parts): HeatRow {
  return { id, name, cells: cellsOf(groups, filter), path: (stage) => listPath(stage, parts) }
}

/** 全方位: the four kinds of objects, and all together. */
export function kindRows(groups: Groups, filter: CoverageFilter, parts: Parts): HeatRow[] {
  const kinds = filter.kind === '' ? objectKindList : [filter.kind]
  const rows = kinds.map((kind) =>
    rowOf(groups, { ...filter, kind }, kind, objectKinds[kind], { ...parts, kind }),
  )
  return rows.length > 1 ? [...rows, rowOf(groups, filter, 'all', '合计', parts)] : rows
}

/** 全覆盖: the four budgets. */
export function bookRows(groups: Groups, filter: CoverageFilter, parts: Parts): HeatRow[] {
  const books = filter.book === '' ? bookList : [filter.book]
  return books.map((book) => rowOf(groups, { ...filter, book }, book, budgetBooks[book], { ...parts, book }))
}

/** The departments that have anything, or the units beneath the one that is chosen. */
export function unitRows(
  groups: Groups,
  filter: CoverageFilter,
  units: readonly Unit[],
  chosen: string,
  parts: Parts,
): HeatRow[] {
  const beneath = units.filter(({ parentId }) => parentId === chosen)
  const shown = chosen === '' ? beneath : [...units.filter(({ id }) => id === chosen), ...beneath]
  const all = [...units]
  return shown.flatMap((unit) => {
    const under = unit.id === chosen ? new Set([unit.id]) : unitsWithin(all, unit.id)
    const own = new Set([...under].filter((id) => filter.units === null || filter.units.has(id)))
    if (own.size === 0) return []
    const alone: Parts = unit.id === chosen ? { alone: '1' } : {}
    return [
      rowOf(groups, { ...filter, units: own }, unit.id, unit.name, { ...parts, unit: unit.id, ...alone }),
    ]
  })
}
