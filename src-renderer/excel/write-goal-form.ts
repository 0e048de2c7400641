import type { Workbook, Worksheet } from 'exceljs'
import { emptyContent, type GoalContent, type Operator } from '#domain/goals/goal'
import { addUp } from '#domain/money'
import type { FormNames } from '#domain/unit-names'
import { rulesById, type YearRules } from '#domain/year-rules'
import { bytesOf, heightOf, linesIn, loadExcel, put } from './form-style.ts'
import { checkCode } from './layouts/check-code.ts'
import { columns } from './layouts/goal-form.ts'
import { elementHead, elementSheet, type Layout, titles } from './layouts/words.ts'
import { choicesFormula } from './write-choices.ts'
import { drawForm, pointsOf } from './write-form.ts'
import { widthOver } from './write-form-parts.ts'
import { sheetName } from './write-names.ts'
import { setUpPage } from './write-page.ts'

/** 101号 asks for more of an indicator than the form has columns for: a second sheet, only where somebody filled it. */
function drawElements(book: Workbook, content: GoalContent): void {
  const rows = content.indicators
    .map((each, index) => [
      String(index + 1),
      each.name,
      each.longTermTarget,
      each.basis,
      each.method,
      each.source,
      each.scoring,
      each.note,
    ])
    .filter((row) => row.slice(2).some((text) => text !== ''))
  if (rows.length === 0) return
  const sheet = book.addWorksheet(elementSheet)
  const sizes = [6, 26, 16, 22, 16, 22, 26, 18]
  for (const [index, width] of sizes.entries()) sheet.getColumn(index + 1).width = width
  for (const [index, text] of elementHead.entries())
    put(sheet, { top: 1, left: index + 1, bottom: 1, right: index + 1 }, text, {
      align: 'center',
      bold: true,
    })
  for (const [at, row] of rows.entries()) {
    for (const [index, text] of row.entries())
      put(sheet, { top: at + 2, left: index + 1, bottom: at + 2, right: index + 1 }, text)
    sheet.getRow(at + 2).height = heightOf(
      Math.max(...row.map((text, index) => linesIn(text, sizes[index] ?? 10))),
    )
  }
  setUpPage(sheet, { lastRow: rows.length + 1, lastColumn: sizes.length, titles: [1, 1], landscape: true })
}

/**
 * 绩效目标申报表 of one goal as an .xlsx file: the national form, the Sichuan form or that of a whole department.
 * Reading it back with `readSheets` gives the same content.
 */
export async function goalFormWorkbook(
  content: GoalContent,
  names: FormNames,
  layout: Layout,
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const sheet = book.addWorksheet(layout === 'department' ? '整体支出绩效目标' : '项目支出绩效目标')
  const weights = content.indicators.map((each) => each.weight)
  const isWeighed = weights.some((weight) => weight !== null)
  drawForm(sheet, content, names, layout, {
    code: checkCode(content, names.year),
    sum: isWeighed ? pointsOf(addUp(weights)) : null,
  })
  drawElements(book, content)
  return bytesOf(book)
}

export type BlankProject = { code: string; name: string }
type BlankRules = Pick<YearRules, 'frame' | 'weightTotal'>

/** Rows of a blank form: every second level of the frame, twice where the pack demands it. */
function blankRows(rules: BlankRules): { level1: string; level2: string }[] {
  return rules.frame.flatMap((level) =>
    level.level2.flatMap((second) => {
      const row = { level1: level.name, level2: second.name }
      return second.required === 'no' ? [row] : [row, row]
    }),
  )
}

function offer(sheet: Worksheet, row: number, column: number, formula: string, isOpen: boolean): void {
  sheet.getCell(row, column).dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    errorStyle: isOpen ? 'warning' : 'stop',
    errorTitle: '请从列表中选择',
    error: isOpen ? '列表中没有这一项，确定要这样填吗？' : '请点击单元格右侧的箭头，从列表中选择。',
  }
}

function drawBlank(
  book: Workbook,
  sheet: Worksheet,
  names: FormNames,
  layout: Layout,
  rules: BlankRules,
  project: BlankProject,
): void {
  const kind = layout === 'department' ? 'department' : 'project'
  const content = { ...emptyContent('', kind), code: project.code, name: project.name }
  const firstLevels = choicesFormula(
    book,
    rules.frame.map((level) => level.name),
  )
  const secondLevels = new Map(
    rules.frame.map((level) => [
      level.name,
      choicesFormula(
        book,
        level.level2.map((second) => second.name),
      ),
    ]),
  )
  // ≥ first: it is the usual sign, and a list that starts with = would be taken for a formula.
  const signs = choicesFormula(book, ['≥', '≤', '=', '>', '<', '定性'] satisfies Operator[])
  const rows = (top: number) => {
    const lines = blankRows(rules)
    for (const [index, { level1, level2 }] of lines.entries()) {
      const row = top + index
      const cell = (left: number, right: number, text: string, format = '@') =>
        put(sheet, { top: row, left, bottom: row, right }, text, {
          align: left === columns.level3 ? 'left' : 'center',
          format,
        })
      cell(columns.level1, columns.level1, level1)
      cell(columns.level2, columns.level2, level2)
      cell(columns.level3, columns.operator - 1, '')
      for (const column of [columns.operator, columns.value, columns.unit]) cell(column, column, '')
      cell(columns.weight, columns.weight, '', 'General')
      offer(sheet, row, columns.level1, firstLevels, true)
      offer(sheet, row, columns.level2, secondLevels.get(level1) ?? firstLevels, true)
      offer(sheet, row, columns.operator, signs, false)
      sheet.getRow(row).height = heightOf(linesIn(level2, widthOver(columns.level2, columns.level2)))
    }
    return top + lines.length
  }
  drawForm(sheet, content, names, layout, {
    sum: `应为${rules.weightTotal / 100}`,
    rows,
    onChoices: (row, column, choices) => offer(sheet, row, column, choicesFormula(book, choices), false),
  })
}

/**
 * Blank forms for a unit, one sheet a project (one empty form where none is named): names and codes filled in,
 * drop-downs for fixed values. Rows left empty are no indicators when the form comes back.
 */
export async function blankFormWorkbook(
  names: FormNames,
  layout: Layout,
  rules: BlankRules = rulesById(''),
  projects: readonly BlankProject[] = [],
): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const taken = new Set<string>()
  for (const project of projects.length > 0 ? projects : [{ code: '', name: '' }]) {
    const sheet = book.addWorksheet(sheetName(project.name || titles[layout], taken))
    drawBlank(book, sheet, names, layout, rules, project)
  }
  return bytesOf(book)
}
