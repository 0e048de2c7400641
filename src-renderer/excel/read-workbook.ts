import type { ReadSelfEvaluation } from '#domain/evaluation/read-self-evaluation'
import type { FormKind, ReadForm } from '#domain/goals/read-form'
import type { ReadMonitoring } from '#domain/monitoring/read-monitoring'
import { address, plain, rowOf, type SheetText, sheetText } from './cells.ts'
import { withElements } from './elements.ts'
import { type FlatLedger, findFlatLedger } from './flat-ledger.ts'
import { readFaults } from './flaws.ts'
import { yearOf } from './form-year.ts'
import { moneyUnit, readFunds, totalOf } from './funds.ts'
import { type GridHead, headAt } from './grid-head.ts'
import { type GridRows, readGrid } from './grid-rows.ts'
import { readFields, readGoals } from './header-block.ts'
import { elementSheet } from './layouts/words.ts'
import { readList } from './list.ts'
import { openWorkbook } from './open-workbook.ts'
import { projectIn } from './project-code.ts'
import { readMonitoring } from './read-monitoring.ts'
import { readSelfEvaluation } from './read-self-evaluation.ts'
import { readTasks } from './tasks.ts'
import { turnedGridAt } from './transposed.ts'

function rowText(sheet: SheetText, row: number): string {
  return (sheet.rows[row] ?? []).map((cell) => cell.text).join(' ')
}

function kindOf(title: string, head: GridHead, hasProject: boolean): FormKind {
  const { columns } = head
  if (/监控/.test(title) || columns.forecast !== undefined) return 'monitoring'
  if (columns.actual !== undefined || columns.score !== undefined || /自评|完成情况/.test(title))
    return 'self-evaluation'
  if (/整体/.test(title) && !hasProject) return 'department-goal'
  return 'goal'
}

function readForm(
  sheet: SheetText,
  fileName: string,
  head: GridHead,
  grid: GridRows,
  from: number,
): ReadForm {
  const fields = readFields(sheet, from, head.row)
  const title = Array.from({ length: head.row - from }, (_, index) => rowText(sheet, from + index))
    .filter((text) => /表|年度|年\)/.test(plain(text)))
    .slice(0, 4)
    .join(' ')
  const unit = moneyUnit(sheet, from, head.row)
  const funds = readFunds(sheet, from, head.row, unit)
  const project = fields.project ? projectIn(fields.project.text) : { code: null, name: null }
  const form: ReadForm = {
    sheet: sheet.name,
    kind: kindOf(title, head, project.name !== null),
    year: yearOf(sheet, from, head.row, fileName, fields.year?.text),
    department: fields.department?.text ?? fields.unitName?.text ?? null,
    unit: fields.unit?.text ?? fields.unitName?.text ?? null,
    project: project.name,
    code: fields.code?.text ?? project.code,
    funds,
    total: totalOf(funds),
    goals: readGoals(sheet, from, head.row),
    fields,
    tasks: readTasks(sheet, from, head.row, unit),
    indicators: grid.main,
    longTermIndicators: grid.second,
    faults: readFaults(sheet, from, grid.end),
    range: `${address(from, 0)}:${address(Math.max(grid.end - 1, from), Math.max(sheet.width - 1, 0))}`,
  }
  const rows = { from, head, end: lastRowOf(grid, head) + 1 }
  if (form.kind === 'monitoring') form.monitoring = readMonitoring(sheet, rows, grid.main, unit)
  if (form.kind === 'self-evaluation') form.selfEvaluation = readSelfEvaluation(sheet, rows, grid.main, unit)
  return form
}

/** A monitoring form whose grid goes on under a head repeated on the next page. */
function goneOn(sheet: SheetText, before: ReadMonitoring, head: GridHead, grid: GridRows): ReadMonitoring {
  const rows = { from: head.row, head, end: lastRowOf(grid, head) + 1 }
  const { entries, fundsReason, measures, summary } = readMonitoring(sheet, rows, grid.main, '万元')
  return {
    ...before,
    entries: [...before.entries, ...entries],
    fundsReason: before.fundsReason || fundsReason,
    measures: before.measures || measures,
    summary: before.summary || summary,
  }
}

