import { type Fen, parseMoney } from '#domain/money'
import type { ReadFundRow } from '#domain/monitoring/read-monitoring'
import { address, plain, type SheetText, textAt } from './cells.ts'
import type { MoneyUnit } from './funds.ts'
import { isFundLabel } from './header-block.ts'

type AmountColumns = { budget: number; paid: number; forecast: number }

/** What a head of the money block says. */
function amountRole(text: string): keyof AmountColumns | undefined {
  const head = plain(text)
  if (head.length > 30 || /率/.test(head)) return undefined
  if (/预计|预测/.test(head)) return 'forecast'
  if (/执行数|支出数|支付数|已执行|实际支出|^执行$|拨付数/.test(head)) return 'paid'
  return /预算数|预算金额|预算安排|^预算/.test(head) ? 'budget' : undefined
}

/** The heads of the money block in a row; at least two of the three stand there. */
function headsIn(sheet: SheetText, row: number): Partial<AmountColumns> | undefined {
  const columns: Partial<AmountColumns> = {}
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell.text === '' || cell.left !== column || cell.top !== row) continue
    const role = amountRole(cell.text)
    // 年初预算数 before 调整后预算数: the form is about the budget it began with.
    if (role) columns[role] ??= column
  }
  return Object.keys(columns).length > 1 ? columns : undefined
}

function groupOf(label: string): ReadFundRow['group'] {
  if (/总额|^合计|^总计|^小计/.test(label)) return 'total'
  if (/结转/.test(label)) return 'carryover'
  if (/其他|单位资金|自筹|基金|国有资本|专户|事业收入|经营/.test(label)) return 'other'
  return /一般公共预算|财政(拨款|资金|补助)/.test(label) ? 'general' : ''
}

/** The label of a money line: the text next to the left of its amounts that names one. */
function labelOf(sheet: SheetText, row: number, before: number): string {
  for (let column = before - 1; column >= 0; column--) {
    const text = textAt(sheet, row, column)
    if (isFundLabel(text.replace(/^\s*其中[:：]/, ''))) return plain(text).replace(/[:：]$/, '')
  }
  return ''
}

/** 项目资金 of a monitoring form between two rows: each line with its budget, what was paid, and what is expected. */
export function readFundRows(sheet: SheetText, from: number, to: number, unit: MoneyUnit): ReadFundRow[] {
  for (let head = from; head < to; head++) {
    const columns = headsIn(sheet, head)
    if (columns) return linesBelow(sheet, head + 1, to, unit, columns)
  }
  return []
}

function linesBelow(
  sheet: SheetText,
  from: number,
  to: number,
  unit: MoneyUnit,
  columns: Partial<AmountColumns>,
): ReadFundRow[] {
  const first = Math.min(...Object.values(columns))
  const rows: ReadFundRow[] = []
  for (let row = from; row < to; row++) {
    const label = labelOf(sheet, row, first)
    if (label === '') break
    const amount = (column: number | undefined): Fen | null => {
      const text = column === undefined ? '' : textAt(sheet, row, column)
      return text === '' ? null : parseMoney(text.replace(/[(（].*$/, ''), unit)
    }
    rows.push({
      group: groupOf(label.replace(/^其中[:：]?/, '')),
      label,
      budget: amount(columns.budget),
      paid: amount(columns.paid),
      forecast: amount(columns.forecast),
      cell: address(row, first),
    })
  }
  return rows
}
