import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { firstFieldIn } from './first-field.ts'

/**
 * Takes away the row that `button` stands in and hands its focus on: to the first field of the next row that has one, else to
 * the button that adds one. Not to the next button of its kind: a key held down would take row after row.
 */
export function takeRow(button: HTMLElement, adder: RefObject<HTMLElement | null>, take: () => void): void {
  const below = rowsBelow(button)
  // What adds may be shut until the row is gone, and what was unfolded under the row goes with it.
  flushSync(take)
  const field = below.flatMap((row) => (row.isConnected ? (firstFieldIn(row) ?? []) : []))[0]
  const next = field ?? adder.current
  next?.focus()
}

function rowsBelow(button: HTMLElement): Element[] {
  const row = button.closest('tr')
  const rows = [...(row?.parentElement?.children ?? [])]
  return row ? rows.slice(rows.indexOf(row) + 1) : []
}