/** A self-evaluation whose grid goes on under a head repeated on the next page. */
function evaluatedOn(
  sheet: SheetText,
  before: ReadSelfEvaluation,
  head: GridHead,
  grid: GridRows,
): ReadSelfEvaluation {
  const rows = { from: head.row, head, end: lastRowOf(grid, head) + 1 }
  const next = readSelfEvaluation(sheet, rows, grid.main, '万元')
  return {
    ...before,
    entries: [...before.entries, ...next.entries],
    total: before.total ?? next.total,
    summary: before.summary || next.summary,
    problems: before.problems || next.problems,
    measures: before.measures || next.measures,
  }
}

/** Row of the last indicator of a grid: what stands beneath it are texts of the form, closed by a note or not. */
function lastRowOf(grid: GridRows, head: GridHead): number {
  return Math.max(head.row + head.depth - 1, ...grid.main.map(({ cell }) => rowOf(cell)))
}

/** All forms of one sheet, one below the other. A head repeated within a form continues it. */
function formsOfSheet(sheet: SheetText, fileName: string): ReadForm[] {
  const forms: ReadForm[] = []
  let from = 0
  for (let row = 0; row < sheet.rows.length; row++) {
    const head = headAt(sheet, row)
    const turned = head ? undefined : turnedGridAt(sheet, row)
    const found = head ? { head, grid: readGrid(sheet, head) } : turned
    if (!found) continue
    const last = forms.at(-1)
    if (found.head.columns.project !== undefined) {
      const list = readListAt(sheet, fileName, found.head, found.grid, from)
      forms.push(...list)
    } else if (last && row === from) {
      last.indicators.push(...found.grid.main)
      last.longTermIndicators.push(...found.grid.second)
      if (last.monitoring) last.monitoring = goneOn(sheet, last.monitoring, found.head, found.grid)
      if (last.selfEvaluation)
        last.selfEvaluation = evaluatedOn(sheet, last.selfEvaluation, found.head, found.grid)
    } else {
      const form = readForm(sheet, fileName, found.head, found.grid, from)
      // A title may stand once above several forms.
      form.year ??= last?.year ?? null
      if (form.indicators.length > 0 || form.project !== null) forms.push(form)
    }
    from = found.grid.end
    row = Math.max(row, from - 1)
  }
  return forms
}

function readListAt(
  sheet: SheetText,
  fileName: string,
  head: GridHead,
  grid: GridRows,
  from: number,
): ReadForm[] {
  const year = yearOf(sheet, from, head.row, fileName)
  const title = sheet.rows.slice(from, head.row).flatMap((cells) => cells.map(({ text }) => text))
  return readList(sheet, head, grid, { kind: kindOf(title.join(' '), head, true), year })
}

/** What a workbook holds: forms that explain themselves, and lists of projects whose columns need a mapping. */
export type WorkbookReading = { forms: ReadForm[]; ledgers: FlatLedger[] }

/** Only a sheet without any indicator grid can be a flat ledger. */
function ledgerOfSheet(sheet: SheetText, fileName: string): FlatLedger | null {
  if (sheet.rows.some((_, row) => headAt(sheet, row) !== undefined)) return null
  return findFlatLedger(
    sheet,
    (to) => yearOf(sheet, 0, to, fileName),
    (from, to) => readFaults(sheet, from, to),
  )
}

/** Reads every form of a workbook by its labels and heads, never by address. Throws WorkbookError. */
export function readSheets(bytes: Uint8Array, fileName: string): WorkbookReading {
  const book = openWorkbook(bytes)
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    return sheet ? [sheetText(name, sheet)] : []
  })
  const forms: ReadForm[] = []
  const ledgers: FlatLedger[] = []
  for (const sheet of sheets) {
    const found = sheet.name === elementSheet ? [] : formsOfSheet(sheet, fileName)
    forms.push(...found)
    const ledger = found.length === 0 ? ledgerOfSheet(sheet, fileName) : null
    if (ledger) ledgers.push(ledger)
  }
  return { forms: withElements(forms, sheets), ledgers }
}
