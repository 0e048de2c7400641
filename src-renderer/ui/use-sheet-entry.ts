import { type RefObject, useRef, useState } from 'react'
import type { SheetAction, SheetState } from './sheet-model.ts'
import type { SheetProps } from './sheet-types.ts'
import { hold, release } from './unkept.ts'
import { useBeforeLeaving } from './use-before-leaving.ts'

/** How the entry began: `typed` replaces the cell and ends with an arrow, `opened` changes it. */
type Writing = 'typed' | 'opened'

export type SheetEntry = ReturnType<typeof useSheetEntry>

/** What is being written into the active cell: the browser's alone until it is committed, which is safe for any IME. */
export function useSheetEntry(
  sheet: SheetProps,
  latest: RefObject<SheetState>,
  readOnlyColumns: readonly boolean[],
  act: (action: SheetAction) => void,
) {
  const area = useRef<HTMLTextAreaElement>(null)
  // Beside React's state: several events may come before it is drawn.
  const now = useRef<Writing | null>(null)
  const text = useRef('')
  const [writing, setWriting] = useState<Writing | null>(null)
  const [typed, setTyped] = useState('')

  function take(written: string) {
    text.current = written
    setTyped(written)
  }

  function begin(kind: Writing) {
    if (readOnlyColumns[latest.current.cursor.col] || now.current) return
    now.current = kind
    setWriting(kind)
    take(area.current?.value ?? '')
    if (kind === 'typed') touch()
  }

  /** The first key of the entry: from here on the window holds what is kept nowhere. */
  function touch() {
    hold(text)
    sheet.onTyping?.()
  }

  function open() {
    const { cursor, rows } = latest.current
    begin('opened')
    if (now.current !== 'opened' || !area.current) return
    const before = rows[cursor.row]?.cells[cursor.col] ?? ''
    area.current.value = before
    area.current.setSelectionRange(before.length, before.length)
    take(before)
  }

  function onInput() {
    begin('typed')
    if (now.current === 'opened') touch()
    take(area.current?.value ?? '')
  }

  function end(keep: boolean, written = area.current?.value ?? '') {
    const kind = now.current
    now.current = null
    setWriting(null)
    if (area.current) area.current.value = ''
    if (!kind) return
    const before = latest.current.rows
    if (keep) act({ type: 'set', cell: latest.current.cursor, text: written })
    // Nothing differs after all: the owner hears it, so that nothing counts as unsaved.
    if (latest.current.rows === before) sheet.onRows(before)
    release(text)
  }

  /** Alt+Enter is the line break inside a cell, as in Excel. */
  function breakLine() {
    if (!area.current) return
    area.current.setRangeText('\n', area.current.selectionStart, area.current.selectionEnd, 'end')
    take(area.current.value)
  }

  // The text as it was last seen: the area itself may be gone by then.
  useBeforeLeaving(() => {
    if (now.current) end(true, text.current)
  })

  return {
    area,
    /** As it is drawn. */
    writing,
    typed,
    /** As it is. */
    kind: () => now.current,
    begin,
    open,
    onInput,
    breakLine,
    end,
  }
}
