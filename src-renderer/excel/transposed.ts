import { utils } from 'xlsx'
import { address, type Cell, type SheetText } from './cells.ts'
import { type GridHead, headAt } from './grid-head.ts'
import { type GridRows, readGrid } from './grid-rows.ts'
import { headWord } from './head-words.ts'

/** Rows of heads that a grid turned on its side can have: levels, figures and remarks. */
const deepest = 12

function turnedCell(cell: Cell, top: number, left: number): Cell {
  return {
    ...cell,
    top: cell.left - left,
    left: cell.top - top,
    bottom: cell.right - left,
    right: cell.bottom - top,
  }
}

/** The rows from `top` whose heads stand one below the other in a column. */
function headsBelow(sheet: SheetText, top: number, column: number): number {
  let row = top
  for (; row < Math.min(sheet.rows.length, top + deepest); row++) {
    const cell = sheet.rows[row]?.[column]
    if (!cell || cell.top !== row || headWord(cell.text) === undefined) break
  }
  return row
}

function turned(sheet: SheetText, top: number, end: number, left: number): SheetText {
  const rows = Array.from({ length: sheet.width - left }, (_, row) =>
    Array.from({ length: end - top }, (_, column) => {
      const cell = sheet.rows[top + column]?.[left + row]
      const at = { text: '', top: row, left: column, bottom: row, right: column, flaw: '' as const }
      // A range that reaches in from outside the heads says nothing of this grid.
      return cell && cell.top >= top && cell.left >= left ? turnedCell(cell, top, left) : at
    }),
  )
  return { name: sheet.name, rows, width: end - top }
}

/** A grid turned on its side: heads one below the other in one column, an indicator in each column beside them. */
export function turnedGridAt(sheet: SheetText, row: number): { head: GridHead; grid: GridRows } | undefined {
  const column = (sheet.rows[row] ?? []).findIndex(
    (cell) => cell.top === row && /^(level1|level3|generic)$/.test(headWord(cell.text)?.role ?? ''),
  )
  if (column < 0 || sheet.rows[row]?.[column]?.left !== column) return undefined
  const end = headsBelow(sheet, row, column)
  if (end - row < 3) return undefined
  const side = turned(sheet, row, end, column)
  const head = headAt(side, 0)
  if (!head) return undefined
  const grid = readGrid(side, head)
  if (grid.main.length === 0) return undefined
  return { head: { ...head, row, depth: 1 }, grid: { ...grid, main: withAddresses(grid, row, column), end } }
}

function withAddresses(grid: GridRows, top: number, left: number): GridRows['main'] {
  return grid.main.map((each) => {
    const { r: row, c: column } = utils.decode_cell(each.cell)
    return { ...each, cell: address(top + column, left + row) }
  })
}
