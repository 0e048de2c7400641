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

export type AssessmentLedgerRow = {
  department: string
  unit: string
  section: string
  name: string
  kind: string
  amount: Fen | null
  recommended: Fen | null
  cut: Fen | null
  state: string
  number: string
  why: string
  clause: string
}

const heads = [
  ['序号', 6],
  ['主管部门', 18],
  ['单位', 20],
  ['归口股室', 14],
  ['项目名称', 34],
  ['对象', 7],
  ['申报金额（万元）', 14],
  ['建议金额（万元）', 14],
  ['核减金额（万元）', 14],
  ['状态、结论', 12],
  ['评估编号', 18],
  ['评估事由', 36],
  ['依据', 22],
] as const
const headRow = 3
const firstMoney = 7

/** 事前绩效评估台账: assessed, due and exempt with the sums cut; frozen head, filter, A4 landscape. */
export async function assessmentLedgerWorkbook(
  rows: readonly AssessmentLedgerRow[],
  heading: { year: number; office: string },
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('事前绩效评估台账', {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow }],
  })
  const last = heads.length
  const at = (row: number, left: number, right = left) => ({ top: row, left, bottom: row, right })
  const bare = { border: false } as const
  put(sheet, at(1, 1, last), `${heading.year}年度事前绩效评估台账`, {
    ...bare,
    align: 'center',
    bold: true,
    size: 18,
  })
  put(sheet, at(2, 1, 5), heading.office === '' ? '' : `编制单位：${heading.office}`, bare)
  put(sheet, at(2, 6, last), `共 ${rows.length} 项　金额单位：万元`, { ...bare, align: 'right' })
  sheet.getRow(1).height = 34
  sheet.getRow(2).height = 20
  sheet.getRow(headRow).height = 30
  for (const [index, [text, width]] of heads.entries()) {
    sheet.getColumn(index + 1).width = width
    put(sheet, at(headRow, index + 1), text, { align: 'center', bold: true, fill: 'FFEDEDED' })
  }
  for (const [index, row] of rows.entries()) {
    const line = headRow + 1 + index
    const before = [row.department, row.unit, row.section, row.name, row.kind]
    const after = [row.state, row.number, row.why, row.clause]
    put(sheet, at(line, 1), index + 1, { align: 'center', format: '0' })
    for (const [column, text] of before.entries()) put(sheet, at(line, column + 2), text)
    for (const [column, amount] of [row.amount, row.recommended, row.cut].entries())
      put(sheet, at(line, firstMoney + column), wanValue(amount), {
        align: 'right',
        format: wanFormat,
        shrink: true,
      })
    for (const [column, text] of after.entries()) put(sheet, at(line, firstMoney + 3 + column), text)
    const lines = [
      ...before.map((text, column) => linesIn(text, heads[column + 1]?.[1] ?? 10)),
      ...after.map((text, column) => linesIn(text, heads[firstMoney + 2 + column]?.[1] ?? 10)),
    ]
    sheet.getRow(line).height = heightOf(Math.max(...lines))
  }
  const sumRow = headRow + 1 + rows.length
  const sums = [rows.map((row) => row.amount), rows.map((row) => row.recommended), rows.map((row) => row.cut)]
  for (let column = 1; column <= last; column++) put(sheet, at(sumRow, column), column === 1 ? '合计' : '')
  for (const [index, amounts] of sums.entries()) {
    const column = firstMoney + index
    const value = wanValue(addUp(amounts))
    put(sheet, at(sumRow, column), value, { align: 'right', bold: true, format: wanFormat })
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
