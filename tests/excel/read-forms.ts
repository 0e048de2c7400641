import type { ReadForm } from '#domain/goals/read-form'
import { readSheets } from '#excel/read-workbook'

/** The forms of a workbook alone. Throws WorkbookError. */
export function readForms(bytes: Uint8Array, fileName: string): ReadForm[] {
  return readSheets(bytes, fileName).forms
}
