import { useEffect, useState } from 'react'
import type { SheetKey } from './sheet-keys.ts'
import type { SheetColumn } from './sheet-types.ts'
import type { SheetEntry } from './use-sheet-entry.ts'

export type SheetChoices = ReturnType<typeof useSheetChoices>

/** What is offered for the cell while it is written, narrowed by what was typed, and which of it the arrows have picked. */
export function useSheetChoices(
  { writing, typed }: SheetEntry,
  column: SheetColumn | undefined,
  cells: readonly string[],
) {
  const [picked, setPicked] = useState(-1)
  useEffect(() => {
    if (!writing) setPicked(-1)
  }, [writing])
  const offered = writing ? (column?.choices?.(cells) ?? []) : []
  const matching = writing === 'typed' ? offered.filter((choice) => choice.includes(typed.trim())) : offered

  /** Up and down go through the list, around its ends. */
  function pickByKey({ key, alt, ctrl }: SheetKey): boolean {
    if (matching.length === 0 || alt || ctrl || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
    const step = key === 'ArrowDown' ? 1 : -1
    setPicked((picked + step + matching.length) % matching.length)
    return true
  }

  return { matching, picked, chosen: matching[picked], pickByKey }
}
