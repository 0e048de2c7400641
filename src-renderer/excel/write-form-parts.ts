import type { Worksheet } from 'exceljs'
import type { GoalContent } from '#domain/goals/goal'
import { addUp } from '#domain/money'
import { heightOf, linesIn, put, wanFormat, wanValue } from './form-style.ts'
import { type FormField, type FormRow, fundLines, lastColumn, widths } from './layouts/goal-form.ts'
import { labels, taskHead } from './layouts/words.ts'

/** Marks a cell that offers fixed choices; blank forms turn them into drop-downs. */
export type OnChoices = (row: number, column: number, choices: readonly string[]) => void

export const head = { align: 'center' } as const
const money = { align: 'right', format: wanFormat, shrink: true } as const
/** A block of text is cut into rows of this height, so that it can break over pages and no row is too tall. */
const blockHeight = 160

export function widthOver(left: number, right: number): number {
  return widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0)
}

export function label(
  sheet: Worksheet,
  row: number,
  left: number,
  right: number,
  text: string,
  bottom = row,
): void {
  put(sheet, { top: row, left, bottom, right }, text, head)
}

function writePair(
  sheet: Worksheet,
  row: number,
  fields: [FormField, FormField],
  onChoices?: OnChoices,
): void {
  const spans = [
    [1, 2, 4],
    [5, 6, lastColumn],
  ] as const
  let lines = 1
  for (const [index, [at, from, to]] of spans.entries()) {
    const field = fields[index]
    if (!field) continue
    label(sheet, row, at, at, field.label)
    put(sheet, { top: row, left: from, bottom: row, right: to }, field.text)
    if (field.choices) onChoices?.(row, from, field.choices)
    lines = Math.max(lines, linesIn(field.text, widthOver(from, to)), linesIn(field.label, widthOver(at, at)))
  }
  sheet.getRow(row).height = heightOf(lines)
}

function writePeriod(sheet: Worksheet, row: number, startsOn: string, endsOn: string): void {
  label(sheet, row, 1, 1, labels.period)
  label(sheet, row, 2, 2, labels.startsOn)
  put(sheet, { top: row, left: 3, bottom: row, right: 4 }, startsOn)
  label(sheet, row, 5, 5, labels.endsOn)
  put(sheet, { top: row, left: 6, bottom: row, right: lastColumn }, endsOn)
  sheet.getRow(row).height = heightOf(1)
}

function writeWide(sheet: Worksheet, top: number, field: FormField, least: number): number {
  const lines = Math.max(least, linesIn(field.text, widthOver(2, lastColumn)))
  const height = lines * 14.5 + 6
  const count = Math.max(1, Math.ceil(height / blockHeight))
  const bottom = top + count - 1
  for (let row = top; row <= bottom; row++) sheet.getRow(row).height = Math.max(21, height / count)
  label(sheet, top, 1, 1, field.label, bottom)
  put(sheet, { top, left: 2, bottom, right: lastColumn }, field.text)
  return bottom + 1
}

function writeFunds(sheet: Worksheet, top: number, content: GoalContent): number {
  const bottom = top + fundLines.length
  label(sheet, top, 1, 1, labels.funds, bottom)
  const amountOf = (source: string) => {
    const parts = content.funding.filter((part) => part.source === source && part.amount !== null)
    return parts.length === 0 ? null : addUp(parts.map((part) => part.amount))
  }
  label(sheet, top, 2, 3, labels.total)
  put(sheet, { top, left: 4, bottom: top, right: 4 }, wanValue(content.total), money)
  put(sheet, { top, left: 5, bottom: top, right: lastColumn }, '')
  sheet.getRow(top).height = heightOf(1)
  for (const [index, { left, right }] of fundLines.entries()) {
    const row = top + 1 + index
    sheet.getRow(row).height = heightOf(1)
    label(sheet, row, 2, 3, left[1])
    put(sheet, { top: row, left: 4, bottom: row, right: 4 }, wanValue(amountOf(left[0])), money)
    label(sheet, row, 5, 6, right?.[1] ?? '')
    const amount = right ? wanValue(amountOf(right[0])) : null
    put(sheet, { top: row, left: 7, bottom: row, right: lastColumn }, amount, money)
  }
  return bottom + 1
}

function writeTasks(sheet: Worksheet, top: number, content: GoalContent): number {
  const tasks = content.tasks.length > 0 ? content.tasks : [...Array(3)].map(() => null)
  // One head row: the reader looks for names, contents and money side by side.
  const bottom = top + tasks.length + 1
  label(sheet, top, 1, 1, labels.tasks, bottom)
  label(sheet, top, 2, 3, taskHead.name)
  label(sheet, top, 4, 6, taskHead.content)
  label(sheet, top, 7, 7, taskHead.total)
  label(sheet, top, 8, 8, taskHead.fiscal)
  label(sheet, top, 9, 9, taskHead.other)
  sheet.getRow(top).height = heightOf(2)
  sheet.getRow(bottom).height = heightOf(1)
  for (const [index, task] of tasks.entries()) {
    const row = top + 1 + index
    put(sheet, { top: row, left: 2, bottom: row, right: 3 }, task?.name ?? '')
    put(sheet, { top: row, left: 4, bottom: row, right: 6 }, task?.content ?? '')
    const amounts = [task?.total, task?.fiscal, task?.other]
    for (const [at, amount] of amounts.entries())
      put(sheet, { top: row, left: 7 + at, bottom: row, right: 7 + at }, wanValue(amount ?? null), money)
    const lines = Math.max(
      linesIn(task?.name ?? '', widthOver(2, 3)),
      linesIn(task?.content ?? '', widthOver(4, 6)),
    )
    sheet.getRow(row).height = heightOf(lines)
  }
  label(sheet, bottom, 2, 6, taskHead.sum)
  const sums = content.tasks.length === 0 ? [] : (['total', 'fiscal', 'other'] as const)
  for (const at of [0, 1, 2]) {
    const key = sums[at]
    const sum = key ? wanValue(addUp(content.tasks.map((task) => task[key]))) : null
    put(sheet, { top: bottom, left: 7 + at, bottom, right: 7 + at }, sum, money)
  }
  return bottom + 1
}

/** Writes one row or block of the form and returns the row after it. */
export function writeRow(
  sheet: Worksheet,
  row: number,
  form: FormRow,
  content: GoalContent,
  onChoices?: OnChoices,
): number {
  if (form.kind === 'funds') return writeFunds(sheet, row, content)
  if (form.kind === 'tasks') return writeTasks(sheet, row, content)
  if (form.kind === 'wide') return writeWide(sheet, row, form.field, form.lines)
  if (form.kind === 'period') writePeriod(sheet, row, form.startsOn, form.endsOn)
  else writePair(sheet, row, [form.left, form.right], onChoices)
  return row + 1
}
