import { describe, expect, it } from 'vitest'
import { figuresOfGoal, stateAt, treasuryByGoal } from '#domain/execution/totals'
import { row } from './sample.ts'

const goal = { total: 1000, reference: 5000, lastYear: 300 }

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
    expect(figuresOfGoal(goal, treasuryByGoal(rows, 7).get('g1'))).toEqual({
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
    expect(figuresOfGoal(goal, undefined)).toMatchObject({
      adjusted: 1000,
      paid: 0,
      reference: 500,
      rate: 0,
    })
  })

  it('take 年初 where nothing was adjusted, and 0 where it was taken away', () => {
    const treasury = { initial: 800, adjusted: null, allocated: null, paid: null }
    expect(figuresOfGoal(goal, treasury)).toMatchObject({ adjusted: 800 })
    expect(figuresOfGoal(goal, { ...treasury, adjusted: 0 })).toMatchObject({ adjusted: 0, rate: null })
  })

  it('have no rate without a budget', () => {
    expect(figuresOfGoal({ ...goal, total: null }, undefined)).toMatchObject({
      rate: null,
      referenceRate: null,
    })
  })
})
