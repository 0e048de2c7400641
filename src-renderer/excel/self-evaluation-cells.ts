import type { Worksheet } from 'exceljs'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { type SelfEvaluationScore, shownResult } from '#domain/evaluation/self-evaluation-score'
import type { OwnerNames } from '#domain/unit-names'
import { heightOf, linesIn, put, wanFormat } from './form-style.ts'

/** What the writer of an edition is given. */
export type FormWriting = {
  sheet: Worksheet
  form: SelfEvaluation
  score: SelfEvaluationScore
  names: OwnerNames
}

export const money = { align: 'right', format: wanFormat, shrink: true } as const

/** A cell over a range of columns and, where given, down to a row. */
export function cell(
  sheet: Worksheet,
  row: number,
  [left, right]: readonly [number, number],
  text: string,
  { bottom = row, align = 'center' as 'center' | 'left' | 'right' } = {},
): void {
  put(sheet, { top: row, left, bottom, right }, text, { align })
}

/** Points as a number a spreadsheet adds up; nothing where there are none. */
export function pointsValue(hundredths: number | null | undefined): number | null {
  return hundredths === null || hundredths === undefined ? null : hundredths / 100
}

export const pointsDress = { align: 'center', format: '0.##', shrink: true } as const

/** Width of columns together. */
function widthOver(widths: readonly number[], [left, right]: readonly [number, number]): number {
  return widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0)
}

/** The height that the longest of some texts needs in its columns. */
export function heightFor(
  widths: readonly number[],
  texts: readonly (readonly [text: string, columns: readonly [number, number]])[],
  least = 1,
): number {
  const lines = texts.map(([text, columns]) => linesIn(text, widthOver(widths, columns)))
  return heightOf(Math.max(least, ...lines))
}

/** 得分 of an entry as the form shows it; what does not apply says so. */
export function entryPoints(
  { form, score }: Pick<FormWriting, 'form' | 'score'>,
  { id, applies }: SelfEvaluation['entries'][number],
): number | string | null {
  if (!applies) return '不适用'
  return pointsValue(shownResult(form, score).scores[id])
}
