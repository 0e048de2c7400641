import { describe, expect, it } from 'vitest'
import { type Adjustment, openedAdjustment } from '#domain/adjustments/adjustment'
import { goalAsAsked } from '#domain/adjustments/asked'
import { majorFindings } from '#domain/adjustments/major'
import type { GoalContent } from '#domain/goals/goal'
import { makeId } from '#domain/ids'
import type { StepTaken } from '#domain/workflow'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored, wan } from './sample-goal.ts'

const rules = rulesById('frame-2021').adjustment
const before = sampleGoal({ total: 100 * wan })
const codes = (after: Partial<GoalContent>, from = before) =>
  majorFindings(from, { ...from, ...after }, rules).map(({ code }) => code)

describe('figures of targets', () => {
  const lower = ['target-lowered']
  it.each([
    ['a stricter sign', { operator: '≥', value: '95', unit: '%' }, { operator: '>' }, []],
    ['the unit in another width', { operator: '≥', value: '95', unit: '%' }, { unit: '％ ' }, []],
    ['words made a figure', { operator: '定性', value: '改善', unit: '' }, { operator: '≥', value: '1' }, []],
    [
      'the unit moved into the value',
      { operator: '≥', value: '95', unit: '%' },
      { value: '95%', unit: '' },
      [],
    ],
    ['all in one field, at the line', { operator: '', value: '≥95%', unit: '' }, { value: '≥76%' }, []],
    ['all in one field, below it', { operator: '', value: '≥95%', unit: '' }, { value: '≥75.9%' }, lower],
    ['all in one field, made words', { operator: '', value: '≥95%', unit: '' }, { value: '有所提高' }, lower],
    ['a small figure at the line', { operator: '≤', value: '0.005', unit: 'mg' }, { value: '0.006' }, []],
    ['a small figure above it', { operator: '≤', value: '0.005', unit: 'mg' }, { value: '0.006001' }, lower],
    [
      'a very large figure',
      { operator: '≥', value: '900,000,000,000,000', unit: '元' },
      { value: '1' },
      lower,
    ],
    ['below nothing', { operator: '≤', value: '-10', unit: '℃' }, { value: '-7.9' }, lower],
  ] as const)('%s', (_name, was, now, found) => {
    const [first, ...others] = before.indicators
    if (!first) throw new Error('the sample has indicators')
    const row = { ...first, level1: '产出指标', ...was }
    const from = { ...before, indicators: [row, ...others] }
    expect(codes({ indicators: [{ ...row, ...now }, ...others] }, from)).toEqual(found)
  })

  it('one of two indicators of the same name that goes, or is lowered', () => {
    const output = before.indicators.find(({ level1 }) => level1.startsWith('产出'))
    if (!output) throw new Error('the sample has an output')
    const one = { ...output, operator: '≥' as const, value: '100', unit: '公里' }
    const two = { ...one, id: 'again' }
    const twice = { ...before, indicators: [one, two] }
    expect(codes({ indicators: [one] }, twice)).toEqual(['indicator-removed'])
    expect(codes({ indicators: [{ ...one, value: '10' }, two] }, twice)).toEqual(['target-lowered'])
    expect(codes({ indicators: [one, { ...two, value: '10' }] }, twice)).toEqual(['target-lowered'])
    expect(codes({ indicators: [two, one] }, twice)).toEqual([])
  })
})

describe('the goal that an assessment sees', () => {
  const goal = { ...stored(before), status: 'approved' as const }
  const at = (moment: string) => ({ id: makeId(Date.parse(moment), new Uint8Array(10)) })
  const submission: StepTaken = {
    step: 'submit-adjustment',
    verb: '送审',
    from: 'draft',
    to: 'submitted',
    at: '2026-05-06T00:00:00.000Z',
    by: '张会计',
    duty: 'unit',
    opinion: '',
  }
  const opened = openedAdjustment(goal, 1, { id: 'a', at: '2026-05-01T00:00:00.000Z', by: '张会计' })
  const asked: Adjustment = {
    ...opened,
    state: 'reviewing',
    after: { ...opened.after, total: 120 * wan },
    trail: [submission],
  }
  const seen = (assessment: { id: string } | null, request: Adjustment = asked) =>
    goalAsAsked(goal, [request], assessment).total

  it('is what is asked for, where it was listed for the request', () => {
    expect(seen(null)).toBe(120 * wan)
    expect(seen(at('2026-05-06T00:00:00.000Z'))).toBe(120 * wan)
    expect(goalAsAsked(goal, [asked], null)).toMatchObject({ id: goal.id, status: 'approved' })
  })
  it('is the goal as it stands otherwise', () => {
    expect(seen(at('2026-05-05T23:59:59.999Z'))).toBe(100 * wan)
    for (const state of ['draft', 'returned', 'applied', 'refused'] as const) {
      expect(seen(null, { ...asked, state }), state).toBe(100 * wan)
    }
    expect(seen(null, { ...asked, goalId: 'another' })).toBe(100 * wan)
  })
})
