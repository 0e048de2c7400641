import {
  type CellPlace,
  clamp,
  rangeOf,
  type SheetRow,
  type SheetRules,
  type SheetState,
} from './sheet-model.ts'

const historyLimit = 200

function keep(cells: readonly string[]): readonly string[] {
  return cells
}

export function changed(
  state: SheetState,
  rows: readonly SheetRow[],
  cursor: CellPlace = state.cursor,
  anchor: CellPlace = state.anchor,
): SheetState {
  if (rows === state.rows) return state
  const before = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { ...state, rows, cursor, anchor, past: [...state.past, before].slice(-historyLimit), future: [] }
}

/** Writes a block at a place, skipping read-only columns and appending rows; the same array when nothing differs. */
export function withBlock(
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

function blankRow(rules: SheetRules): SheetRow {
  return { id: rules.nextId(), cells: rules.readOnly.map(() => '') }
}

/**
 * One cell fills the whole selection; a block goes to the selection's corner and may grow the sheet. The cursor stands at
 * its beginning: that is what is looked at next.
 */
export function pasted(
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
  return changed(state, rows, clamp(start, { rows }, rules), clamp(end, { rows }, rules))
}

export function cleared(state: SheetState, rules: SheetRules): SheetState {
  const { top, left, bottom, right } = rangeOf(state)
  const blank = state.rows.slice(top, bottom + 1).map(() => Array<string>(right - left + 1).fill(''))
  return changed(state, withBlock(state.rows, { row: top, col: left }, blank, { ...rules, settle: keep }))
}

export function filledDown(state: SheetState, rules: SheetRules): SheetState {
  const { top, bottom, left, right } = rangeOf(state)
  const from = top === bottom ? top - 1 : top
  const source = state.rows[from]?.cells.slice(left, right + 1)
  if (!source) return state
  const block = Array.from({ length: bottom - from }, () => source)
  const rows = withBlock(state.rows, { row: from + 1, col: left }, block, { ...rules, settle: keep })
  return changed(state, rows)
}

export function inserted(state: SheetState, where: 'above' | 'below', rules: SheetRules): SheetState {
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

export function removed(state: SheetState, rules: SheetRules): SheetState {
  const { top, bottom } = rangeOf(state)
  if (top >= state.rows.length) return state
  const rows = state.rows.toSpliced(top, bottom - top + 1)
  const cell = clamp({ row: top, col: state.cursor.col }, { rows }, rules)
  return changed(state, rows, cell, cell)
}

export function shifted(state: SheetState, by: 1 | -1, rules: SheetRules): SheetState {
  const { top, bottom } = rangeOf(state)
  if (top + by < 0 || Math.max(bottom, bottom + by) >= state.rows.length) return state
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

export function undone(state: SheetState): SheetState {
  const before = state.past.at(-1)
  if (!before) return state
  const now = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { ...state, ...before, past: state.past.slice(0, -1), future: [...state.future, now] }
}

export function redone(state: SheetState): SheetState {
  const after = state.future.at(-1)
  if (!after) return state
  const now = { rows: state.rows, cursor: state.cursor, anchor: state.anchor }
  return { ...state, ...after, past: [...state.past, now], future: state.future.slice(0, -1) }
}
