import {
  changed,
  cleared,
  filledDown,
  inserted,
  pasted,
  redone,
  removed,
  shifted,
  undone,
  withBlock,
} from './sheet-changes.ts'
import { clamp, type SheetAction, type SheetRules, type SheetState } from './sheet-model.ts'
import { advanced, edgeFrom, placed } from './sheet-moves.ts'

const rowActions: readonly SheetAction['type'][] = ['insert', 'append', 'remove', 'shift']

/** What a key does to rows, cursor and history. */
export function sheetReducer(state: SheetState, action: SheetAction, rules: SheetRules): SheetState {
  const after = acted(state, action, rules)
  const tabFrom = tabStart(state, action)
  return after.tabFrom === tabFrom ? after : { ...after, tabFrom }
}

/** Only what is written lies between the Tabs of one row. */
function tabStart({ tabFrom, cursor }: SheetState, action: SheetAction): number | null {
  if (action.type === 'set') return tabFrom
  return action.type === 'advance' && action.along === 'row' ? (tabFrom ?? cursor.col) : null
}

function acted(state: SheetState, action: SheetAction, rules: SheetRules): SheetState {
  if (rules.fixedRows && rowActions.includes(action.type)) return state
  switch (action.type) {
    case 'place':
      return placed(state, clamp(action.cell, state, rules), action.extend)
    case 'end': {
      const last = { row: state.rows.length - 1, col: rules.readOnly.length - 1 }
      return placed(state, clamp(last, state, rules), action.extend)
    }
    case 'move': {
      const { row, col } = state.cursor
      const cell = clamp({ row: row + action.rows, col: col + action.cols }, state, rules)
      return placed(state, cell, action.extend)
    }
    case 'edge':
      return placed(state, edgeFrom(state, action.rows, action.cols, rules), action.extend)
    case 'advance':
      return advanced(state, action.along, action.back, rules)
    case 'select-rows': {
      const anchor = clamp({ row: action.from, col: 0 }, state, rules)
      const cursor = clamp({ row: action.to, col: rules.readOnly.length - 1 }, state, rules)
      return { ...state, anchor, cursor }
    }
    case 'select-all':
      return {
        ...state,
        anchor: { row: 0, col: 0 },
        cursor: clamp({ row: state.rows.length - 1, col: rules.readOnly.length - 1 }, state, rules),
      }
    case 'set':
      // Nothing written below the last row makes no row.
      if (action.text === '' && !state.rows[action.cell.row]) return state
      return changed(state, withBlock(state.rows, action.cell, [[action.text]], rules))
    case 'clear':
      return cleared(state, rules)
    case 'paste':
      return pasted(state, action.block, action.col, rules)
    case 'fill-down':
      return filledDown(state, rules)
    case 'insert':
      return inserted(state, action.where, rules)
    case 'append': {
      const rows = [...state.rows, { id: rules.nextId(), cells: action.cells }]
      const cell = { row: rows.length - 1, col: 0 }
      return changed(state, rows, cell, cell)
    }
    case 'put-rows': {
      const cell = clamp({ row: action.row, col: action.col }, { rows: action.rows }, rules)
      return changed(state, action.rows, cell, cell)
    }
    case 'remove':
      return removed(state, rules)
    case 'shift':
      return shifted(state, action.by, rules)
    case 'undo':
      return undone(state)
    case 'redo':
      return redone(state)
  }
}
