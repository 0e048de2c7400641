import { useRef, useState } from 'react'
import { newSheet, type SheetAction, type SheetRules, type SheetState } from './sheet-model.ts'
import { sheetReducer } from './sheet-reducer.ts'
import type { SheetProps } from './sheet-types.ts'

const moves: readonly SheetAction['type'][] = [
  'place',
  'end',
  'move',
  'edge',
  'advance',
  'select-rows',
  'select-all',
]

/** The sheet's state beside React's: several actions in one event must build on each other. */
export function useSheetState(props: SheetProps) {
  const [shown, setShown] = useState<SheetState>(() => newSheet(props.rows))
  const latest = useRef(shown)
  const rules: SheetRules = {
    readOnly: props.columns.map((column) => props.readOnly === true || column.readOnly === true),
    nextId: props.nextId,
    fixedRows: props.fixedRows === true,
    ...(props.settle ? { settle: props.settle } : {}),
  }

  function act(action: SheetAction) {
    if (props.readOnly && !moves.includes(action.type)) return
    const before = latest.current
    const after = sheetReducer(before, action, rules)
    if (after === before) return
    latest.current = after
    setShown(after)
    if (after.rows !== before.rows) props.onRows(after.rows)
  }

  return { state: shown, latest, act, rules }
}
