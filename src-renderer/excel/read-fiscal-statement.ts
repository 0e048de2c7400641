import {
  type FiscalFigure,
  fiscalFigureList,
  fiscalFigures,
  type StatedFigures,
} from '#domain/evaluation/fiscal-figures'
import { parseMoney } from '#domain/money'
import { parseDecimal } from '#domain/monitoring/ratio'
import { address, plain, type SheetText, sheetText, textAt } from './cells.ts'
import { statedUnit } from './funds.ts'
import { openWorkbook } from './open-workbook.ts'

/** Where statements have a figure: a row by its label, a column by its head. */
type Place = { figure: FiscalFigure; label: RegExp; column: RegExp }

const revenue = /^(本年|地方)?(一般公共预算)?收入(合计|总计)?$/
const spending = /^(本年|地方)?(一般公共预算)?支出(合计|总计)?$/
const final = /决算数|执行数|完成数|实际数/

const places: readonly Place[] = [
  { figure: 'revenueBudget', label: revenue, column: /^(年初)?预算数$/ },
  { figure: 'revenueFinal', label: revenue, column: final },
  { figure: 'taxRevenue', label: /^税收收入(小计|合计)?$/, column: final },
  { figure: 'initialBudget', label: spending, column: /^(年初)?预算数$/ },
  { figure: 'spendingAdjusted', label: spending, column: /^(调整|变动)后?预算数$|^调整数$/ },
  { figure: 'spendingFinal', label: spending, column: final },
  { figure: 'carriedOver', label: /^(年终|年末)(滚存)?(结转|结余)(结余)?$/, column: final },
  { figure: 'directAllocated', label: /^直达资金(合计)?$/, column: /下达/ },
  { figure: 'directPaid', label: /^直达资金(合计)?$/, column: /支出/ },
]

/** Any figure may also stand in a list by its own name, as the application exports it to be filled in. */
const listColumn = /^(数值|金额|数额)$/

type Heads = { row: number; texts: string[] }

/** The figures of a workbook with the cell of each; of one that stands in several places the first counts. Throws WorkbookError. */
export function readFiscalStatement(bytes: Uint8Array, fileName: string): StatedFigures {
  const book = openWorkbook(bytes)
  const found: Partial<Record<FiscalFigure, { value: string; source: string }>> = {}
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    for (const each of figuresOn(sheetText(name, sheet)))
      found[each.figure] ??= { value: each.value, source: `${fileName} ${name} ${each.cell}` }
  }
  return found
}

function figuresOn(sheet: SheetText): { figure: FiscalFigure; value: string; cell: string }[] {
  const found: { figure: FiscalFigure; value: string; cell: string }[] = []
  const unit = statedUnit(sheet, 0, Math.min(sheet.rows.length, 8)) ?? '万元'
  let heads: Heads | null = null
  for (let row = 0; row < sheet.rows.length; row++) {
    heads = headsAt(sheet, row) ?? heads
    if (!heads || heads.row === row) continue
    for (let column = 0; column < sheet.width; column++) {
      const label = labelOf(textAt(sheet, row, column))
      if (label === '') continue
      for (const { figure, at } of wantedOf(label, heads, column)) {
        const text = textAt(sheet, row, at)
        const value = valueIn(figure, text, unit)
        if (value !== null) found.push({ figure, value, cell: address(row, at) })
      }
    }
  }
  return found
}

/** A row of heads: it names a budget, a final account or a value, and holds no number. */
function headsAt(sheet: SheetText, row: number): Heads | null {
  const texts = Array.from({ length: sheet.width }, (_, column) => plain(textAt(sheet, row, column)))
  const isHead = texts.some(
    (text) => /预算数|下达|支出数/.test(text) || final.test(text) || listColumn.test(text),
  )
  const hasNumber = texts.some((text) => /^-?[\d,]+(\.\d+)?$/.test(text))
  return isHead && !hasNumber ? { row, texts } : null
}

/** `一、税收收入`, `其中：税收收入` and `税收收入` are one. */
function labelOf(text: string): string {
  return plain(text)
    .replace(/^(其中[:：]|[(（]?[一二三四五六七八九十]+[)）]?[、.．]|\d+[.、．])/, '')
    .replace(/^(其中[:：])/, '')
}

/** Which figures a label asks for, and in which column right of it; left and right halves of a statement keep apart. */
function wantedOf(label: string, { texts }: Heads, column: number): { figure: FiscalFigure; at: number }[] {
  const columnOf = (head: RegExp) => texts.findIndex((text, at) => at > column && head.test(text))
  const byPlace = places
    .filter((place) => place.label.test(label))
    .map(({ figure, column: head }) => ({ figure, at: columnOf(head) }))
  const byName = fiscalFigureList
    .filter((figure) => plain(fiscalFigures[figure].name) === label)
    .map((figure) => ({ figure, at: columnOf(listColumn) }))
  return [...byPlace, ...byName].filter(({ at }) => at >= 0)
}

function valueIn(figure: FiscalFigure, text: string, unit: '元' | '万元'): string | null {
  if (fiscalFigures[figure].kind === 'rate') {
    const bare = plain(text).replace(/[%分]$/, '')
    return parseDecimal(bare) === null ? null : bare
  }
  const amount = parseMoney(text, unit)
  return amount === null ? null : String(amount)
}
