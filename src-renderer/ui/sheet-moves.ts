import { type CellPlace, clamp, hasRowBelow, type SheetRules, type SheetState } from './sheet-model.ts'

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

/** Enter goes down, back to where the Tabs began; Tab through what can be written, and from the last cell into the row below. */
export function advanced(
  state: SheetState,
  along: 'row' | 'column',
  back: boolean,
  rules: SheetRules,
): SheetState {
  const width = rules.readOnly.length
  const { row, col } = state.cursor
  if (along === 'column') {
    const cell = { row: row + (back ? -1 : 1), col: state.tabFrom ?? col }
    return placed(state, clamp(cell, state, rules), false)
  }
  const count = state.rows.length + (hasRowBelow(rules) ? 1 : 0)
  let at = row * width + col
  do at += back ? -1 : 1
  while (at >= 0 && at < count * width && rules.readOnly[at % width])
  if (at < 0) return placed(state, { row: 0, col: 0 }, false)
  if (at >= count * width) return placed(state, state.cursor, false)
  return placed(state, { row: Math.floor(at / width), col: at % width }, false)
}
