import { monthOf } from '#domain/execution/line'
import { plain, type SheetText, sheetText, textAt } from './cells.ts'
import { headParts } from './flat-fields.ts'
import { depthAt, fingerprint, headsAt, headWithin } from './flat-head.ts'
import { yearOf } from './form-year.ts'
import { type MoneyUnit, statedUnit } from './funds.ts'
import { openWorkbook } from './open-workbook.ts'
import { moneyFields, type TreasuryField, treasuryFieldOf } from './treasury-fields.ts'

/** A table of the treasury as it was found; which column means what is decided by a mapping. */
export type TreasuryLedger = {
  /** Fingerprint of the heads: ledgers laid out alike share one remembered mapping. */
  id: string
  sheet: string
  /** One text a column; the rows of a head joined by ` · `. */
  heads: string[]
  rows: TreasuryCells[]
  /** 元 or 万元 where the sheet says so above the head. */
  moneyUnit: MoneyUnit | null
  /** What title, sheet or file name says; null where they are silent. */
  year: number | null
  month: number | null
  /** Who is meant where no column of units is there, from above the head. */
  unitName: string
}

/** A row of the ledger: its number in the sheet, counted from 1, and the text of every column. */
export type TreasuryCells = { number: number; texts: string[] }

/** Far more than a county's treasury writes in a year; the sheet of an old .xls ends at 65,536. */
export const treasuryRowLimit = 100_000

/** Every ledger of a workbook. Throws WorkbookError. */
export function readTreasuryBook(bytes: Uint8Array, fileName: string): TreasuryLedger[] {
  const book = openWorkbook(bytes, treasuryRowLimit)
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    const ledger = sheet && findTreasuryLedger(sheetText(name, sheet, treasuryRowLimit), fileName)
    return ledger ? [ledger] : []
  })
}

/** The table on a sheet: a head that names projects and at least one amount, and rows beneath. */
function findTreasuryLedger(sheet: SheetText, fileName: string): TreasuryLedger | null {
  for (let row = 0; row < Math.min(sheet.rows.length, headWithin); row++) {
    const named = (sheet.rows[row] ?? []).filter(({ text }) => isField(text))
    if (named.length === 0) continue
    const depth = depthAt(sheet, row, isField)
    const heads = headsAt(sheet, row, depth)
    const fields = new Set(heads.map((head) => treasuryFieldOf(headParts(head))))
    if (!names(fields) || !moneyFields.some((field) => fields.has(field))) continue
    const rows = rowsFrom(sheet, row + depth)
    if (rows.length === 0) continue
    const stated = statedUnit(sheet, 0, row)
    const year = yearOf(sheet, 0, row, fileName)
    return {
      id: fingerprint('treasury', heads, stated !== null),
      sheet: sheet.name,
      heads,
      rows,
      moneyUnit: stated,
      year: year === null ? null : Number(year),
      month: monthAbove(sheet, row, fileName),
      unitName: unitAbove(sheet, row),
    }
  }
  return null
}

function isField(text: string): boolean {
  return treasuryFieldOf([text]) !== undefined
}

function names(fields: ReadonlySet<TreasuryField | undefined>): boolean {
  return fields.has('name') || fields.has('code')
}

function rowsFrom(sheet: SheetText, from: number): TreasuryCells[] {
  const rows: TreasuryCells[] = []
  for (let row = from; row < sheet.rows.length; row++) {
    const texts = Array.from({ length: sheet.width }, (_, column) => {
      const cell = sheet.rows[row]?.[column]
      // A cell that covers several columns counts in its first only; one that covers rows counts in each.
      return cell && cell.left === column ? textAt(sheet, row, column) : ''
    })
    if (texts.some((text) => text !== '')) rows.push({ number: row + 1, texts })
  }
  return rows
}

/** Months are named by the title, the line beneath it, the sheet or the file. */
function monthAbove(sheet: SheetText, to: number, fileName: string): number | null {
  const above = sheet.rows.slice(0, to).flatMap((cells) => cells.map(({ text }) => text))
  const texts = [...above.filter((text) => text !== '' && text.length <= 60), sheet.name, fileName]
  for (const text of texts) {
    const month = spokenMonth(plain(text))
    if (month !== null) return month
  }
  return null
}

/** `7月`, `1-7月`, `2026年7月31日`, `2026-07`, `202607`: a bare number is no month here. */
function spokenMonth(text: string): number | null {
  if (/\d月/.test(text)) return monthOf(text)
  const found = /20\d{2}[-./]?(0[1-9]|1[0-2])(?!\d)/.exec(text)
  return found ? Number(found[1]) : null
}

function unitAbove(sheet: SheetText, to: number): string {
  for (const cells of sheet.rows.slice(0, to))
    for (const { text } of cells) {
      const found = /^(?:预算|编制|填报)?单位(?:名称)?[:：](?!万?元)(.+)$/.exec(plain(text))
      if (found?.[1]) return found[1]
    }
  return ''
}
