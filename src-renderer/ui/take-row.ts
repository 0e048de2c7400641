import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { firstFieldIn } from './first-field.ts'

/** Rows outside a table say that they are rows. */
const rows = 'tr, [data-row]'

/**
 * Takes away the row that `button` stands in and hands its focus on: to the first field of the next row that has one, else to
 * the button that adds one. Not to the next button of its kind: a key held down would take row after row.
 */
export function takeRow(button: HTMLElement, adder: RefObject<HTMLElement | null>, take: () => void): void {
  const row = button.closest(rows)
  const list = row?.parentElement
  const before = [...(list?.children ?? [])]
  const place = row ? before.indexOf(row) : 0
  // What adds may be shut until the row is gone, and what was unfolded under the row goes with it.
  flushSync(take)
  const after = [...(list?.children ?? [])]
  // The next row stands in its place now, also where rows are told apart by nothing but their places; it stands below where the
  // row goes only after a moment.
  const next = after.length < before.length ? after.slice(place) : before.slice(place + 1)
  const isRow = (each: Element) => each.isConnected && each.matches(rows)
  const field = next.filter(isRow).flatMap((each) => firstFieldIn(each) ?? [])[0] ?? adder.current
  field?.focus()
}
