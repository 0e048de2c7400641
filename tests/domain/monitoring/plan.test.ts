import { expect, it } from 'vitest'
import { yearPlan } from '#domain/monitoring/plan'
import { rules } from './sample.ts'

const nothing = { year: 2026, today: '2026-05-01', withData: new Set<number>() }
const round = { id: 'r', name: '1—7 月监控', month: 7, dueOn: '2026-08-31', state: 'open' } as const

it('has every month with the line that counts at its end', () => {
  const plan = yearPlan(rules, [], nothing)
  expect(plan.map(({ line }) => line)).toEqual([null, null, null, 25, 25, 40, 40, 60, 60, 80, 80, 80])
})

it('wants the figures of a month from the first day after it', () => {
  const at = (today: string, month: number, withData: number[] = []) =>
    yearPlan(rules, [], { year: 2026, today, withData: new Set(withData) })[month - 1]?.execution
  expect([at('2026-04-30', 4), at('2026-05-01', 4), at('2026-05-01', 4, [4])]).toEqual([
    'ahead',
    'due',
    'there',
  ])
  expect([at('2026-12-31', 12), at('2027-01-01', 12)]).toEqual(['ahead', 'due'])
})

it('plans the rounds of the rules until one on the same month is issued', () => {
  const plan = yearPlan(rules, [], nothing)
  expect(plan[6]?.rounds).toEqual([
    { name: '1—7 月绩效监控', dueOn: '2026-08-31', state: 'planned', roundId: '', isLate: false },
  ])
  const issued = yearPlan(rules, [round], nothing)
  expect(issued[6]?.rounds.map(({ name, state }) => [name, state])).toEqual([['1—7 月监控', 'open']])
  expect(issued[9]?.rounds.map(({ state }) => state)).toEqual(['planned'])
})

it('keeps rounds of the bureau’s own on other months, and several on one', () => {
  const own = [round, { ...round, id: 'k', name: '重点项目监控' }, { ...round, id: 'm', month: 3 }]
  const plan = yearPlan(rules, own, nothing)
  expect(plan[6]?.rounds).toHaveLength(2)
  expect(plan[2]?.rounds.map(({ roundId }) => roundId)).toEqual(['m'])
})

it('is late the day after its day while it is not issued or not closed', () => {
  const late = (today: string, state: 'open' | 'closed') =>
    yearPlan(rules, [{ ...round, state }], { ...nothing, today })[6]?.rounds[0]?.isLate
  expect([late('2026-08-31', 'open'), late('2026-09-01', 'open'), late('2026-09-01', 'closed')]).toEqual([
    false,
    true,
    false,
  ])
  expect(yearPlan(rules, [], { ...nothing, today: '2026-09-01' })[6]?.rounds[0]?.isLate).toBe(true)
})
