import type { Worksheet } from 'exceljs'
import type { GoalContent } from '#domain/goals/goal'
import type { FormNames } from '#domain/unit-names'
import { heightOf, linesIn, put } from './form-style.ts'
import { columns, formRows, lastColumn, widths } from './layouts/goal-form.ts'
import { gridHead, type Layout, signatures, titles } from './layouts/words.ts'
import { head, label, type OnChoices, widthOver, writeRow } from './write-form-parts.ts'
import { setUpPage } from './write-page.ts'

/** Head of the indicators: the national form groups 指标性质, 指标值, 度量单位 under 年度指标值. */
function writeGridHead(sheet: Worksheet, top: number, layout: Layout): number {
  const bottom = layout === 'sichuan' ? top : top + 1
  const bold = { align: 'center', bold: true } as const
  const over = (left: number, right: number, text: string) =>
    put(sheet, { top, left, bottom, right }, text, bold)
  over(columns.level1, columns.level1, gridHead.level1)
  over(columns.level2, columns.level2, gridHead.level2)
  over(columns.level3, columns.operator - 1, gridHead.level3)
  over(columns.weight, columns.weight, gridHead.weight)
  if (layout !== 'sichuan')
    put(sheet, { top, left: columns.operator, bottom: top, right: columns.unit }, gridHead.target, bold)
  for (const key of ['operator', 'value', 'unit'] as const)
    put(sheet, { top: bottom, left: columns[key], bottom, right: columns[key] }, gridHead[key], bold)
  for (let row = top; row <= bottom; row++) sheet.getRow(row).height = heightOf(1)
  return bottom
}

/** Ends of runs of equal text, for merging levels downward. */
function runs(texts: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  for (const [index, text] of texts.entries()) {
    const last = found.at(-1)
    if (last && text !== '' && texts[last[0]] === text) last[1] = index
    else found.push([index, index])
  }
  return found
}

export function pointsOf(weight: number | null): number | null {
  return weight === null ? null : weight / 100
}

function writeIndicators(sheet: Worksheet, top: number, content: GoalContent): number {
  const { indicators } = content
  for (const [index, indicator] of indicators.entries()) {
    const row = top + index
    put(sheet, { top: row, left: columns.level3, bottom: row, right: columns.operator - 1 }, indicator.name)
    for (const key of ['operator', 'value', 'unit'] as const)
      put(sheet, { top: row, left: columns[key], bottom: row, right: columns[key] }, indicator[key], head)
    const place = { top: row, left: columns.weight, bottom: row, right: columns.weight }
    put(sheet, place, pointsOf(indicator.weight), { align: 'center', format: 'General' })
    const lines = Math.max(
      linesIn(indicator.name, widthOver(columns.level3, columns.operator - 1)),
      linesIn(indicator.value, widthOver(columns.value, columns.value)),
      linesIn(indicator.unit, widthOver(columns.unit, columns.unit)),
      linesIn(indicator.level2, widthOver(columns.level2, columns.level2)),
      linesIn(indicator.level1, widthOver(columns.level1, columns.level1)),
    )
    sheet.getRow(row).height = heightOf(lines)
  }
  const first = indicators.map((each) => each.level1)
  const second = indicators.map((each) => (each.level2 === '' ? '' : `${each.level1}\n${each.level2}`))
  for (const [from, to] of runs(first))
    put(
      sheet,
      { top: top + from, left: columns.level1, bottom: top + to, right: columns.level1 },
      first[from] ?? '',
      head,
    )
  for (const [from, to] of runs(second)) {
    const place = { top: top + from, left: columns.level2, bottom: top + to, right: columns.level2 }
    put(sheet, place, indicators[from]?.level2 ?? '', head)
  }
  return top + indicators.length
}

function writeTitle(sheet: Worksheet, names: FormNames, layout: Layout): number {
  const line = (row: number, left: number, right: number, text: string, dress: object) =>
    put(sheet, { top: row, left, bottom: row, right }, text, { border: false, ...dress })
  line(1, 1, lastColumn, titles[layout], { align: 'center', bold: true, size: 18 })
  line(2, 1, lastColumn, `（${names.year}年度）`, { align: 'center', size: 12 })
  line(3, 1, 6, names.unit === '' ? '' : `填报单位（盖章）：${names.unit}`, {})
  line(3, 7, lastColumn, '金额单位：万元', { align: 'right' })
  for (const [row, height] of [
    [1, 32],
    [2, 20],
    [3, Math.max(20, heightOf(linesIn(`填报单位（盖章）：${names.unit}`, widthOver(1, 6))))],
  ] as const)
    sheet.getRow(row).height = height
  return 4
}

function closeForm(sheet: Worksheet, row: number, weight: number | null | string): number {
  const bold = { align: 'center', bold: true } as const
  put(sheet, { top: row, left: columns.level1, bottom: row, right: columns.unit }, gridHead.sum, bold)
  put(sheet, { top: row, left: columns.weight, bottom: row, right: columns.weight }, weight, {
    ...bold,
    format: 'General',
  })
  sheet.getRow(row).height = heightOf(1)
  put(sheet, { top: row + 1, left: 1, bottom: row + 1, right: lastColumn }, signatures, { border: false })
  sheet.getRow(row + 1).height = 34
  return row + 1
}

/** Draws the whole form on a sheet. `rows` draws the indicators and returns the row of the sum. */
export function drawForm(
  sheet: Worksheet,
  content: GoalContent,
  names: FormNames,
  layout: Layout,
  more: { code?: string; sum: number | string | null; rows?: (top: number) => number; onChoices?: OnChoices },
): void {
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  let row = writeTitle(sheet, names, layout)
  for (const form of formRows(content, names, layout))
    row = writeRow(sheet, row, form, content, more.onChoices)
  const headRow = row
  const headEnd = writeGridHead(sheet, headRow, layout)
  const sumRow = more.rows?.(headEnd + 1) ?? writeIndicators(sheet, headEnd + 1, content)
  label(sheet, headRow, columns.label, columns.label, gridHead.block, sumRow)
  const lastRow = closeForm(sheet, sumRow, more.sum)
  setUpPage(sheet, {
    lastRow,
    lastColumn,
    titles: [headRow, headEnd],
    ...(more.code ? { code: more.code } : {}),
  })
}
