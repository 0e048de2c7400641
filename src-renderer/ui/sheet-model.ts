/** Spreadsheet-like entry as plain data: rows, cursor, selection and history. No meaning of the columns. */

export type SheetRow = { readonly id: string; readonly cells: readonly string[] }
export type CellPlace = { readonly row: number; readonly col: number }

type Moment = { rows: readonly SheetRow[]; cursor: CellPlace; anchor: CellPlace }

export type SheetState = Moment & {
  past: readonly Moment[]
  future: readonly Moment[]
  /** The column in which the Tabs began that led here; Enter goes back to it. */
  tabFrom: number | null
}

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
  | { type: 'end'; extend: boolean }
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

export function newSheet(rows: readonly SheetRow[]): SheetState {
  const start = { row: 0, col: 0 }
  return { rows, cursor: start, anchor: start, past: [], future: [], tabFrom: null }
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

/** Whether an empty row stands below the last one, to begin writing in: it is no row yet. */
export function hasRowBelow({ readOnly, fixedRows }: SheetRules): boolean {
  return !fixedRows && readOnly.includes(false)
}

export function clamp(cell: CellPlace, state: Pick<SheetState, 'rows'>, rules: SheetRules): CellPlace {
  return {
    row: Math.max(0, Math.min(cell.row, state.rows.length - (hasRowBelow(rules) ? 0 : 1))),
    col: Math.max(0, Math.min(cell.col, rules.readOnly.length - 1)),
  }
}
