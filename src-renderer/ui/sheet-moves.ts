import { blankRow, changed } from './sheet-changes.ts'
import { type CellPlace, clamp, type SheetRow, type SheetRules, type SheetState } from './sheet-model.ts'

export function placed(state: SheetState, cursor: CellPlace, extend: boolean): SheetState {
  return { ...state, cursor, anchor: extend ? state.anchor : cursor }
}

/** Ctrl+arrow: to the border between filled and blank, as spreadsheets do. */
export function edgeFrom(state: SheetState, rows: number, cols: number, rules: SheetRules): CellPlace {
  const step = (cell: CellPlace) => clamp({ row: cell.row + rows, col: cell.col + cols }, state, rules)
  const filled = (cell: CellPlace) => (state.rows[cell.row]?.cells[cell.col] ?? '') !== ''
  const same = (a: CellPlace, b: CellPlace) => a.row === b.row && a.col === b.col
  let cell = step(state.cursor)
  if (filled(state.cursor) && filled(cell)) {
    while (!same(step(cell), cell) && filled(step(cell))) cell = step(cell)
    return cell
  }
  while (!filled(cell) && !same(step(cell), cell)) cell = step(cell)
  return cell
}

export function advanced(
  state: SheetState,
  along: 'row' | 'column',
  back: boolean,
  rules: SheetRules,
): SheetState {
  const width = rules.readOnly.length
  const { row, col } = state.cursor
  if (along === 'column') {
    if (!back && row === state.rows.length - 1) return appendedBelow(state, col, rules)
    return placed(state, clamp({ row: row + (back ? -1 : 1), col }, state, rules), false)
  }
  // Tab goes through what can be written; the way past the last cell opens a new row.
  let at = row * width + col
  do at += back ? -1 : 1
  while (at >= 0 && at < state.rows.length * width && rules.readOnly[at % width])
  if (at < 0) return placed(state, { row: 0, col: 0 }, false)
  if (at >= state.rows.length * width) return appendedBelow(state, rules.readOnly.indexOf(false), rules)
  return placed(state, { row: Math.floor(at / width), col: at % width }, false)
}

function isBlank(row: SheetRow | undefined, rules: SheetRules): boolean {
  return row === undefined || row.cells.every((text, col) => rules.readOnly[col] || text === '')
}

function appendedBelow(state: SheetState, col: number, rules: SheetRules): SheetState {
  if (rules.fixedRows || rules.readOnly.every(Boolean)) return state
  if (state.rows.length > 0 && isBlank(state.rows.at(-1), rules)) return placed(state, state.cursor, false)
  const rows = [...state.rows, blankRow(rules)]
  const cell = { row: rows.length - 1, col: Math.max(0, col) }
  return changed(state, rows, cell, cell)
}
