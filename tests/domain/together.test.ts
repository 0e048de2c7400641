import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyReview } from '#domain/goals/review'
import {
  checkTogether,
  daysApart,
  stageState,
  togetherFindings,
  togetherRate,
  togetherStageList,
  withTogetherDay,
} from '#domain/goals/together'
import { sampleGoal, stored, wan } from './sample-goal.ts'

const before = sampleGoal({ total: 100 * wan })

const goal = { ...stored(before), status: 'approved' as const }

describe('同步登记', () => {
  const none = emptyReview(goal).together
  const open = { secret: false, disclosed: true }
  it('knows whether goal and funds went together', () => {
    const both = withTogetherDay(none, 'tabled', 'both', '2026-01-20')
    const goalOnly = withTogetherDay(none, 'tabled', 'goal', '2026-01-20')
    const fundsOnly = withTogetherDay(none, 'tabled', 'funds', '2026-01-20')
    const states = [both, goalOnly, fundsOnly, none].map((days) => stageState(days, 'tabled', open))
    expect(states).toEqual(['together', 'goal', 'funds', 'none'])
    expect(stageState(withTogetherDay(both, 'tabled', 'both', ''), 'tabled', open)).toBe('none')
  })
  it('asks no publication of what is secret or not disclosed', () => {
    expect(stageState(none, 'published', { secret: true, disclosed: true })).toBe('exempt')
    expect(stageState(none, 'published', { secret: false, disclosed: false })).toBe('exempt')
    expect(stageState(none, 'approved', { secret: true, disclosed: true })).toBe('none')
    expect(togetherRate(['together', 'exempt', 'none', 'goal'])).toEqual({ done: 1, due: 3 })
  })
  it('refuses a stage before the one that precedes it, the same day is fine', () => {
    const approved = withTogetherDay(none, 'approved', 'both', '2026-02-01')
    const at = (on: string) => checkTogether(withTogetherDay(approved, 'published', 'both', on)).length
    expect([at('2026-01-31'), at('2026-02-01'), at('2026-02-02'), at('2026-02-30')]).toEqual([2, 0, 0, 2])
  })
  it('counts the days between goal and funds', () => {
    const goalOn = withTogetherDay(none, 'tabled', 'goal', '2026-02-27')
    expect(daysApart(goalOn, 'tabled')).toBeNull()
    expect(daysApart(withTogetherDay(goalOn, 'tabled', 'funds', '2026-03-02'), 'tabled')).toBe(3)
    expect(daysApart(withTogetherDay(goalOn, 'tabled', 'funds', '2026-02-27'), 'tabled')).toBe(0)
  })
  it('finds stages left out and publications that must not be', () => {
    const published = withTogetherDay(none, 'published', 'goal', '2026-02-10')
    const messages = (content: typeof open) =>
      togetherFindings(published, content).map(({ message }) => message)
    expect(messages(open)).toEqual(['目标已公示，没有登记批复。'])
    expect(messages({ ...open, secret: true })).toContain('登记了公示日期，但这个目标涉密，不公示。')
    expect(togetherFindings(none, open)).toEqual([])
  })
  it('setting a day touches no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...togetherStageList), fc.constantFrom('goal', 'funds'), (stage, part) => {
        const set = withTogetherDay(none, stage, part as 'goal', '2026-03-01')
        const taken = withTogetherDay(set, stage, part as 'goal', '')
        expect(taken).toEqual(none)
      }),
    )
  })
})
