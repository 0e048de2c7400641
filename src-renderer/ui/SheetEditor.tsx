import Box from '@mui/material/Box'
import { type Ref, type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { SheetChoiceList } from './SheetChoiceList.tsx'
import type { SheetAction, SheetState } from './sheet-model.ts'
import { sheetPasting } from './sheet-paste.ts'
import type { SheetProps } from './sheet-types.ts'
import { colours } from './theme.ts'
import { useSheetChoices } from './use-sheet-choices.ts'
import { useSheetEntry } from './use-sheet-entry.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

export type SheetEditorHandle = { focus: () => void; edit: () => void; commit: () => void }

type EditorProps = {
  ref: Ref<SheetEditorHandle>
  sheet: SheetProps
  state: SheetState
  latest: RefObject<SheetState>
  readOnlyColumns: readonly boolean[]
  act: (action: SheetAction) => void
}

/** The text area over the active cell, which takes what is typed, pasted and pressed. */
export function SheetEditor({ ref, sheet, state, latest, readOnlyColumns, act }: EditorProps) {
  const { row, col } = state.cursor
  const column = sheet.columns[col]
  const cells = state.rows[row]?.cells ?? []
  const entry = useSheetEntry(sheet, latest, readOnlyColumns, act)
  const choices = useSheetChoices(entry, column, cells)
  const keys = useSheetKeys(sheet, entry, choices, act)
  const { area, writing } = entry

  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus({ preventScroll: true }),
    edit: entry.open,
    commit: () => entry.end(true),
  }))
  useLayoutEffect(() => layOver(area.current, writing !== null))
  useShown(area, row, col)

  return (
    <>
      <Box
        component="textarea"
        ref={area}
        rows={1}
        readOnly={readOnlyColumns[col] === true}
        spellCheck={false}
        autoComplete="off"
        aria-label={`${sheet.label}，第 ${row + 1} 行，${column?.title ?? ''}${writing ? '' : `：${cells[col] || '空'}`}`}
        aria-description="按 Esc 后再按 Tab 离开表格"
        onCompositionStart={() => entry.begin('typed')}
        onInput={entry.onInput}
        {...keys}
        {...sheetPasting(sheet, latest, entry, act)}
        sx={{
          position: 'absolute',
          zIndex: writing ? 3 : 1,
          m: 0,
          p: '4px 6px',
          border: `2px solid ${colours.primary}`,
          outline: 'none !important',
          borderRadius: 0,
          resize: 'none',
          overflow: 'hidden',
          font: 'inherit',
          fontSize: 13,
          lineHeight: '20px',
          color: colours.text,
          bgcolor: colours.surface,
          textAlign: column?.align ?? 'left',
          boxShadow: writing ? '0 2px 8px rgba(31, 41, 51, .18)' : 'none',
          opacity: writing ? 1 : 0,
          pointerEvents: writing ? 'auto' : 'none',
        }}
      />
      <SheetChoiceList
        title={column?.title ?? ''}
        choices={choices}
        anchor={area}
        onChoose={(choice) => entry.end(true, choice)}
      />
    </>
  )
}

function activeCell(area: HTMLElement | null): HTMLElement | null {
  return area?.parentElement?.querySelector<HTMLElement>('td[data-active=true]') ?? null
}

/** Where the active cell is, and as high as what is written. */
function layOver(area: HTMLTextAreaElement | null, isWriting: boolean): void {
  const cell = activeCell(area)
  if (!area || !cell) return
  area.style.left = `${cell.offsetLeft}px`
  area.style.top = `${cell.offsetTop}px`
  area.style.width = `${cell.offsetWidth}px`
  area.style.height = `${cell.offsetHeight}px`
  if (isWriting) area.style.height = `${Math.max(cell.offsetHeight, area.scrollHeight)}px`
}

/** Brings the active cell into sight once it is another; the page must not jump to a sheet only because it is drawn. */
function useShown(area: RefObject<HTMLElement | null>, row: number, col: number): void {
  const shownAt = useRef(`${row} ${col}`)
  useEffect(() => {
    if (shownAt.current === `${row} ${col}`) return
    shownAt.current = `${row} ${col}`
    activeCell(area.current)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [area, row, col])
}
