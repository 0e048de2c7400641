import {
  type BudgetBook,
  budgetBooks,
  type GoalStatus,
  goalStatuses,
  type ObjectKind,
  objectKinds,
} from '#domain/goals/goal'
import { addUp, type Fen } from '#domain/money'
import type { Health } from '#domain/problem'
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

export type LedgerRow = {
  department: string
  unit: string
  code: string
  name: string
  kind: ObjectKind
  book: BudgetBook
  status: GoalStatus
  total: Fen | null
  /** Sum of the weights in hundredths of a point. */
  weightSum: number | null
  health: Health
}

const heads = [
  ['序号', 6],
  ['主管部门', 20],
  ['单位', 22],
  ['项目代码', 24],
  ['项目名称', 36],
  ['绩效对象', 10],
  ['预算', 18],
  ['状态', 9],
  ['资金总额（万元）', 17],
  ['权重合计', 9],
  ['错误', 7],
  ['提醒', 7],
  ['提示', 7],
] as const
const nameColumn = 5
const moneyColumn = 9
const headRow = 3

/** 绩效目标汇总表: all goals given, sums at the end, frozen head, filter, A4 landscape. */
export async function goalLedgerWorkbook(
  rows: readonly LedgerRow[],
  heading: { year: number; office: string },
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('绩效目标汇总表', {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow }],
  })
  const last = heads.length
  const put1 = (
    row: number,
    column: number,
    value: string | number | null,
    dress: Parameters<typeof put>[3],
  ) => put(sheet, { top: row, left: column, bottom: row, right: column }, value, dress)
  const wide = (row: number, from: number, to: number, text: string, dress: Parameters<typeof put>[3]) =>
    put(sheet, { top: row, left: from, bottom: row, right: to }, text, { border: false, ...dress })

  wide(1, 1, last, `${heading.year}年度绩效目标汇总表`, { align: 'center', bold: true, size: 18 })
  wide(2, 1, nameColumn, heading.office === '' ? '' : `编制单位：${heading.office}`, {})
  wide(2, nameColumn + 1, last, `共 ${rows.length} 个目标　金额单位：万元`, { align: 'right' })
  sheet.getRow(1).height = 34
  sheet.getRow(2).height = 20
  sheet.getRow(headRow).height = 24
  for (const [index, [text, width]] of heads.entries()) {
    sheet.getColumn(index + 1).width = width
    put1(headRow, index + 1, text, { align: 'center', bold: true, fill: 'FFEDEDED' })
  }
  for (const [index, row] of rows.entries()) {
    const at = headRow + 1 + index
    const texts = [
      row.department,
      row.unit,
      row.code,
      row.name,
      objectKinds[row.kind],
      budgetBooks[row.book],
      goalStatuses[row.status],
    ]
    put1(at, 1, index + 1, { align: 'center', format: '0' })
    for (const [column, text] of texts.entries()) put1(at, column + 2, text, {})
    put1(at, moneyColumn, wanValue(row.total), { align: 'right', format: wanFormat, shrink: true })
    const weight = row.weightSum === null ? null : row.weightSum / 100
    put1(at, moneyColumn + 1, weight, { align: 'right', format: 'General' })
    const counts = [row.health.errors, row.health.warnings, row.health.hints]
    for (const [column, count] of counts.entries())
      put1(at, moneyColumn + 2 + column, count, { align: 'right', format: '0' })
    const lines = texts.map((text, column) => linesIn(text, heads[column + 1]?.[1] ?? 10))
    sheet.getRow(at).height = heightOf(Math.max(...lines))
  }
  const sumRow = headRow + 1 + rows.length
  sheet.getRow(sumRow).height = heightOf(1)
  const sums: Record<number, number | string | null> = {
    [moneyColumn]: wanValue(addUp(rows.map((row) => row.total))),
    [moneyColumn + 2]: addUp(rows.map((row) => row.health.errors)),
    [moneyColumn + 3]: addUp(rows.map((row) => row.health.warnings)),
    [moneyColumn + 4]: addUp(rows.map((row) => row.health.hints)),
  }
  for (let column = 1; column <= last; column++) {
    const value = column === 1 ? '合计' : (sums[column] ?? null)
    const format = column === moneyColumn ? wanFormat : column === 1 ? '@' : '0'
    put1(sumRow, column, value, { align: column === 1 ? 'center' : 'right', bold: true, format })
    if (typeof value !== 'number' || rows.length === 0) continue
    // The sum follows the filter; the exact figure is stored beside it for readers that do not calculate.
    const letter = columnLetter(column)
    const formula = `SUBTOTAL(109,${letter}${headRow + 1}:${letter}${sumRow - 1})`
    sheet.getCell(sumRow, column).value = { formula, result: value }
  }
  sheet.autoFilter = `A${headRow}:${columnLetter(last)}${headRow + Math.max(rows.length, 1)}`
  setUpPage(sheet, { lastRow: sumRow, lastColumn: last, titles: [headRow, headRow], landscape: true })
  return bytesOf(book)
}
