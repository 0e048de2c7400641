import { useRef, useState } from 'react'

/** The cell of a sheet that the keyboard is led to; each turn leads there anew. */
export type SheetFocus = { sheet: string; rowId: string; column: string; turn: number }

/** Where a finding points: a cell of a sheet, or a field. */
export function cellOf(at: string): { sheet: string; rowId: string; column: string } | null {
  const [sheet = '', rowId = '', column = ''] = at.split('.')
  return (sheet === 'indicators' || sheet === 'tasks') && rowId !== '' ? { sheet, rowId, column } : null
}

/** The form, and the way to a place of it: a cell of one of its sheets, or a field. */
export function useFormLead() {
  const form = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useState<SheetFocus | null>(null)

  function lead(at: string): void {
    const cell = cellOf(at)
    if (cell) {
      setFocus({ ...cell, turn: (focus?.turn ?? 0) + 1 })
      return
    }
    const place = form.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`)
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true })
  }

  return { form, focus, lead }
}
