import { describe, expect, it } from 'vitest'
import { proposedDue } from '#domain/evaluation/open-task'

describe('完成日期 of a new task', () => {
  it.each([
    ['2026-03-02', '2026-09-30'],
    ['2026-07-31', '2026-09-30'],
    // From 1 August the day of the work plan is sixty days away, from the 2nd nearer.
    ['2026-08-01', '2026-09-30'],
    ['2026-08-02', '2026-10-01'],
    ['2026-11-26', '2027-01-25'],
  ])('opened on %s is proposed for %s', (startsOn, dueOn) => {
    expect(proposedDue(startsOn)).toBe(dueOn)
  })
})
