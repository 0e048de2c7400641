import type { KeyboardEvent, RefObject } from 'react'
import { type BigTableProps, rowHeight } from './BigTable.tsx'
import { toggle } from './BigTableRow.tsx'
import { useAfterAddress } from './use-after-address.ts'
import { useWindowKeys } from './use-window-keys.ts'

const tableKeys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Enter', ' ', 'Escape']

/** What each key does in the table; gives what hears them there. */
export function useGridKeys<Item>(
  table: BigTableProps<Item>,
  {
    scroller,
    moveTo,
    open,
  }: {
    scroller: RefObject<HTMLDivElement | null>
    moveTo: (index: number) => void
    open: (row: Item) => void
  },
): (event: KeyboardEvent<HTMLDivElement>) => void {
  const { rows, current } = table
  const act = useAfterAddress((key) => {
    const row = rows[current]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 340) / rowHeight) - 2)
    if (key === 'ArrowDown') moveTo(current + 1)
    else if (key === 'ArrowUp') moveTo(current - 1)
    else if (key === 'PageDown') moveTo(current + page)
    else if (key === 'PageUp') moveTo(current - page)
    else if (key === 'Home') moveTo(0)
    else if (key === 'End') moveTo(rows.length - 1)
    else if (key === 'Escape') table.onLeave?.()
    else if (key === 'Enter' && row !== undefined) open(row)
    else if (key === ' ' && row !== undefined) toggle(table, row)
  })

  // Behind a link of the menu nothing waits for an arrow: it means the list that the link has brought.
  useWindowKeys((event) => {
    const isElsewhere = !document.activeElement?.matches('body, nav a')
    if (event.defaultPrevented || isElsewhere || !(event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      return
    event.preventDefault()
    scroller.current?.focus({ preventScroll: true })
    act(event.key)
  })

  return (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return
    if (!tableKeys.includes(event.key) || event.ctrlKey || event.altKey) return
    event.preventDefault()
    act(event.key)
  }
}
