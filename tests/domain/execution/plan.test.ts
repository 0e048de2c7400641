import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExecutionRow } from '#domain/execution/execution'
import type { ExecutionLine } from '#domain/execution/line'
import { indexGoals } from '#domain/execution/match'
import { type PlanInput, planExecution, withGoal } from '#domain/execution/plan'
import { line, units } from './sample.ts'

const goals = [
  { id: 'g1', unitId: 'u1', code: 'A-1', name: '校舍维修' },
  { id: 'g2', unitId: 'u2', code: 'A-2', name: '校舍维修加固' },
]

function input(lines: ExecutionLine[], given: Partial<PlanInput> = {}): PlanInput {
  return {
    book: { id: 'b', year: 2026 },
    lines,
    sums: [],
    stored: [],
    index: indexGoals(goals, units),
    goals: new Map(goals.map((goal) => [goal.id, { total: 1_000_000, unitId: goal.unitId }])),
    decided: new Map(),
    kept: new Set(),
    ...given,
  }
}

const written = (plan: ReturnType<typeof planExecution>): ExecutionRow[] => plan.writes.map(({ row }) => row)

describe('an import', () => {
  it('of a new line writes its row with the goal', () => {
    const plan = planExecution(input([line({ code: 'a-1' })]))
    expect(plan.rows[0]).toMatchObject({ state: 'matched', goalId: 'g1', change: 'new', overpaid: false })
    expect(written(plan)).toEqual([
      expect.objectContaining({
        id: 'b|code:A1|07|',
        goalId: 'g1',
        unitId: 'u1',
        way: 'code',
        month: 7,
        paid: 500_000,
        stated: 500_000,
        allocated: 800_000,
        given: 'cumulative',
      }),
    ])
  })

  it('of the same ledger again writes nothing', () => {
    const lines = [line({ code: 'A-1' }), line({ rowNumber: 4, name: '别的', code: 'Z' })]
    const stored = written(planExecution(input(lines)))
    const again = planExecution(input(lines, { stored }))
    expect(again.writes).toEqual([])
    expect(again.rows.map(({ change }) => change)).toEqual(['same', 'same'])
  })

  it('replaces a month that was corrected, and keeps what the second ledger does not have', () => {
    const stored = written(planExecution(input([line({ code: 'A-1' })])))
    const later = line({ code: 'A-1', stated: 600_000, initial: null, allocated: null })
    const plan = planExecution(input([later], { stored }))
    expect(plan.rows[0]?.change).toBe('changed')
    expect(plan.writes[0]).toMatchObject({
      before: { paid: 500_000 },
      row: { paid: 600_000, initial: 1_000_000, allocated: 800_000 },
    })
  })

  it('adds rows of one line in one month, and leaves a repetition out until a person keeps it', () => {
    const lines = [
      line({ code: 'A-1', rowNumber: 3, stated: 100 }),
      line({ code: 'A-1', rowNumber: 4, stated: 200 }),
      line({ code: 'A-1', rowNumber: 5, stated: 200 }),
    ]
    const plan = planExecution(input(lines))
    expect(plan.rows.map(({ state }) => state)).toEqual(['matched', 'matched', 'duplicate'])
    expect(written(plan)).toEqual([expect.objectContaining({ paid: 300, rowNumber: 3 })])
    const kept = planExecution(input(lines, { kept: new Set([plan.rows[2]?.key ?? '']) }))
    expect(written(kept)).toEqual([expect.objectContaining({ paid: 500 })])
  })

  it('writes no faulty line', () => {
    const plan = planExecution(input([line({ month: 13 }), line({ month: null }), line({ year: 2025 })]))
    expect(plan.rows.map(({ state }) => state)).toEqual(['faulty', 'faulty', 'faulty'])
    expect(plan.writes).toEqual([])
  })

  it('keeps a line that found no goal, with the unit that it names', () => {
    const plan = planExecution(input([line({ name: '毫不相干', code: 'Q' })]))
    expect(plan.rows[0]?.state).toBe('unmatched')
    expect(written(plan)).toEqual([expect.objectContaining({ goalId: '', unitId: 'u1', way: '' })])
  })

  it('shows a correction and what is paid beyond the budget, and writes both', () => {
    const months = [line({ month: 6, stated: 700_000 }), line({ month: 7, stated: 1_000_001 })]
    const plan = planExecution(input([...months, line({ month: 8, stated: 650_000 })]))
    expect(plan.rows.map(({ overpaid }) => overpaid)).toEqual([false, true, false])
    expect(plan.rows.map(({ correction }) => correction?.to ?? null)).toEqual([null, null, 650_000])
    expect(plan.writes).toHaveLength(3)
  })

  it('sees a correction against a month that the book already has', () => {
    const stored = written(planExecution(input([line({ month: 6, stated: 700_000 })])))
    const plan = planExecution(input([line({ month: 7, stated: 699_999 })], { stored }))
    expect(plan.rows[0]?.correction).toMatchObject({ from: 700_000, to: 699_999, since: 6 })
  })

  it('of a single month that is changed later moves the months after it', () => {
    const monthly = (month: number, stated: number) => line({ month, stated, given: 'monthly' })
    const stored = written(planExecution(input([monthly(1, 10), monthly(2, 20), monthly(3, 30)])))
    expect(stored.map(({ paid }) => paid)).toEqual([10, 30, 60])
    const plan = planExecution(input([monthly(2, 25)], { stored }))
    expect(written(plan).map(({ month, paid }) => [month, paid])).toEqual([
      [2, 35],
      [3, 65],
    ])
  })

  it('lists goals whose budget is another, and sums that do not agree', () => {
    const sum = { ...line({ rowNumber: 9 }), name: '合计', stated: 1 }
    const plan = planExecution(input([line({ code: 'A-1', initial: 999_999 })], { sums: [sum] }))
    expect(plan.budgets).toEqual([{ goalId: 'g1', budget: 1_000_000, ledger: 999_999 }])
    expect(plan.sums.find(({ field }) => field === 'stated')).toMatchObject({ stated: 1, summed: 500_000 })
  })
})

