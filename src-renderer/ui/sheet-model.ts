/** Spreadsheet-like entry as a pure reducer: what a key does to rows, cursor and history. No meaning of the columns. */

export type SheetRow = { readonly id: string; readonly cells: readonly string[] }
export type CellPlace = { readonly row: number; readonly col: number }

type Moment = { rows: readonly SheetRow[]; cursor: CellPlace; anchor: CellPlace }

export type SheetState = Moment & { past: readonly Moment[]; future: readonly Moment[] }

export type SheetRules = {
  /** One entry a column; read-only columns are skipped by every change. */
  readOnly: readonly boolean[]
  nextId: () => string
  /** The rows are given: none is added, removed or moved. */
  fixedRows?: boolean
  /** Puts a changed row in order (splits `≥95%` into its columns); `changed` are the columns just written. */
  settle?: (cells: readonly string[], changed: readonly number[]) => readonly string[]
}

export type SheetAction =
  | { type: 'place'; cell: CellPlace; extend: boolean }
  | { type: 'move'; rows: number; cols: number; extend: boolean }
  | { type: 'edge'; rows: number; cols: number; extend: boolean }
  | { type: 'advance'; along: 'row' | 'column'; back: boolean }
  | { type: 'select-rows'; from: number; to: number }
  | { type: 'select-all' }
  | { type: 'set'; cell: CellPlace; text: string }
  | { type: 'clear' }
  | { type: 'paste'; block: readonly (readonly string[])[]; col?: number }
  | { type: 'fill-down' }
  | { type: 'insert'; where: 'above' | 'below' }
  | { type: 'append'; cells: readonly string[] }
  | { type: 'put-rows'; rows: readonly SheetRow[]; row: number; col: number }
  | { type: 'remove' }
  | { type: 'shift'; by: 1 | -1 }
  | { type: 'undo' }
  | { type: 'redo' }

export type Range = { top: number; bottom: number; left: number; right: number }

const historyLimit = 200

export function newSheet(rows: readonly SheetRow[]): SheetState {
  const start = { row: 0, col: 0 }
  return { rows, cursor: start, anchor: start, past: [], future: [] }
}

export function rangeOf({ cursor, anchor }: Pick<SheetState, 'cursor' | 'anchor'>): Range {
  return {
    top: Math.min(cursor.row, anchor.row),
    bottom: Math.max(cursor.row, anchor.row),
    left: Math.min(cursor.col, anchor.col),
    right: Math.max(cursor.col, anchor.col),
  }
}

/** The selected cells as texts, for the clipboard. */
export function selectedBlock(state: SheetState): string[][] {
  const { top, bottom, left, right } = rangeOf(state)
  return state.rows.slice(top, bottom + 1).map((row) => row.cells.slice(left, right + 1).map((text) => text))
}

const rowActions: readonly SheetAction['type'][] = ['insert', 'append', 'remove', 'shift']

