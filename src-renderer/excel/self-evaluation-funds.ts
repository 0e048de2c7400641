import type { ReadSelfFundRow } from '#domain/evaluation/read-self-evaluation'
import { parseWeight } from '#domain/goals/weights'
import { type Fen, parseMoney } from '#domain/money'
import { address, plain, type SheetText, textAt } from './cells.ts'
import type { MoneyUnit } from './funds.ts'
import { isFundLabel } from './header-block.ts'

type Role = 'initial' | 'revised' | 'paid' | 'score' | 'reason'
type MoneyColumns = Partial<Record<Role, number>>

/** The money block: its lines, 得分 of the execution rate, and the reason beside it. */
export type MoneyBlock = { funds: ReadSelfFundRow[]; executionScore: number | null; reason: string }

/** What a head of the money block says. */
function roleOf(text: string): Role | undefined {
  // Explanations follow in brackets: 全年预算数(A)(上年结转+年初预算+…).
  const head = plain(text).replace(/\(.*$/, '')
  if (head.length > 30 || /情况/.test(head)) return undefined
  if (/^得分|评分/.test(head)) return 'score'
  if (/原因|说明/.test(head)) return 'reason'
  if (/率|分值|权重/.test(head)) return undefined
  if (/执行数|支出数|支付数|实际支出|到位数|^(全年|年度|预算)?执行/.test(head)) return 'paid'
  if (/(全年|调整后|调整|年度最终)预算/.test(head)) return 'revised'
  return /^年初预算|^预算数|^预算金额|^预算安排/.test(head) ? 'initial' : undefined
}

function headsIn(sheet: SheetText, row: number): MoneyColumns | undefined {
  const columns: MoneyColumns = {}
  for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
    if (cell.text === '' || cell.left !== column || cell.top !== row) continue
    const role = roleOf(cell.text)
    if (role) columns[role] ??= column
  }
  const amounts = [columns.initial, columns.revised, columns.paid].filter((column) => column !== undefined)
  return amounts.length > 1 ? columns : undefined
}

/** The group of a money line by its words; '' for one that none names. */
function selfFundGroup(label: string): ReadSelfFundRow['group'] {
  if (/总额|^合计|^总计|^小计/.test(label)) return 'total'
  if (/结转/.test(label)) return 'carryover'
  if (/专户/.test(label)) return 'fiscal-account'
  if (/^单位资金|事业收入|经营收入|自有/.test(label)) return 'unit'
  if (/其他|自筹|社会|贷款/.test(label)) return 'other'
  return /一般公共预算|财政(拨款|资金|补助)|基金|国有资本|中央|省级|市级|县级/.test(label) ? 'fiscal' : ''
}

/** The label of a money line: the text next to the left of its amounts that names one. */
function labelOf(sheet: SheetText, row: number, before: number): string {
  for (let column = before - 1; column >= 0; column--) {
    const text = textAt(sheet, row, column).replace(/^\s*其中[:：]/, '')
    if (isFundLabel(text) || /^(总额|合计)$/.test(plain(text))) return plain(text).replace(/[:：]$/, '')
  }
  return ''
}

export function readMoneyBlock(sheet: SheetText, from: number, to: number, unit: MoneyUnit): MoneyBlock {
  for (let head = from; head < to; head++) {
    const columns = headsIn(sheet, head)
    if (columns) return blockBelow(sheet, head + 1, to, unit, columns)
  }
  return { funds: [], executionScore: null, reason: '' }
}

/** An amount without the breakdown in brackets behind it; null for anything else. */
function amountIn(text: string, unit: MoneyUnit): Fen | null {
  return text === '' ? null : parseMoney(text.replace(/[(（].*$/, ''), unit)
}

/** A block of one line has no label before its amounts: it is the total. */
function onlyLine(
  sheet: SheetText,
  row: number,
  first: number,
  amounts: readonly number[],
  unit: MoneyUnit,
): string {
  const isLine =
    row === first && amounts.every((column) => amountIn(textAt(sheet, row, column), unit) !== null)
  return isLine ? '年度资金总额' : ''
}

function blockBelow(
  sheet: SheetText,
  from: number,
  to: number,
  unit: MoneyUnit,
  columns: MoneyColumns,
): MoneyBlock {
  const { initial, revised, paid } = columns
  const amounts = [initial, revised, paid].filter((column) => column !== undefined)
  const first = Math.min(...amounts)
  const at = (row: number, column: number | undefined) =>
    column === undefined ? '' : textAt(sheet, row, column)
  const block: MoneyBlock = { funds: [], executionScore: null, reason: '' }
  for (let row = from; row < to; row++) {
    const label = labelOf(sheet, row, first) || onlyLine(sheet, row, from, amounts, unit)
    if (label === '') break
    const amount = (column: number | undefined): Fen | null => amountIn(at(row, column), unit)
    const unread = amounts
      .map((column) => at(row, column))
      .filter((text) => /\d/.test(text) && amountIn(text, unit) === null)
    block.funds.push({
      group: selfFundGroup(label.replace(/^其中[:：]?/, '')),
      label,
      initial: amount(initial),
      revised: amount(revised),
      paid: amount(paid),
      cell: address(row, first),
      ...(unread.length > 0 ? { unread: [...new Set(unread)] } : {}),
    })
    block.executionScore ??= parseWeight(at(row, columns.score))
    const reason = at(row, columns.reason)
    if (reason !== '' && !/^[-—/]*$/.test(plain(reason))) block.reason ||= reason
  }
  return block
}
