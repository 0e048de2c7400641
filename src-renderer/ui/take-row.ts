import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { firstFieldIn } from './first-field.ts'

/**
 * Takes away the row that `button` stands in and hands its focus on: to the first field of the row below, else to the button
 * that adds one. Not to the next button of its kind: a key held down would take row after row.
 */
export function takeRow(button: HTMLElement, adder: RefObject<HTMLElement | null>, take: () => void): void {
  const below = button.closest('tr')?.nextElementSibling
  // What adds may be shut until the row is gone.
  flushSync(take)
  const next = (below && firstFieldIn(below)) ?? adder.current
  next?.focus()
}
