import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newSheet,
  type SheetAction,
  type SheetRules,
  type SheetState,
  selectedBlock,
} from '../../src-renderer/ui/sheet-model.ts'
import { sheetReducer } from '../../src-renderer/ui/sheet-reducer.ts'

function sheetOf(texts: string[][], readOnly = [false, false, true]) {
  let count = 0
  const rules: SheetRules = { readOnly, nextId: () => `n${++count}` }
  const state = newSheet(texts.map((cells, row) => ({ id: `r${row}`, cells })))
  return { state, rules }
}

function acted(state: SheetState, rules: SheetRules, ...actions: SheetAction[]): SheetState {
  return actions.reduce((before, action) => sheetReducer(before, action, rules), state)
}

function texts(state: SheetState): string[][] {
  return state.rows.map((row) => [...row.cells])
}

function at(row: number, col: number, extend = false): SheetAction {
  return { type: 'place', cell: { row, col }, extend }
}

const start = [
  ['a', 'b', 'x'],
  ['c', 'd', 'y'],
]

describe('paste', () => {
  it('appends rows beyond the last one, in one undo step', () => {
    const { state, rules } = sheetOf(start)
    const block = [
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]
    const pasted = acted(state, rules, at(1, 0), { type: 'paste', block })
    expect(texts(pasted)).toEqual([
      ['a', 'b', 'x'],
      ['1', '2', 'y'],
      ['3', '4', ''],
      ['5', '6', ''],
    ])
    expect(selectedBlock(pasted)).toEqual(block)
    expect(pasted.cursor).toEqual({ row: 1, col: 0 })
    expect(texts(acted(pasted, rules, { type: 'undo' }))).toEqual(start)
  })

  it('skips read-only columns and what lies beyond the last column', () => {
    const { state, rules } = sheetOf(start)
    const pasted = acted(state, rules, at(0, 1), { type: 'paste', block: [['1', '2', '3']] })
    expect(texts(pasted)[0]).toEqual(['a', '1', 'x'])
  })

  it('fills the whole selection from a single cell', () => {
    const { state, rules } = sheetOf(start)
    const pasted = acted(state, rules, at(0, 0), at(1, 1, true), { type: 'paste', block: [['7']] })
    expect(texts(pasted)).toEqual([
      ['7', '7', 'x'],
      ['7', '7', 'y'],
    ])
  })

  it('lets the owner settle a row only with the columns just written', () => {
    const { state, rules } = sheetOf(start)
    const seen: (readonly number[])[] = []
    const settling: SheetRules = {
      ...rules,
      settle: (cells, changed) => {
        seen.push(changed)
        return cells.map((text) => text.toUpperCase())
      },
    }
    const set = acted(state, settling, { type: 'set', cell: { row: 0, col: 1 }, text: 'q' })
    expect(texts(set)[0]).toEqual(['A', 'Q', 'X'])
    expect(seen).toEqual([[1]])
  })
})

describe('rows', () => {
  it('inserts above and below, removes and moves', () => {
    const { state, rules } = sheetOf(start)
    const inserted = acted(state, rules, at(1, 0), { type: 'insert', where: 'above' })
    expect(texts(inserted)[1]).toEqual(['', '', ''])
    expect(inserted.cursor).toEqual({ row: 1, col: 0 })
    const below = acted(state, rules, at(1, 0), { type: 'insert', where: 'below' })
    expect(below.rows.map((row) => row.id)).toEqual(['r0', 'r1', expect.stringMatching(/^n/)])
    const moved = acted(state, rules, at(1, 0), { type: 'shift', by: -1 })
    expect(moved.rows.map((row) => row.id)).toEqual(['r1', 'r0'])
    expect(acted(moved, rules, { type: 'shift', by: -1 })).toBe(moved)
    const emptied = acted(state, rules, at(0, 0), at(1, 0, true), { type: 'remove' })
    expect(emptied.rows).toEqual([])
    expect(texts(acted(emptied, rules, { type: 'undo' }))).toEqual(start)
  })

  const tab: SheetAction = { type: 'advance', along: 'row', back: false }
  const enter: SheetAction = { type: 'advance', along: 'column', back: false }

  it('comes by Tab past the last cell and by Enter to the row below, which is one once something stands in it', () => {
    const { state, rules } = sheetOf(start)
    const below = acted(state, rules, at(1, 1), tab)
    expect(below.cursor).toEqual({ row: 2, col: 0 })
    expect(acted(below, rules, enter, enter).cursor).toEqual({ row: 2, col: 1 })
    const nothing: SheetAction[] = [
      { type: 'set', cell: { row: 2, col: 0 }, text: '' },
      { type: 'clear' },
      { type: 'remove' },
      { type: 'shift', by: -1 },
    ]
    for (const action of nothing) expect(acted(below, rules, action).rows).toBe(state.rows)
    const written = acted(below, rules, { type: 'set', cell: { row: 2, col: 0 }, text: 'e' }, enter)
    expect(texts(written)).toEqual([...start, ['e', '', '']])
    expect(written.cursor).toEqual({ row: 3, col: 1 })
    expect(acted(written, rules, { type: 'end', extend: false }).cursor).toEqual({ row: 2, col: 2 })
  })

  it('appends a block that is pasted in the row below, and writes nothing over', () => {
    const { state, rules } = sheetOf(start)
    const pasted = acted(state, rules, at(2, 0), { type: 'paste', block: [['1'], ['2']] })
    expect(texts(pasted)).toEqual([...start, ['1', '', ''], ['2', '', '']])
  })

  it('goes by Enter back to the column where the Tabs began, and stays in it afterwards', () => {
    const { state, rules } = sheetOf([['', '', ''], ...start], [false, false, false])
    const set: SheetAction = { type: 'set', cell: { row: 0, col: 0 }, text: '1' }
    const line = acted(state, rules, at(0, 0), set, tab, tab, enter)
    expect(line.cursor).toEqual({ row: 1, col: 0 })
    expect(acted(line, rules, enter).cursor).toEqual({ row: 2, col: 0 })
    // Another way there is another beginning.
    expect(acted(state, rules, at(0, 0), tab, at(0, 1), tab, enter).cursor).toEqual({ row: 1, col: 1 })
  })

  it('fills down from the first row of the selection, or from the row above a single one', () => {
    const { state, rules } = sheetOf(start)
    const one = acted(state, rules, at(1, 0), { type: 'fill-down' })
    expect(texts(one)[1]).toEqual(['a', 'd', 'y'])
    const two = acted(state, rules, at(0, 0), at(1, 1, true), { type: 'fill-down' })
    expect(texts(two)[1]).toEqual(['a', 'b', 'y'])
  })
})