export function sheetReducer(state: SheetState, action: SheetAction, rules: SheetRules): SheetState {
  if (rules.fixedRows && rowActions.includes(action.type)) return state
  switch (action.type) {
    case 'place':
      return placed(state, clamp(action.cell, state, rules), action.extend)
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
      return changed(state, withBlock(state.rows, action.cell, [[action.text]], rules))
    case 'clear': {
      const { top, left, bottom, right } = rangeOf(state)
      const blank = Array.from({ length: bottom - top + 1 }, () => Array<string>(right - left + 1).fill(''))
      return changed(state, withBlock(state.rows, { row: top, col: left }, blank, { ...rules, settle: keep }))
    }
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

function keep(cells: readonly string[]): readonly string[] {
  return cells
}

function clamp(cell: CellPlace, state: Pick<SheetState, 'rows'>, rules: SheetRules): CellPlace {
  return {
    row: Math.max(0, Math.min(cell.row, state.rows.length - 1)),
    col: Math.max(0, Math.min(cell.col, rules.readOnly.length - 1)),
  }
}

function placed(state: SheetState, cursor: CellPlace, extend: boolean): SheetState {
  return { ...state, cursor, anchor: extend ? state.anchor : cursor }
}

/** Ctrl+arrow: to the border between filled and blank, as spreadsheets do. */
function edgeFrom(state: SheetState, rows: number, cols: number, rules: SheetRules): CellPlace {
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

function advanced(state: SheetState, along: 'row' | 'column', back: boolean, rules: SheetRules): SheetState {
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

function blankRow(rules: SheetRules): SheetRow {
  return { id: rules.nextId(), cells: rules.readOnly.map(() => '') }
}

function changed(
  state: SheetState,
  rows: readonly SheetRow[],
  cursor: CellPlace = state.cursor,
  anchor: CellPlace = state.anchor,
): SheetState {
  if (rows === state.rows) return state
  const before = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { rows, cursor, anchor, past: [...state.past, before].slice(-historyLimit), future: [] }
}

/** Writes a block at a place, skipping read-only columns and appending rows; the same array when nothing differs. */
function withBlock(
  rows: readonly SheetRow[],
  place: CellPlace,
  block: readonly (readonly string[])[],
  rules: SheetRules,
): readonly SheetRow[] {
  const next = [...rows]
  let differs = false
  for (const [down, texts] of block.entries()) {
    const at = place.row + down
    while (next.length <= at && !rules.fixedRows) {
      next.push(blankRow(rules))
      differs = true
    }
    const row = next[at]
    if (!row) continue
    const cells = writtenCells(row.cells, place.col, texts, rules)
    if (cells === row.cells) continue
    next[at] = { id: row.id, cells }
    differs = true
  }
  return differs ? next : rows
}

function writtenCells(
  cells: readonly string[],
  col: number,
  texts: readonly string[],
  rules: SheetRules,
): readonly string[] {
  const next = [...cells]
  const written: number[] = []
  for (const [right, text] of texts.entries()) {
    const at = col + right
    if (at >= rules.readOnly.length || rules.readOnly[at]) continue
    written.push(at)
    next[at] = text
  }
  if (next.every((text, at) => text === cells[at])) return cells
  return rules.settle ? rules.settle(next, written) : next
}

/** One cell fills the whole selection; a block goes to the selection's corner and may grow the sheet. */
function pasted(
  state: SheetState,
  block: readonly (readonly string[])[],
  col: number | undefined,
  rules: SheetRules,
): SheetState {
  const { top, left, bottom, right } = rangeOf(state)
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  const texts =
    single === undefined
      ? block
      : Array.from({ length: bottom - top + 1 }, () => Array<string>(right - left + 1).fill(single))
  const start = { row: top, col: col ?? left }
  const rows = withBlock(state.rows, start, texts, rules)
  const end = { row: top + texts.length - 1, col: start.col + (texts[0]?.length ?? 1) - 1 }
  const anchor = clamp(start, { rows }, rules)
  return changed(state, rows, clamp(end, { rows }, rules), anchor)
}

function filledDown(state: SheetState, rules: SheetRules): SheetState {
  const { top, bottom, left, right } = rangeOf(state)
  const from = top === bottom ? top - 1 : top
  const source = state.rows[from]?.cells.slice(left, right + 1)
  if (!source) return state
  const block = Array.from({ length: bottom - from }, () => source)
  const rows = withBlock(state.rows, { row: from + 1, col: left }, block, { ...rules, settle: keep })
  return changed(state, rows)
}

function inserted(state: SheetState, where: 'above' | 'below', rules: SheetRules): SheetState {
  const { top, bottom } = rangeOf(state)
  const count = state.rows.length === 0 ? 1 : bottom - top + 1
  const at = where === 'above' ? top : Math.min(bottom + 1, state.rows.length)
  const rows = state.rows.toSpliced(at, 0, ...Array.from({ length: count }, () => blankRow(rules)))
  return changed(
    state,
    rows,
    { row: at, col: state.cursor.col },
    { row: at + count - 1, col: state.cursor.col },
  )
}

function removed(state: SheetState, rules: SheetRules): SheetState {
  if (state.rows.length === 0) return state
  const { top, bottom } = rangeOf(state)
  const rows = state.rows.toSpliced(top, bottom - top + 1)
  const cell = clamp({ row: top, col: state.cursor.col }, { rows }, rules)
  return changed(state, rows, cell, cell)
}

function shifted(state: SheetState, by: 1 | -1, rules: SheetRules): SheetState {
  const { top, bottom } = rangeOf(state)
  if (top + by < 0 || bottom + by >= state.rows.length) return state
  const moving = state.rows.slice(top, bottom + 1)
  const rows = state.rows.toSpliced(top, moving.length).toSpliced(top + by, 0, ...moving)
  const { cursor, anchor } = state
  return changed(
    state,
    rows,
    clamp({ row: cursor.row + by, col: cursor.col }, { rows }, rules),
    clamp({ row: anchor.row + by, col: anchor.col }, { rows }, rules),
  )
}

function undone(state: SheetState): SheetState {
  const before = state.past.at(-1)
  if (!before) return state
  const now = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { ...before, past: state.past.slice(0, -1), future: [...state.future, now] }
}

function redone(state: SheetState): SheetState {
  const after = state.future.at(-1)
  if (!after) return state
  const now = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { ...after, past: [...state.past, now], future: state.future.slice(0, -1) }
}
