import type { Workbook, Worksheet } from 'exceljs'
import { addUp, type Fen } from '#domain/money'
import {
  bytesOf,
  columnLetter,
  heightOf,
  linesIn,
  loadExcel,
  put,
  wanFormat,
  wanValue,
} from './form-style.ts'
import { setUpPage } from './write-page.ts'

export type AdjustmentLine = {
  department: string
  unit: string
  name: string
  number: number
  before: Fen | null
  after: Fen | null
  change: Fen | null
  size: string
  state: string
  approvedOn: string
  reason: string
  budgetEffect: string
}

/** What the adjustments of a unit come to; only approved ones. */
export type UnitLine = {
  name: string
  count: number
  goals: number
  most: number
  increased: Fen
  decreased: Fen
  net: Fen
  open: number
}

type Head<Row> = {
  title: string
  width: number
  kind: 'text' | 'money' | 'count'
  read: (row: Row) => string | number | null
  /** Added up at the foot. */
  summed?: true
}

const lineHeads: readonly Head<AdjustmentLine>[] = [
  { title: '主管部门', width: 18, kind: 'text', read: (row) => row.department },
  { title: '单位', width: 20, kind: 'text', read: (row) => row.unit },
  { title: '项目名称', width: 30, kind: 'text', read: (row) => row.name },
  { title: '第几次', width: 8, kind: 'count', read: (row) => row.number },
  { title: '调整前（万元）', width: 14, kind: 'money', read: (row) => row.before },
  { title: '调整后（万元）', width: 14, kind: 'money', read: (row) => row.after },
  { title: '增减（万元）', width: 14, kind: 'money', read: (row) => row.change, summed: true },
  { title: '变化', width: 8, kind: 'text', read: (row) => row.size },
  { title: '状态', width: 9, kind: 'text', read: (row) => row.state },
  { title: '批准日期', width: 12, kind: 'text', read: (row) => row.approvedOn },
  { title: '调整理由', width: 32, kind: 'text', read: (row) => row.reason },
  { title: '对预算的影响', width: 26, kind: 'text', read: (row) => row.budgetEffect },
]

const unitHeads: readonly Head<UnitLine>[] = [
  { title: '单位', width: 36, kind: 'text', read: (row) => row.name },
  { title: '调整次数', width: 11, kind: 'count', read: (row) => row.count, summed: true },
  { title: '调整目标（个）', width: 15, kind: 'count', read: (row) => row.goals, summed: true },
  { title: '单个最多（次）', width: 15, kind: 'count', read: (row) => row.most },
  { title: '调增（万元）', width: 15, kind: 'money', read: (row) => row.increased, summed: true },
  { title: '调减（万元）', width: 15, kind: 'money', read: (row) => row.decreased, summed: true },
  { title: '净增减（万元）', width: 15, kind: 'money', read: (row) => row.net, summed: true },
  { title: '在办（份）', width: 11, kind: 'count', read: (row) => row.open, summed: true },
]

const headRow = 3

type Heading = { year: number; office: string }

/** 绩效目标调整台账 in two sheets: the applications, and what was approved by unit for next year's budget. */
export async function adjustmentsWorkbook(
  lines: readonly AdjustmentLine[],
  units: readonly UnitLine[],
  heading: Heading,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  writeSheet(book, '目标调整台账', `共 ${lines.length} 份申请`, lineHeads, lines, heading)
  writeSheet(book, '按单位汇总', `共 ${units.length} 个单位，只计已批准的调整`, unitHeads, units, heading)
  return bytesOf(book)
}

function writeSheet<Row>(
  book: Workbook,
  title: string,
  note: string,
  heads: readonly Head<Row>[],
  rows: readonly Row[],
  { year, office }: Heading,
): void {
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', xSplit: 0, ySplit: headRow }] })
  const last = heads.length
  const half = Math.floor(last / 2)
  const bare = { border: false } as const
  const topic = { ...bare, align: 'center', bold: true, size: 18 } as const
  put(sheet, at(1, 1, last), `${year}年度绩效目标调整（${title}）`, topic)
  put(sheet, at(2, 1, half), office === '' ? '' : `编制单位：${office}`, bare)
  put(sheet, at(2, half + 1, last), `${note}　金额单位：万元`, { ...bare, align: 'right' })
  sheet.getRow(1).height = 34
  sheet.getRow(2).height = 20
  sheet.getRow(headRow).height = 24
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
  const sumRow = headRow + 1 + rows.length
  for (const [index, head] of heads.entries()) putSum(sheet, sumRow, index + 1, head, rows)
  sheet.autoFilter = `A${headRow}:${columnLetter(last)}${headRow + Math.max(rows.length, 1)}`
  setUpPage(sheet, { lastRow: sumRow, lastColumn: last, titles: [headRow, headRow], landscape: true })
}

function at(row: number, left: number, right = left) {
  return { top: row, left, bottom: row, right }
}

function putValue<Row>(
  sheet: Worksheet,
  row: number,
  column: number,
  { kind }: Head<Row>,
  value: string | number | null,
): void {
  if (kind === 'text') put(sheet, at(row, column), value)
  else if (kind === 'count') put(sheet, at(row, column), value, { align: 'right', format: '0' })
  else {
    const amount = typeof value === 'number' ? value : null
    put(sheet, at(row, column), wanValue(amount), { align: 'right', format: wanFormat, shrink: true })
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
  const format = kind === 'money' ? wanFormat : '0'
  put(sheet, at(sumRow, column), value, { align: 'right', bold: true, format })
  if (typeof value !== 'number' || rows.length === 0) return
  // The sum follows the filter; the exact figure is stored beside it for readers that do not calculate.
  const letter = columnLetter(column)
  const formula = `SUBTOTAL(109,${letter}${headRow + 1}:${letter}${sumRow - 1})`
  sheet.getCell(sumRow, column).value = { formula, result: value }
}
