import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardOf } from '#domain/dashboard/board'
import { indexBoard } from '#domain/dashboard/board-index'
import type { TreasuryRow } from '#domain/dashboard/facts'
import { figuresAt } from '#domain/dashboard/figures'
import { filteredItems } from '#domain/dashboard/filter'
import { projectLines } from '#domain/dashboard/project-lines'
import { figuresOfGoal, sumFigures, treasuryByGoal } from '#domain/execution/totals'
import { row } from '../execution/sample.ts'
import { everything, facts, goal, paid } from './sample.ts'

const goals = [
  goal({ id: 'g1', unitId: 'u1', book: 'general' }),
  goal({ id: 'g2', unitId: 'u2', book: 'fund', kind: 'policy', total: 7_777 }),
  goal({
    id: 'g3',
    unitId: 'u3',
    total: null,
    points: [0, 0, 0, 1111, 2222, 3333, 4444, 5555, 6666, 7777, 9999, 10_000],
  }),
]

const amount = fc.option(fc.integer({ min: -1_000, max: 9_000_000_000_001 }), { nil: null })
const anyRow: fc.Arbitrary<TreasuryRow> = fc.record({
  goalId: fc.constantFrom('g1', 'g2', 'g3', '', 'gone'),
  unitId: fc.constantFrom('u0', 'u1', 'u2', 'u3', ''),
  month: fc.integer({ min: 1, max: 12 }),
  source: fc.constantFrom('' as const, 'unit' as const, 'fund-local' as const),
  line: fc.constantFrom('code:A', 'code:B', 'code:C', 'name:u:x'),
  initial: amount,
  adjusted: amount,
  allocated: amount,
  paid: amount,
})
const anyRows = fc.uniqueArray(anyRow, {
  maxLength: 40,
  minLength: 1,
  selector: ({ line, source, month }) => `${line}|${source}|${month}`,
})
const anyMonth = fc.integer({ min: 1, max: 12 })

/** Added up from the raw rows without any of the board's own parts: of each line and source the newest row counts. */
function rawSum(rows: readonly TreasuryRow[], month: number, field: 'paid' | 'allocated'): bigint {
  const keys = new Set(rows.map(({ line, source }) => `${line}|${source}`))
  let sum = 0n
  for (const key of keys) {
    const upTo = rows.filter((row) => `${row.line}|${row.source}` === key && row.month <= month)
    const newest = upTo.reduce<TreasuryRow | null>(
      (best, row) => (best && best.month > row.month ? best : row),
      null,
    )
    sum += BigInt(newest?.[field] ?? 0)
  }
  return sum
}

it('adds up to the sums of the raw rows, to the 分', () => {
  fc.assert(
    fc.property(anyRows, anyRows, anyMonth, (rows, lastYear, month) => {
      const index = indexBoard(facts({ goals, rows, lastYear }))
      const { figures } = boardOf(index, {
        filter: { ...everything, month },
        ranking: 'department',
        today: '2026-11-01',
        limits: { warnings: 10, heat: 10 },
      })
      expect(BigInt(figures.paid)).toBe(rawSum(rows, month, 'paid'))
      expect(BigInt(figures.allocated)).toBe(rawSum(rows, month, 'allocated'))
      expect(BigInt(figures.lastYear)).toBe(rawSum(lastYear, month, 'paid'))
      expect(figures.gap).toBe(figures.paid - figures.reference)
    }),
  )
})

it('says of every goal what the totals of execution say', () => {
  fc.assert(
    fc.property(anyRows, anyRows, anyMonth, (rows, lastYear, month) => {
      const index = indexBoard(facts({ goals, rows, lastYear }))
      const last = treasuryByGoal(
        lastYear.map((each) => row(each)),
        month,
      )
      const totalled = goals.map((each) => ({
        ...each,
        sectionId: '',
        reference: each.points[month - 1] ?? 0,
        lastYear: last.get(each.id)?.paid ?? 0,
      }))
      const treasury = treasuryByGoal(
        rows.map((each) => row(each)),
        month,
      )
      for (const each of totalled) {
        const own = index.items.filter(({ goalId }) => goalId === each.id)
        expect(figuresAt(own, month)).toEqual(sumFigures([figuresOfGoal(each, treasury.get(each.id))]))
      }
    }),
  )
})

it('falls apart into units, sections and lines without losing a 分', () => {
  fc.assert(
    fc.property(anyRows, anyMonth, (rows, month) => {
      const index = indexBoard(facts({ goals, rows }))
      const wanted = { ranking: 'department' as const, today: '2026-11-01', limits: { warnings: 1, heat: 1 } }
      const whole = boardOf(index, { ...wanted, filter: { ...everything, month } })
      for (const ranking of ['department', 'unit', 'section'] as const) {
        const { ranked } = boardOf(index, { ...wanted, ranking, filter: { ...everything, month } })
        expect(sumFigures(ranked.map(({ figures }) => figures))).toEqual(whole.figures)
      }
      const lines = projectLines(index, { ...everything, month })
      expect(lines.reduce((sum, line) => sum + BigInt(line.paid), 0n)).toBe(BigInt(whole.figures.paid))
      const bySection = ['s1', 's2'].map((section) =>
        boardOf(index, { ...wanted, filter: { ...everything, section, month } }),
      )
      const without = filteredItems(index, { ...everything, month }).filter(
        ({ sectionId }) => sectionId === '',
      )
      expect(
        bySection.reduce((sum, { figures }) => sum + figures.paid, 0) + figuresAt(without, month).paid,
      ).toBe(whole.figures.paid)
    }),
  )
})

it('leaves a whole department out beside its projects unless it is asked for', () => {
  const index = indexBoard(
    facts({ goals: [goal(), goal({ id: 'all', kind: 'department', unitId: 'u0', total: 50_000 })] }),
  )
  expect(figuresAt(filteredItems(index, everything), 12).adjusted).toBe(1000)
  expect(figuresAt(filteredItems(index, { ...everything, kind: 'department' }), 12).adjusted).toBe(50_000)
})

it('counts a department by its own lines of the ledger', () => {
  const all = goal({ id: 'all', kind: 'department', unitId: 'u0', total: 50_000 })
  const index = indexBoard(facts({ goals: [goal(), all], rows: [paid({ goalId: 'all', adjusted: 300 })] }))
  expect(figuresAt(filteredItems(index, everything), 12).adjusted).toBe(1300)
})

it('takes a unit with what stands under it, and money without a goal with its unit', () => {
  const rows = [
    paid(),
    paid({ goalId: '', unitId: 'u2', line: 'code:X', paid: 70 }),
    paid({ goalId: '', unitId: '', line: 'code:Y', paid: 9 }),
  ]
  const index = indexBoard(facts({ rows }))
  const sum = (unit: string) => figuresAt(filteredItems(index, { ...everything, unit }), 12).paid
  expect([sum(''), sum('u0'), sum('u1'), sum('u2')]).toEqual([579, 570, 500, 70])
  const { unmatched } = boardOf(index, {
    filter: everything,
    ranking: 'unit',
    today: '2026-11-01',
    limits: { warnings: 1, heat: 1 },
  })
  expect(unmatched).toEqual({ paid: 79, units: 2 })
})

it('does not count a goal that is neither approved nor monitored nor in the ledger', () => {
  const index = indexBoard(facts({ goals: [goal({ counts: false })] }))
  expect(index.items).toEqual([])
  const found = indexBoard(facts({ goals: [goal({ counts: false })], rows: [paid()] }))
  expect(found.items).toHaveLength(1)
})
