import type { Workbook, Worksheet } from 'exceljs'
import { addUp } from '#domain/money'
import { columnLetter, heightOf, linesIn, put, wanValue } from './form-style.ts'
import { setUpPage } from './write-page.ts'

/** A column of a list: money is given in 分 and written in 万元. */
export type Head<Row> = {
  title: string
  width: number
  /** A rate is text at the right: it is shown, never added up. */
  kind: 'text' | 'money' | 'count' | 'rate'
  read: (row: Row) => string | number | null
  /** Added up at the foot. */
  summed?: true
}

/** What stands above the list. */
export type ListTitle = { sheet: string; title: string; note: string; office: string }

const headRow = 3
// A space before the line: a figure never touches the text of the next column.
const countFormat = '0_ '
// An overview shows two decimals; what is more exact stands in the cell.
const moneyFormat = '#,##0.00_ '

/** A list as its own sheet: title, who made it, frozen head, filter, sums that follow the filter, A4 landscape. */
export function addList<Row>(
  book: Workbook,
  { sheet: name, title, note, office }: ListTitle,
  heads: readonly Head<Row>[],
  rows: readonly Row[],
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: headRow }] })
  const last = heads.length
  const maker = office === '' ? '' : `编制单位：${office}`
  // Counts and texts have no unit of money.
  const about = heads.some(({ kind }) => kind === 'money') ? [note, '金额单位：万元'] : [note]
  const remark = about.filter(Boolean).join('　')
  const half = columnsFor(maker, heads)
  const rest = heads.slice(half).reduce((sum, { width }) => sum + width, 0)
  const bare = { border: false } as const
  const topic = { ...bare, align: 'center', bold: true, size: 18 } as const
  put(sheet, at(1, 1, last), title, topic)
  put(sheet, at(2, 1, half), maker, bare)
  put(sheet, at(2, half + 1, last), remark, { ...bare, align: 'right' })
  sheet.getRow(1).height = 34
  sheet.getRow(2).height = heightOf(linesIn(remark, rest))
  sheet.getRow(headRow).height = 30
  for (const [index, head] of heads.entries()) {
    sheet.getColumn(index + 1).width = head.width
    put(sheet, at(headRow, index + 1), head.title, { align: 'center', bold: true, fill: 'FFEDEDED' })
  }
  for (const [index, row] of rows.entries()) {
    const line = headRow + 1 + index
    for (const [column, head] of heads.entries()) putValue(sheet, line, column + 1, head, head.read(row))
    const needed = heads.map((head) => linesIn(String(head.read(row) ?? ''), head.width))
    sheet.getRow(line).height = heightOf(Math.max(...needed))
  }
  const isSummed = heads.some(({ summed }) => summed)
  const sumRow = headRow + rows.length + (isSummed ? 1 : 0)
  if (isSummed) {
    sheet.getRow(sumRow).height = heightOf(1)
    for (const [index, head] of heads.entries()) putSum(sheet, sumRow, index + 1, head, rows)
  }
  sheet.autoFilter = `A${headRow}:${columnLetter(last)}${headRow + Math.max(rows.length, 1)}`
  setUpPage(sheet, { lastRow: sumRow, lastColumn: last, titles: [headRow, headRow], landscape: true })
}

/** How many columns from the left a text needs; the last is left to what stands beside it. */
function columnsFor(text: string, heads: readonly Pick<Head<unknown>, 'width'>[]): number {
  let [count, width] = [0, 0]
  while (count < heads.length - 1 && (count === 0 || linesIn(text, width) > 1)) {
    width += heads[count]?.width ?? 0
    count += 1
  }
  return count
}

function at(row: number, left: number, right = left) {
  return { top: row, left, bottom: row, right }
}

function putValue<Row>(
  sheet: Worksheet,
  row: number,
  column: number,
  { kind, title }: Head<Row>,
  value: string | number | null,
): void {
  if (kind === 'text') put(sheet, at(row, column), value)
  else if (kind === 'rate') put(sheet, at(row, column), value, { align: 'right' })
  else if (title === '序号') put(sheet, at(row, column), value, { align: 'center', format: '0' })
  else if (kind === 'count') put(sheet, at(row, column), value, { align: 'right', format: countFormat })
  else {
    const amount = typeof value === 'number' ? value : null
    put(sheet, at(row, column), wanValue(amount), { align: 'right', format: moneyFormat, shrink: true })
  }
}

function putSum<Row>(
  sheet: Worksheet,
  sumRow: number,
  column: number,
  { kind, read, summed }: Head<Row>,
  rows: readonly Row[],
): void {
  if (!summed) {
    put(sheet, at(sumRow, column), column === 1 ? '合计' : '', { bold: true })
    return
  }
  const sum = addUp(rows.map(read).map((value) => (typeof value === 'number' ? value : null)))
  const value = kind === 'money' ? wanValue(sum) : sum
  const format = kind === 'money' ? moneyFormat : countFormat
  put(sheet, at(sumRow, column), value, { align: 'right', bold: true, format })
  if (typeof value !== 'number' || rows.length === 0) return
  // The sum follows the filter; the exact figure is stored beside it for readers that do not calculate.
  const letter = columnLetter(column)
  const formula = `SUBTOTAL(109,${letter}${headRow + 1}:${letter}${sumRow - 1})`
  sheet.getCell(sumRow, column).value = { formula, result: value }
}
