import type { ReadForm, ReadIndicator } from '#domain/goals/read-form'
import { readForms } from './read-forms.ts'
import { type Row, workbookOf } from './written-sheet.ts'

/** The forms on one sheet as a department might fill it: rows and merged ranges. */
export function formsOn(rows: readonly Row[], merges: string[] = []): ReadForm[] {
  return readForms(workbookOf(rows, merges, { sheet: '表' }), '表.xlsx')
}

export function short(row: ReadIndicator): (string | null)[] {
  return [row.level1, row.level2, row.level3, row.target]
}
