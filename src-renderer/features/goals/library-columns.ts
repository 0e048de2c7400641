import { type LibraryIndicator, targetPattern } from '#domain/library/indicator'
import { sectorName } from '#domain/library/library'
import type { Column } from '#ui/BigTable.tsx'

type Shape = Omit<Column<LibraryIndicator>, 'cell' | 'sortable'> & { text: (row: LibraryIndicator) => string }

const shapes: readonly Shape[] = [
  { id: 'name', title: '指标名称', width: 190, grow: 2, text: (row) => row.name },
  { id: 'sector', title: '行业', width: 138, text: (row) => sectorName(row.sector) },
  { id: 'level1', title: '一级指标', width: 84, text: (row) => row.level1 },
  { id: 'level2', title: '二级指标', width: 142, text: (row) => row.level2 },
  { id: 'target', title: '指标值', width: 112, align: 'right', text: targetPattern },
  { id: 'explanation', title: '指标解释', width: 150, grow: 3, text: (row) => row.explanation },
]

export const libraryColumns: readonly Column<LibraryIndicator>[] = shapes.map(({ text, ...shape }) => ({
  ...shape,
  sortable: true,
  cell: text,
  hover: text,
}))

const byPinyin = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** In the order of a column; without one in that of the library. */
export function sortEntries(
  rows: readonly LibraryIndicator[],
  column: string,
  descending: boolean,
): readonly LibraryIndicator[] {
  const text = shapes.find((shape) => shape.id === column)?.text
  if (!text) return rows
  const turn = descending ? -1 : 1
  return rows.toSorted((left, right) => turn * byPinyin.compare(text(left), text(right)))
}

/** Entries with a head, as the indicator sheet takes them from the clipboard. */
export function copyBlock(rows: readonly LibraryIndicator[]): string[][] {
  return [
    ['一级指标', '二级指标', '三级指标', '性质', '指标值', '单位'],
    ...rows.map((row) => [row.level1, row.level2, row.name, row.operator, row.value, row.unit]),
  ]
}
