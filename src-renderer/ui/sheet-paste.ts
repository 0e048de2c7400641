import type { ClipboardEvent, RefObject } from 'react'
import { decodeBlock, encodeBlock } from './sheet-clipboard.ts'
import { rangeOf, type SheetAction, type SheetState, selectedBlock } from './sheet-model.ts'
import type { SheetProps } from './sheet-types.ts'
import type { SheetEntry } from './use-sheet-entry.ts'

/** Copy, cut and paste of whole cells; while a cell is written they are the text area's own. */
export function sheetPasting(
  sheet: SheetProps,
  latest: RefObject<SheetState>,
  entry: SheetEntry,
  act: (action: SheetAction) => void,
) {
  function copy(event: ClipboardEvent, cut: boolean) {
    if (entry.kind()) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', encodeBlock(selectedBlock(latest.current)))
    if (cut) act({ type: 'clear' })
  }

  function onPaste(event: ClipboardEvent) {
    if (entry.kind()) return
    event.preventDefault()
    const text = event.clipboardData.getData('text/plain')
    if (text === '' || sheet.readOnly) return
    const block = decodeBlock(text)
    const left = rangeOf(latest.current).left
    const { skipped = 0, unplaced = [], ...fitted } = sheet.arrange?.(block, left) ?? { block, col: left }
    if (fitted.block.length === 0) return
    const before = latest.current.rows
    act({ type: 'paste', ...fitted })
    const at = rangeOf(latest.current)
    sheet.onPasted?.({
      before,
      rows: latest.current.rows.slice(at.top, at.bottom + 1),
      columns: sheet.columns.slice(at.left, at.right + 1).map(({ key }) => key),
      skipped,
      unplaced,
    })
  }

  return {
    onCopy: (event: ClipboardEvent) => copy(event, false),
    onCut: (event: ClipboardEvent) => copy(event, true),
    onPaste,
  }
}
