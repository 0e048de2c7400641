import type { Fen } from '#domain/money'
import { parseMoney } from '#domain/money'
import { address, plain, type SheetText, textAt } from './cells.ts'
import { isFundLabel } from './header-block.ts'

export type Fund = { label: string; amount: Fen; cell: string }

export type MoneyUnit = '元' | '万元'

/** Unit of money of a form: what its head, title or notes say; 万元 where nothing is said, as most forms are. */
export function moneyUnit(sheet: SheetText, from: number, to: number): MoneyUnit {
  return statedUnit(sheet, from, to) ?? '万元'
}

/** The unit of money that some rows state; null where they are silent. */
export function statedUnit(sheet: SheetText, from: number, to: number): MoneyUnit | null {
  for (let row = from; row < to; row++) {
    for (const cell of sheet.rows[row] ?? []) {
      const text = plain(cell.text)
      if (text.length > 60) continue
      if (/(单位[:：]|\()万元/.test(text)) return '万元'
      if (/(单位[:：]|资金|金额|预算)\(?元\)?$/.test(text) || /\(元\)/.test(text)) return '元'
    }
  }
  return null
}

/** Lines of the money block: a label and the first amount to its right. Breakdowns in brackets are left to the person. */
export function readFunds(sheet: SheetText, from: number, to: number, unit: MoneyUnit): Fund[] {
  const funds: Fund[] = []
  for (let row = from; row < to; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.text === '' || cell.left !== column || cell.top !== row || !isFundLabel(cell.text)) continue
      const next = (cell.right ?? column) + 1
      const text = textAt(sheet, row, next)
      if (text === '') continue
      const amount = parseMoney(text.replace(/[(（].*$/, ''), unit)
      if (amount !== null)
        funds.push({
          label: plain(cell.text).replace(/[:：]$/, ''),
          amount,
          cell: address(row, next),
        })
    }
  }
  return funds
}

/** The total among the lines: 年度资金总额 before 资金总额 before 合计. */
export function totalOf(funds: readonly Fund[]): Fen | null {
  const names = [/年度资金(申请)?总额|当年预算/, /资金总额|预算总额|总预算/, /^(合计|总额)$/]
  for (const name of names) {
    const line = funds.find((fund) => name.test(fund.label))
    if (line) return line.amount
  }
  return null
}
