import type { ReactNode, Ref } from 'react'
import type { Severity } from '#domain/problem'
import type { SheetRow } from './sheet-model.ts'

export type SheetColumn = {
  key: string
  title: string
  width: number
  align?: 'left' | 'right' | 'center'
  readOnly?: boolean
  /** Offered while the cell is written; anything else may be written too. */
  choices?: (cells: readonly string[]) => readonly string[]
}

export type SheetMark = { severity: Severity; text: string }

/** What the owner does to the sheet from outside, as one step of its history. */
export type SheetHandle = {
  /** Replaces the rows and puts the cursor at a cell. The function given back undoes it; false once other steps came. */
  putRows: (
    change: (rows: readonly SheetRow[]) => { rows: readonly SheetRow[]; row: number; col: number },
  ) => () => boolean
  /** The keyboard goes on at the cell where the cursor stands. */
  focus: () => void
}

/** The rows that a block was written into, and the columns it covers. */
export type Pasted = {
  /** All rows as they stood before it, the very ones that come back when it is taken back. */
  before: readonly SheetRow[]
  rows: readonly SheetRow[]
  columns: readonly string[]
  skipped: number
  unplaced: readonly string[]
}

export type SheetProps = {
  handle?: Ref<SheetHandle>
  label: string
  columns: readonly SheetColumn[]
  /** Rows at the start; remount with another key to replace them. */
  rows: readonly SheetRow[]
  nextId: () => string
  onRows: (rows: readonly SheetRow[]) => void
  /** The row in which the cursor stands; '' where there is none. */
  onCursor?: (rowId: string) => void
  /** A cell in which the cursor no longer stands. */
  onLeave?: (rowId: string, column: string) => void
  /** The first key of an entry that is not in the rows yet. */
  onTyping?: () => void
  readOnly?: boolean
  /** The rows are given: none is added, removed or moved. */
  fixedRows?: boolean
  /** Puts a changed row in order; `changed` are the columns just written. */
  settle?: (cells: readonly string[], changed: readonly number[]) => readonly string[]
  /**
   * Fits a pasted block to the columns; `col` is where its first column goes, `skipped` are rows left out of it, `unplaced`
   * the heads of columns left out of it.
   */
  arrange?: (
    block: string[][],
    col: number,
  ) => { block: string[][]; col: number; skipped?: number; unplaced?: string[] }
  onPasted?: (pasted: Pasted) => void
  /** Why what stands in a cell could not be read and is not kept; null where it is. */
  unreadOf?: (row: SheetRow, column: string) => SheetMark | null
  markOf?: (rowId: string, column: string) => SheetMark | null
  /** What stands in the sum row, by column. */
  sums?: Readonly<Record<string, ReactNode>>
  /** Moves the cursor there when another object comes. */
  focus?: { rowId: string; column: string; turn: number } | null
  /** Further buttons beside those of the rows. */
  tools?: ReactNode
  blank?: string
}
