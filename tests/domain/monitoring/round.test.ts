import { describe, expect, it } from 'vitest'
import { daysLeft } from '#domain/dates'
import { figuresOf } from '#domain/monitoring/figures'
import { keyReasons } from '#domain/monitoring/key-objects'
import type { LightColour } from '#domain/monitoring/lights'
import { fundTotal, type Monitoring } from '#domain/monitoring/monitoring'
import { ratio } from '#domain/monitoring/ratio'
import {
  checkRound,
  isAsked,
  monthsText,
  newestRound,
  proposedRound,
  warnOfDeadline,
} from '#domain/monitoring/round'
import { wan } from '../sample-goal.ts'
import { filled, rules } from './sample.ts'

describe('rounds', () => {
  const wanted = proposedRound(rules, 2026, [])
  it('proposes what the calendar has next', () => {
    expect(wanted).toMatchObject({ name: '1—7 月绩效监控', month: 7, dueOn: '2026-08-31', scope: 'all' })
    expect(proposedRound(rules, 2026, [{ month: 7 }])).toMatchObject({ month: 10, dueOn: '2026-10-31' })
    expect(proposedRound(rules, 2026, [], '2026-08-31').dueOn).toBe('2026-08-31')
    expect(proposedRound(rules, 2026, [], '2026-09-01').dueOn).toBe('2026-09-15')
    expect(monthsText(7)).toBe('1—7 月')
    expect(monthsText(1)).toBe('1 月')
  })
  it('asks about the last round that still collects, and only then about a closed one', () => {
    const [july, october] = [{ id: 'july' }, { id: 'october' }]
    const rounds = (first: 'open' | 'closed', second: 'open' | 'closed') => [
      { ...july, state: first },
      { ...october, state: second },
    ]
    expect(newestRound(rounds('open', 'open'))).toMatchObject(october)
    expect(newestRound(rounds('open', 'closed'))).toMatchObject(july)
    expect(newestRound(rounds('closed', 'closed'))).toMatchObject(october)
    expect(newestRound([])).toBeNull()
  })
  it('refuses what cannot be a round', () => {
    const codes = (change: Partial<typeof wanted>, others: { name: string }[] = []) =>
      checkRound({ ...wanted, ...change }, others).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ name: ' ' })).toEqual(['name-missing'])
    expect(codes({}, [{ name: wanted.name }])).toEqual(['name-taken'])
    expect(codes({ month: 0 })).toEqual(['month-unfit'])
    expect(codes({ month: 13 })).toEqual(['month-unfit'])
    expect(codes({ dueOn: '2026-02-30' })).toEqual(['due-unfit'])
  })
  it('warns of a deadline that has passed, and of no other', () => {
    const codes = (dueOn: string) => warnOfDeadline({ dueOn }, '2026-08-31').map(({ code }) => code)
    expect(codes('2026-08-30')).toEqual(['due-past'])
    for (const dueOn of ['2026-08-31', '2026-09-01', '', '2026-02-30'])
      expect(codes(dueOn), dueOn).toEqual([])
  })
  it.each([
    ['project', 'approved', 'general', {}, true],
    ['project', 'approved', 'general', { scope: 'key' }, false],
    ['project', 'approved', 'key', { scope: 'key' }, true],
    ['policy', 'approved', 'general', {}, true],
    ['department', 'approved', 'general', {}, false],
    ['department', 'approved', 'general', { departments: true }, true],
    ['department', 'approved', 'general', { departments: true, scope: 'key' }, true],
    ['government', 'approved', 'general', { departments: true }, false],
    ['project', 'draft', 'general', {}, false],
    ['project', 'draft', 'general', { unapproved: true }, true],
    ['project', 'rejected', 'general', { unapproved: true }, false],
  ] as const)('%s %s %s with %j: %s', (kind, status, importance, change, expected) =>
    expect(isAsked({ id: 'g', kind, status, importance }, { ...wanted, ...change })).toBe(expected),
  )
  it('asks for the named goals alone, as far as they are open to it', () => {
    const goal = (id: string, kind: 'project' | 'department' = 'project') =>
      ({ id, kind, status: 'approved', importance: 'key' }) as const
    const chosen = { ...wanted, scope: 'chosen', goalIds: ['a', 'd'] } as const
    expect([goal('a'), goal('b'), goal('d', 'department')].map((each) => isAsked(each, chosen))).toEqual([
      true,
      false,
      false,
    ])
    expect(isAsked(goal('d', 'department'), { ...chosen, departments: true })).toBe(true)
    expect(isAsked(goal('a'), { ...wanted, scope: 'chosen' })).toBe(false)
    const codes = (goalIds: string[]) => checkRound({ ...chosen, goalIds }, []).map(({ code }) => code)
    expect([codes([]), codes(['a'])]).toEqual([['nothing-chosen'], []])
  })
  it.each([
    ['marked as important', { importance: 'key', total: 1 }, 7, null, 1],
    ['large and slow', { importance: 'general', total: 200 * wan }, 8, ratio(59, 100), 1],
    ['large, at the rate', { importance: 'general', total: 200 * wan }, 8, ratio(60, 100), 0],
    ['just too small', { importance: 'general', total: 200 * wan - 1 }, 8, ratio(1, 100), 0],
    ['too early', { importance: 'general', total: 200 * wan }, 7, ratio(1, 100), 0],
    ['unknown to the treasury', { importance: 'general', total: 200 * wan }, 8, null, 0],
    ['both', { importance: 'key', total: 300 * wan }, 10, ratio(0, 100), 2],
  ] as const)('proposes for 重点监控 what is %s: %#', (_why, goal, month, rate, count) => {
    expect(keyReasons(goal, { month, rate }, rules)).toHaveLength(count)
  })
  it('counts who has reported; exempt ones count nowhere else', () => {
    const counted = (form: Monitoring, worst: LightColour) => ({ ...form, ...fundTotal(form.funds), worst })
    const list = [
      counted(filled({ state: 'submitted' }), 'red'),
      counted(filled({ state: 'draft' }), 'green'),
      counted(filled({ state: 'exempt' }), 'red'),
    ]
    const figures = figuresOf(list)
    expect(figures).toMatchObject({ due: 2, reported: 1, exempt: 1, budget: 180 * wan, paid: 100 * wan })
    expect(figures.colours).toEqual({ green: 1, yellow: 0, red: 1, blue: 0, none: 0 })
    expect([daysLeft('2026-08-31', '2026-08-30'), daysLeft('2026-08-31', '2026-09-02')]).toEqual([1, -2])
  })
})
