import { type LibraryIndicator, targetPattern } from '#domain/library/indicator'
import { sectorName } from '#domain/library/library'
import { type OwnIndicator, ownStates } from '#domain/library/own-indicator'
import { originOf, origins } from '#domain/library/search'
import type { Column } from '#ui/BigTable.tsx'
import { stablySortedBy } from '#ui/sorted'
import { OwnMark, OwnStateMark } from './OwnMark.tsx'

/** 个性指标 by id, for what only they have. */
export type OwnById = ReadonlyMap<string, OwnIndicator>

type Shape = Omit<Column<LibraryIndicator>, 'cell' | 'sortable'> & {
  text: (row: LibraryIndicator, own: OwnById) => string
}

const shapes: readonly Shape[] = [
  { id: 'name', title: '指标名称', width: 180, grow: 2, text: (row) => row.name },
  { id: 'sector', title: '行业', width: 120, text: (row) => sectorName(row.sector) },
  { id: 'origin', title: '来源', width: 76, text: originText },
  { id: 'level1', title: '一级指标', width: 84, text: (row) => row.level1 },
  { id: 'level2', title: '二级指标', width: 134, text: (row) => row.level2 },
  { id: 'target', title: '指标值', width: 110, align: 'right', text: targetPattern },
  { id: 'explanation', title: '指标解释', width: 86, grow: 3, text: (row) => row.explanation },
]

function originText(row: LibraryIndicator, own: OwnById): string {
  const state = own.get(row.id)?.state
  return state === undefined || state === 'confirmed' ? origins[originOf(row)] : ownStates[state]
}

function originCell(row: LibraryIndicator, own: OwnById) {
  const state = own.get(row.id)?.state
  if (state === undefined) return '默认'
  return state === 'confirmed' ? <OwnMark /> : <OwnStateMark state={state} />
}

export function libraryColumns(own: OwnById): readonly Column<LibraryIndicator>[] {
  return shapes.map(({ text, ...shape }) => ({
    ...shape,
    sortable: true,
    cell: (row) => (shape.id === 'origin' ? originCell(row, own) : text(row, own)),
    hover: (row) => text(row, own),
  }))
}

/** In the order of a column; without one in that of the library. */
export function sortEntries(
  rows: readonly LibraryIndicator[],
  own: OwnById,
  column: string,
  descending: boolean,
): readonly LibraryIndicator[] {
  const text = shapes.find((shape) => shape.id === column)?.text
  return text ? stablySortedBy(rows, (row) => text(row, own), descending) : rows
}

/** Entries with a head, as the indicator sheet takes them from the clipboard. */
export function copyBlock(rows: readonly LibraryIndicator[]): string[][] {
  return [
    ['一级指标', '二级指标', '三级指标', '性质', '指标值', '单位'],
    ...rows.map((row) => [row.level1, row.level2, row.name, row.operator, row.value, row.unit]),
  ]
}
