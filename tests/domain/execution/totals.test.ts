import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  figuresOfGoal,
  goalFigures,
  paidByMonth,
  stateAt,
  sumFigures,
  type TotalledGoal,
  totalsBy,
} from '#domain/execution/totals'
import { row } from './sample.ts'

function goal(given: Partial<TotalledGoal> = {}): TotalledGoal {
  return {
    id: 'g1',
    unitId: 'u1',
    sectionId: 's1',
    kind: 'project',
    book: 'general',
    total: 1000,
    reference: 5000,
    lastYear: 300,
    ...given,
  }
}

describe('the state at the end of a month', () => {
  const rows = [row({ month: 5, paid: 100 }), row({ month: 7, paid: 300 }), row({ month: 9, paid: 400 })]
  it.each([
    [4, []],
    [5, [100]],
    [6, [100]],
    [7, [300]],
    [12, [400]],
  ])('of month %i is the newest up to it', (month, paid) => {
    expect(stateAt(rows, month).map((each) => each.paid)).toEqual(paid)
  })

  it('keeps lines and sources apart', () => {
    const many = [row({ source: 'unit' }), row({ source: '' }), row({ line: 'code:B' })]
    expect(stateAt(many, 12)).toHaveLength(3)
  })
})

describe('figures of a goal', () => {
  it('add its lines and hold them against the reference', () => {
    const rows = [row({ source: 'unit', paid: 200 }), row({ source: 'general-local', paid: 250 })]
    const [found] = goalFigures([goal()], rows, 7)
    expect(found?.figures).toEqual({
      budget: 1000,
      initial: 2000,
      adjusted: 2000,
      allocated: 1600,
      paid: 450,
      reference: 1000,
      gap: -550,
      lastYear: 300,
      rate: 2250,
      referenceRate: 5000,
    })
  })

  it('take the budget of the goal where the treasury has nothing yet', () => {
    expect(figuresOfGoal(goal(), undefined)).toMatchObject({
      adjusted: 1000,
      paid: 0,
      reference: 500,
      rate: 0,
    })
  })

  it('take 年初 where nothing was adjusted, and 0 where it was taken away', () => {
    const treasury = { initial: 800, adjusted: null, allocated: null, paid: null }
    expect(figuresOfGoal(goal(), treasury)).toMatchObject({ adjusted: 800 })
    expect(figuresOfGoal(goal(), { ...treasury, adjusted: 0 })).toMatchObject({ adjusted: 0, rate: null })
  })

  it('have no rate without a budget', () => {
    expect(figuresOfGoal(goal({ total: null }), undefined)).toMatchObject({ rate: null, referenceRate: null })
  })
})

it('sums by any dimension add up to the sum of all, to the 分', () => {
  const amount = fc.integer({ min: 0, max: 10 ** 12 })
  const goals = fc.array(
    fc.record({
      unitId: fc.constantFrom('u1', 'u2', 'u3'),
      sectionId: fc.constantFrom('s1', 's2'),
      kind: fc.constantFrom('project' as const, 'policy' as const),
      book: fc.constantFrom('general' as const, 'fund' as const),
      total: amount,
      reference: fc.integer({ min: 0, max: 10_000 }),
      lastYear: amount,
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(goals, fc.array(amount, { minLength: 20, maxLength: 20 }), (some, paid) => {
      const all = goalFigures(
        some.map((each, index) => ({ ...goal(), ...each, id: `g${index}` })),
        paid.map((each, index) => row({ goalId: `g${index}`, line: `code:${index}`, paid: each })),
        7,
      )
      const whole = sumFigures(all.map(({ figures }) => figures))
      expect(whole.paid).toBe(paid.slice(0, some.length).reduce((sum, each) => sum + each, 0))
      for (const dimension of ['unitId', 'sectionId', 'kind', 'book'] as const) {
        expect(sumFigures([...totalsBy(all, dimension).values()])).toEqual(whole)
      }
    }),
  )
})

it('what was paid in each month adds up to what was paid', () => {
  const rows = [
    row({ month: 2, paid: 100 }),
    row({ month: 5, paid: 80 }),
    row({ month: 6, line: 'x', paid: 7 }),
  ]
  expect(paidByMonth(rows)).toEqual([0, 100, 0, 0, -20, 7, 0, 0, 0, 0, 0, 0])
})
