import type { IndicatorElements, ReadForm } from '#domain/goals/read-form'
import { plain, type SheetText, textAt } from './cells.ts'
import { elementHead, elementSheet } from './layouts/words.ts'

type ElementRow = { name: string; elements: IndicatorElements }

function rowsOf(sheet: SheetText): ElementRow[] {
  const heads = elementHead.map(plain)
  const isHead = heads.every((head, column) => plain(textAt(sheet, 0, column)) === head)
  if (!isHead) return []
  return sheet.rows.slice(1).map((_, index) => {
    const at = (column: number) => textAt(sheet, index + 1, column)
    return {
      name: at(1),
      elements: {
        longTermTarget: at(2),
        basis: at(3),
        method: at(4),
        source: at(5),
        scoring: at(6),
        note: at(7),
      },
    }
  })
}

/**
 * Joins the sheet 指标编制要素, which our own forms carry behind the form, to the indicators of that form by their names.
 * A workbook of several forms does not say whose elements they are: then they are left alone.
 */
export function withElements(forms: ReadForm[], sheets: readonly SheetText[]): ReadForm[] {
  const [form] = forms
  const sheet = sheets.find(({ name }) => name === elementSheet)
  if (!form || !sheet || forms.length !== 1) return forms
  const rows = rowsOf(sheet)
  const indicators = form.indicators.map((indicator) => {
    const at = rows.findIndex(({ name }) => plain(name) === plain(indicator.level3 ?? ''))
    const [row] = at < 0 ? [] : rows.splice(at, 1)
    return row ? { ...indicator, elements: row.elements } : indicator
  })
  return [{ ...form, indicators }]
}
