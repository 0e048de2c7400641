import type { SheetAction } from './sheet-model.ts'

export type SheetKey = { key: string; ctrl: boolean; shift: boolean; alt: boolean }

/** What the component itself has to do, beyond the reducer. */
export type SheetCommand = 'edit' | 'cancel' | 'leave'

const arrows: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/**
 * The meaning of a key while no cell is being written, as in Excel and WPS. null: not ours, the text area takes it.
 */
export function keyWhileMoving(pressed: SheetKey, lastColumn: number): SheetAction | SheetCommand | null {
  const { key, ctrl, shift, alt } = pressed
  const arrow = arrows[key]
  if (arrow && alt) {
    return arrow[0] === 0 ? null : { type: 'shift', by: arrow[0] === 1 ? 1 : -1 }
  }
  if (arrow) return { type: ctrl ? 'edge' : 'move', rows: arrow[0], cols: arrow[1], extend: shift }
  if (alt) return null
  if (ctrl) return withControl(key, shift)
  switch (key) {
    case 'Enter':
      return { type: 'advance', along: 'column', back: shift }
    case 'Tab':
      return { type: 'advance', along: 'row', back: shift }
    case 'Home':
      return { type: 'move', rows: 0, cols: -lastColumn, extend: shift }
    case 'End':
      return { type: 'move', rows: 0, cols: lastColumn, extend: shift }
    case 'PageDown':
      return { type: 'move', rows: 10, cols: 0, extend: shift }
    case 'PageUp':
      return { type: 'move', rows: -10, cols: 0, extend: shift }
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' }
    case 'F2':
      return 'edit'
    case 'Escape':
      return 'leave'
    default:
      return null
  }
}

function withControl(key: string, shift: boolean): SheetAction | null {
  switch (key.toLowerCase()) {
    case 'z':
      return { type: shift ? 'redo' : 'undo' }
    case 'y':
      return { type: 'redo' }
    case 'd':
      return { type: 'fill-down' }
    case 'a':
      return { type: 'select-all' }
    case '+':
    case '=':
      return shift || key === '+' ? { type: 'insert', where: 'above' } : null
    case '-':
      return { type: 'remove' }
    case 'home':
      return { type: 'place', cell: { row: 0, col: 0 }, extend: shift }
    case 'end':
      return { type: 'end', extend: shift }
    default:
      return null
  }
}

/** The meaning of a key while a cell is being written; arrows end the entry only when it began by typing. */
export function keyWhileWriting(pressed: SheetKey, typed: boolean): SheetAction | SheetCommand | null {
  const { key, ctrl, shift, alt } = pressed
  if (key === 'Escape') return 'cancel'
  if (key === 'Enter' && alt) return null
  if (key === 'Enter') return { type: 'advance', along: 'column', back: shift }
  if (key === 'Tab') return { type: 'advance', along: 'row', back: shift }
  const arrow = arrows[key]
  if (arrow && typed && !ctrl && !shift && !alt) {
    return { type: 'move', rows: arrow[0], cols: arrow[1], extend: false }
  }
  return null
}
