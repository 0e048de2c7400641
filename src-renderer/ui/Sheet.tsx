import Box from '@mui/material/Box'
import { useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react'
import { SheetEditor, type SheetEditorHandle } from './SheetEditor.tsx'
import { SheetGrid } from './SheetGrid.tsx'
import { SheetTools } from './SheetTools.tsx'
import { hasRowBelow, type SheetRow } from './sheet-model.ts'
import { useSheetState } from './sheet-state.ts'
import type { SheetProps } from './sheet-types.ts'
import { colours } from './theme.ts'
import { useUnread } from './unread.ts'

export type { SheetRow } from './sheet-model.ts'
export type { SheetColumn, SheetHandle, SheetMark } from './sheet-types.ts'

/**
 * Entry like in a spreadsheet: one text area always sits over the active cell, so that an input method composes right
 * in the cell. Knows nothing of what the columns mean.
 */
export function Sheet(props: SheetProps) {
  const { state, latest, act, rules } = useSheetState(props)
  const editor = useRef<SheetEditorHandle>(null)
  const ground = useRef<HTMLDivElement>(null)
  const { focus } = props

  function goTo(rowId: string, key: string) {
    const row = latest.current.rows.findIndex((each) => each.id === rowId)
    const col = props.columns.findIndex((column) => column.key === key)
    if (row < 0) return
    act({ type: 'place', cell: { row, col: Math.max(0, col) }, extend: false })
    editor.current?.focus()
    ground.current?.scrollIntoView({ block: 'center' })
  }
  const jump = useEffectEvent((place: NonNullable<SheetProps['focus']>) => goTo(place.rowId, place.column))
  useEffect(() => {
    if (focus) jump(focus)
  }, [focus])

  const unread = unreadCells(props, state.rows)
  useUnread(unread.length, () => unread[0] && goTo(unread[0].rowId, unread[0].column))

  const cursorRow = state.rows[state.cursor.row]?.id ?? ''
  const tell = useEffectEvent((rowId: string) => props.onCursor?.(rowId))
  useEffect(() => tell(cursorRow), [cursorRow])
  const cursorColumn = props.columns[state.cursor.col]?.key ?? ''
  const leave = useEffectEvent((rowId: string, column: string) => props.onLeave?.(rowId, column))
  useEffect(() => () => leave(cursorRow, cursorColumn), [cursorRow, cursorColumn])

  useImperativeHandle(props.handle, () => ({
    putRows(change) {
      // A half-written cell is a step of its own, before this one.
      editor.current?.commit()
      act({ type: 'put-rows', ...change(latest.current.rows) })
      const after = latest.current.rows
      editor.current?.focus()
      ground.current?.scrollIntoView({ block: 'nearest' })
      return () => {
        if (latest.current.rows !== after) return false
        act({ type: 'undo' })
        return true
      }
    },
    focus: () => editor.current?.focus(),
  }))

  return (
    <Box>
      <SheetTools
        readOnly={props.readOnly === true}
        fixedRows={props.fixedRows === true}
        canUndo={state.past.length > 0}
        canRedo={state.future.length > 0}
        hasRows={state.rows.length > 0}
        act={(action) => {
          editor.current?.commit()
          act(action)
          editor.current?.focus()
        }}
      >
        {props.tools}
      </SheetTools>
      <Box
        ref={ground}
        sx={{
          position: 'relative',
          overflow: 'auto',
          maxHeight: 'min(60vh, 640px)',
          minHeight: 110,
          border: 1,
          borderColor: colours.control,
          bgcolor: colours.surface,
          '&:focus-within': { borderColor: colours.primary },
        }}
      >
        <SheetGrid
          {...props}
          state={state}
          readOnlyColumns={rules.readOnly}
          hasRowBelow={hasRowBelow(rules)}
          onPlace={(cell, extend) => {
            editor.current?.commit()
            act({ type: 'place', cell, extend })
            editor.current?.focus()
          }}
          onRows={(from, to) => {
            editor.current?.commit()
            act({ type: 'select-rows', from, to })
            editor.current?.focus()
          }}
          onEdit={() => editor.current?.edit()}
          onBlank={() => editor.current?.focus()}
        />
        <SheetEditor
          ref={editor}
          sheet={props}
          state={state}
          latest={latest}
          readOnlyColumns={rules.readOnly}
          act={act}
        />
      </Box>
    </Box>
  )
}

function unreadCells({ readOnly, columns, unreadOf }: SheetProps, rows: readonly SheetRow[]) {
  if (readOnly || !unreadOf) return []
  return rows.flatMap((row) =>
    columns.flatMap(({ key }) => (unreadOf(row, key) ? [{ rowId: row.id, column: key }] : [])),
  )
}
