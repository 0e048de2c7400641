import { parseOperator } from '#domain/target'
import { plain, type SheetText } from './cells.ts'

type FigureColumns = { operator?: number; value?: number; unit?: number }

const sampled = 12

/** What stands in a column under a head, of the first rows. */
function textsUnder(sheet: SheetText, from: number, column: number): string[] {
  const rows = sheet.rows.slice(from, from + sampled)
  return rows.map((cells) => plain(cells[column]?.text ?? '')).filter((text) => text !== '')
}

function isSigns(texts: readonly string[]): boolean {
  const signs = texts.filter((text) => parseOperator(text) !== '')
  return signs.length > 0 && texts.every((text) => parseOperator(text) !== '' || /^[无/—-]+$/.test(text))
}

function isUnits(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => text.length <= 6 && !/\d|[≥≤=><]/.test(text))
}

/**
 * Sign and unit that stand in columns without a head of their own: under a 指标值 that spans them, or beside it under a
 * blank head. What the cells hold tells which is which.
 */
export function figureColumns(
  sheet: SheetText,
  headRow: number,
  from: number,
  columns: Readonly<FigureColumns>,
): FigureColumns {
  const { value } = columns
  if (value === undefined || columns.operator !== undefined) return {}
  const hasNoHead = (column: number) => {
    const cell = sheet.rows[headRow]?.[column]
    return (
      column < sheet.width && cell !== undefined && cell.text === '' && [column, value].includes(cell.left)
    )
  }
  const under = (column: number) => textsUnder(sheet, from, column)
  const unitAfter = (column: number): FigureColumns =>
    columns.unit === undefined && hasNoHead(column) && isUnits(under(column)) ? { unit: column } : {}
  if (hasNoHead(value + 1) && isSigns(under(value)))
    return { operator: value, value: value + 1, ...unitAfter(value + 2) }
  if (value > 0 && hasNoHead(value - 1) && isSigns(under(value - 1)))
    return { operator: value - 1, ...unitAfter(value + 1) }
  return sheet.rows[headRow]?.[value + 1]?.left === value ? unitAfter(value + 1) : {}
}
