import type { FormKind, ReadFault } from '#domain/goals/read-form'
import { address, type SheetText, textAt } from './cells.ts'
import { fieldOfHead, headParts } from './flat-fields.ts'
import { depthAt, fingerprint, headsAt, headWithin } from './flat-head.ts'
import { type MoneyUnit, statedUnit } from './funds.ts'
import { readFields } from './header-block.ts'

/** A place of a ledger: the text that shows there and the address of the cell that holds it. */
export type LedgerCell = { text: string; cell: string }

/** A table with one row a project, as it was found; which column means what is decided by a mapping. */
export type FlatLedger = {
  /** Fingerprint of the heads: files laid out alike share one remembered mapping. */
  id: string
  sheet: string
  kind: FormKind
  year: string | null
  /** Who made the list, from above the head: for lists without a column of units. */
  unit: string | null
  department: string | null
  /** One text a column; the rows of a head joined by ` · `. */
  heads: string[]
  headRow: number
  rows: LedgerCell[][]
  /** 元 or 万元 where the sheet says so above the head. */
  moneyUnit: MoneyUnit | null
  faults: ReadFault[]
}

function isField(text: string): boolean {
  return fieldOfHead([text]) !== undefined
}

/** A title or a line such as 单位：万元 names no field, though names may stand beneath it. */
function beginsHead(sheet: SheetText, row: number): boolean {
  const filled = (sheet.rows[row] ?? []).filter((cell) => cell.text !== '')
  return filled.length >= 2 && filled.some((cell) => isField(cell.text))
}

/** A cell that covers several columns counts in its first only; one that covers rows counts in each. */
function ledgerCell(sheet: SheetText, row: number, column: number): LedgerCell {
  const cell = sheet.rows[row]?.[column]
  if (!cell || cell.left !== column) return { text: '', cell: address(row, column) }
  return { text: textAt(sheet, row, column), cell: address(cell.top, cell.left) }
}

function rowAt(sheet: SheetText, row: number): LedgerCell[] {
  return Array.from({ length: sheet.width }, (_, column) => ledgerCell(sheet, row, column))
}

function kindOf(words: string): FormKind {
  if (/监控/.test(words)) return 'monitoring'
  return /自评|完成情况|评价(结果|得分)/.test(words) ? 'self-evaluation' : 'goal'
}

/** The table of projects on a sheet: a head with a project name and two more columns known, and rows beneath. */
export function findFlatLedger(
  sheet: SheetText,
  yearOf: (headRow: number) => string | null,
  faultsOf: (from: number, to: number) => ReadFault[],
): FlatLedger | null {
  for (let row = 0; row < Math.min(sheet.rows.length, headWithin); row++) {
    if (!beginsHead(sheet, row)) continue
    const depth = depthAt(sheet, row, isField)
    const heads = headsAt(sheet, row, depth)
    const fields = heads.map((head) => fieldOfHead(headParts(head)))
    const project = fields.indexOf('project')
    if (project < 0 || new Set(fields.filter((field) => field !== undefined)).size < 3) continue
    const from = row + depth
    const first = rowAt(sheet, from)[project]?.text ?? ''
    // Beneath a label of a form (项目名称 … 项目代码 …) stands the next label, not a project.
    if (first !== '' && isField(first)) continue
    const rows = Array.from({ length: sheet.rows.length - from }, (_, index) => rowAt(sheet, from + index))
    const filled = rows.filter((cells) => cells.some(({ text }) => text !== ''))
    if (!filled.some((cells) => cells[project]?.text !== '')) continue
    const above = sheet.rows.slice(0, row).flatMap((cells) => cells.map((cell) => cell.text))
    const title = above.join(' ')
    const found = readFields(sheet, 0, row)
    const stated = statedUnit(sheet, 0, row)
    return {
      id: fingerprint('flat', heads, stated !== null),
      sheet: sheet.name,
      kind: kindOf(`${sheet.name} ${title} ${heads.join(' ')}`),
      year: yearOf(row),
      unit: found.unit?.text ?? found.unitName?.text ?? null,
      department: found.department?.text ?? null,
      heads,
      headRow: row,
      rows: filled,
      moneyUnit: stated,
      faults: faultsOf(from, sheet.rows.length),
    }
  }
  return null
}