it('writes nothing into history when nothing changes', () => {
  const { state, rules } = sheetOf(start)
  expect(acted(state, rules, { type: 'set', cell: { row: 0, col: 0 }, text: 'a' }).past).toEqual([])
  expect(acted(state, rules, { type: 'undo' })).toBe(state)
})

it('jumps to the border between filled and blank', () => {
  const { state, rules } = sheetOf([
    ['a', '', ''],
    ['b', '', ''],
    ['', '', ''],
    ['c', '', ''],
  ])
  const down: SheetAction = { type: 'edge', rows: 1, cols: 0, extend: false }
  expect(acted(state, rules, down).cursor.row).toBe(1)
  expect(acted(state, rules, down, down).cursor.row).toBe(3)
})

const place = fc.record({ row: fc.nat(6), col: fc.nat(3) })
const text = fc.constantFrom('', '1', '≥95%', '甲\n乙')
const action: fc.Arbitrary<SheetAction> = fc.oneof(
  fc.record({ type: fc.constant('place' as const), cell: place, extend: fc.boolean() }),
  fc.record({ type: fc.constant('set' as const), cell: fc.record({ row: fc.nat(1), col: fc.nat(2) }), text }),
  fc.record({
    type: fc.constant('paste' as const),
    block: fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('insert' as const),
    where: fc.constantFrom('above' as const, 'below' as const),
  }),
  fc.record({ type: fc.constant('shift' as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({
    type: fc.constant('advance' as const),
    along: fc.constantFrom('row' as const, 'column' as const),
    back: fc.boolean(),
  }),
  fc.constantFrom<SheetAction>(
    { type: 'clear' },
    { type: 'remove' },
    { type: 'fill-down' },
    { type: 'redo' },
  ),
)

it('undo returns to the start and redo to the end, after any actions', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const { state, rules } = sheetOf(start)
      const end = acted(state, rules, ...actions)
      let back = end
      for (let steps = end.past.length; steps > 0; steps--) back = acted(back, rules, { type: 'undo' })
      expect(back.rows).toBe(state.rows)
      let forth = back
      while (forth.future.length > end.future.length) forth = acted(forth, rules, { type: 'redo' })
      expect(forth.rows).toEqual(end.rows)
    }),
  )
})

it('keeps ids unique and the cursor inside, after any actions', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const { state, rules } = sheetOf(start)
      const end = acted(state, rules, ...actions)
      expect(new Set(end.rows.map((row) => row.id)).size).toBe(end.rows.length)
      // Below the last row there is one to begin in.
      for (const { row, col } of [end.cursor, end.anchor]) {
        expect(row).toBeGreaterThanOrEqual(0)
        expect(row).toBeLessThanOrEqual(end.rows.length)
        expect(col).toBeGreaterThanOrEqual(0)
        expect(col).toBeLessThan(3)
      }
      for (const row of end.rows) expect(row.cells).toHaveLength(3)
    }),
  )
})

describe('a sheet whose rows are given', () => {
  const actions: SheetAction[] = [
    { type: 'insert', where: 'above' },
    { type: 'append', cells: ['1', '2', '3'] },
    { type: 'remove' },
    { type: 'shift', by: 1 },
  ]

  it.each(actions)('$type does nothing', (action) => {
    const { state, rules } = sheetOf(start)
    expect(sheetReducer(state, action, { ...rules, fixedRows: true })).toBe(state)
  })

  it('a block that is too long is cut at the last row, and Enter stays there', () => {
    const { state, rules } = sheetOf(start)
    const fixed = { ...rules, fixedRows: true }
    const pasted = acted(state, fixed, at(1, 0), { type: 'paste', block: [['1'], ['2'], ['3']] })
    expect(texts(pasted)).toEqual([
      ['a', 'b', 'x'],
      ['1', 'd', 'y'],
    ])
    const advanced = acted(state, fixed, at(1, 0), { type: 'advance', along: 'column', back: false })
    expect(texts(advanced)).toEqual(start)
    expect(advanced.cursor).toEqual({ row: 1, col: 0 })
  })
})
