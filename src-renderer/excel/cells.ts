import { type CellObject, SSF, utils, type WorkSheet } from 'xlsx'
import { WorkbookError } from './workbook-error.ts'

/** What is wrong with the formula of a cell: an error value, no stored result, or a link to another workbook. */
export type Flaw = '' | 'error' | 'uncached' | 'link'

/** One cell as a person sees it. `top`/`left` name the origin of the merged range it belongs to (else itself). */
export type Cell = {
  text: string
  top: number
  left: number
  bottom: number
  right: number
  flaw: Flaw
}

/** A sheet as text, merges resolved to their top-left cell; trailing emptiness cut. */
export type SheetText = { name: string; rows: Cell[][]; width: number }

/** Forms and ledgers of projects are far shorter. */
export const formRowLimit = 20_000
/** Columns beyond are formatting dragged to the end of the sheet. */
const columnLimit = 200

/** White space and width removed: for comparing labels, never for keeping. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '')
}

type NumberDress = 'bare' | 'percent' | 'date' | 'dressed'
const dresses = new Map<string, NumberDress>()

/** What a number format adds to a number that a reader must see: a percent sign, a date, words such as 0"人". */
function dressOf(format: string): NumberDress {
  const known = dresses.get(format)
  if (known) return known
  const bare = format.replace(/"[^"]*"|\\.|_./g, '')
  let dress: NumberDress = 'bare'
  if (bare.includes('%')) dress = 'percent'
  else if (SSF.is_date(format)) dress = 'date'
  else if (/"[^"]*[\p{L}%‰][^"]*"|\\[\p{L}%]/u.test(format)) dress = 'dressed'
  dresses.set(format, dress)
  return dress
}

function numberText(value: number, format: string): string {
  const dress = dressOf(format)
  if (dress === 'percent') return `${Number((value * 100).toPrecision(12))}%`
  if (dress === 'date') return SSF.format('yyyy-mm-dd', value)
  if (dress === 'dressed') return SSF.format(format, value).trim()
  return String(Number(value.toPrecision(15)))
}

function cellText(cell: CellObject): string {
  const { v: value } = cell
  if (value === undefined || value === null) return ''
  if (typeof value === 'number' && cell.t === 'n') {
    return numberText(value, typeof cell.z === 'string' ? cell.z : '')
  }
  if (cell.t === 'e') return String(cell.w ?? '#')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}

function flawOf(cell: CellObject): Flaw {
  if (cell.t === 'e') return 'error'
  if (typeof cell.f !== 'string') return ''
  if (cell.v === undefined) return 'uncached'
  return /\[[^\]]+\][^!]*!/.test(cell.f) ? 'link' : ''
}

function blank(row: number, column: number): Cell {
  return {
    text: '',
    top: row,
    left: column,
    bottom: row,
    right: column,
    flaw: '',
  }
}

/** Rows as sparse as SheetJS keeps them: a sheet formatted to its end costs nothing here. */
function filledCells(
  data: readonly (CellObject[] | undefined)[],
  rowLimit: number,
): {
  rows: Cell[][]
  width: number
} {
  const rows: Cell[][] = []
  let width = 0
  data.forEach((source, row) => {
    source?.forEach((from, column) => {
      if (column >= columnLimit || !from) return
      const text = cellText(from)
      const flaw = flawOf(from)
      if (text === '' && flaw === '') return
      if (row >= rowLimit) throw new WorkbookError('too-many-rows', { limit: rowLimit })
      if (column >= width) width = column + 1
      rows[row] ??= []
      const cells = rows[row]
      if (cells) cells[column] = { ...blank(row, column), text, flaw }
    })
  })
  return { rows, width }
}

/** Text of every cell of a dense SheetJS sheet with its merged range. Overlapping merges: the first one wins. */
export function sheetText(name: string, sheet: WorkSheet, rowLimit = formRowLimit): SheetText {
  const { rows, width } = filledCells(sheet['!data'] ?? [], rowLimit)
  for (let row = 0; row < rows.length; row++) {
    rows[row] ??= []
    const cells = rows[row] ?? []
    for (let column = 0; column < width; column++) cells[column] ??= blank(row, column)
  }
  for (const merge of sheet['!merges'] ?? []) spread(rows, width, merge.s.r, merge.s.c, merge.e.r, merge.e.c)
  return { name, rows, width }
}

function spread(
  rows: Cell[][],
  width: number,
  top: number,
  left: number,
  bottom: number,
  right: number,
): void {
  const origin = rows[top]?.[left]
  if (!origin || origin.top !== top || origin.left !== left) return
  const lastRow = Math.min(bottom, rows.length - 1)
  const lastColumn = Math.min(right, width - 1)
  for (let row = top; row <= lastRow; row++) {
    for (let column = left; column <= lastColumn; column++) {
      const cell = rows[row]?.[column]
      // A covered cell that holds its own text was unmerged by another program: its text counts.
      if (!cell || (cell.text !== '' && cell !== origin)) continue
      cell.top = top
      cell.left = left
      cell.bottom = lastRow
      cell.right = lastColumn
    }
  }
}

/** The text that shows at a place: of the cell or of the merged range it lies in. */
export function textAt(sheet: SheetText, row: number, column: number): string {
  const cell = sheet.rows[row]?.[column]
  if (!cell) return ''
  return sheet.rows[cell.top]?.[cell.left]?.text ?? ''
}

/** Address as people read it, e.g. `D12`. */
export function address(row: number, column: number): string {
  return utils.encode_cell({ r: row, c: column })
}

/** The row of an address, counted from 0. */
export function rowOf(cell: string): number {
  return utils.decode_cell(cell).r
}