describe('a decision', () => {
  const unsure = line({ name: '校舍维修加固改造', unitName: '南江县第二小学' })
  const identity = 'name:南江县第二小学:校舍维修加固改造'

  it('is asked for where names are only alike', () => {
    const [row] = planExecution(input([unsure])).rows
    expect(row).toMatchObject({ state: 'doubtful', goalId: '', identity })
    expect(row?.match.candidates[0]?.goalId).toBe('g2')
  })

  it('counts for every row of the line, in this import and the next', () => {
    const decided = new Map([[identity, 'g2']])
    const plan = planExecution(input([unsure, { ...unsure, month: 8, stated: 600_000 }], { decided }))
    expect(plan.rows.map(({ state, goalId }) => [state, goalId])).toEqual([
      ['matched', 'g2'],
      ['matched', 'g2'],
    ])
    expect(written(plan)[0]).toMatchObject({ goalId: 'g2', unitId: 'u2', way: 'hand' })
  })

  it('for no goal leaves the line without one; one for a goal that is gone does not count', () => {
    const none = planExecution(input([unsure], { decided: new Map([[identity, '']]) }))
    expect(none.rows[0]).toMatchObject({ state: 'unmatched', goalId: '' })
    const gone = planExecution(input([unsure], { decided: new Map([[identity, 'gone']]) }))
    expect(gone.rows[0]?.state).toBe('doubtful')
  })

  it('made on a stored row sets goal and unit, and takes them away again', () => {
    const [stored] = written(planExecution(input([unsure])))
    if (!stored) throw new Error('nothing planned')
    const set = withGoal(stored, { id: 'g2', unitId: 'u2' })
    expect(set).toMatchObject({ goalId: 'g2', unitId: 'u2', way: 'hand' })
    expect(withGoal(set, null)).toMatchObject({ goalId: '', way: 'hand' })
  })
})

it('whatever is read, the sum of what is written is the sum of what was read', () => {
  const amount = fc.integer({ min: -(10 ** 10), max: 10 ** 10 })
  const some = fc.array(
    fc.record({ code: fc.constantFrom('A-1', 'A-2', 'Q', ''), month: fc.constant(7), stated: amount }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(some, (given) => {
      const lines = given.map((each, index) => line({ ...each, rowNumber: index + 2 }))
      const plan = planExecution(input(lines))
      const counted = plan.rows.filter(({ state }) => state !== 'duplicate')
      const read = counted.reduce((sum, row) => sum + (row.line.stated ?? 0), 0)
      expect(written(plan).reduce((sum, row) => sum + (row.paid ?? 0), 0)).toBe(read)
      expect(planExecution(input(lines, { stored: written(plan) })).writes).toEqual([])
    }),
  )
})
