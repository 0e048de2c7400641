import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Adjustment,
  adjustmentTotals,
  amountChange,
  openedAdjustment,
  totalsByUnit,
  versionsOf,
} from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { assessmentLack, assessmentsOfRequest, findingsOf, majorFindings } from '#domain/adjustments/major'
import { sideBySide } from '#domain/goals/compare'
import type { GoalContent, Indicator } from '#domain/goals/goal'
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
import { makeId } from '#domain/ids'
import type { StepTaken } from '#domain/workflow'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, stored, wan } from './sample-goal.ts'

const rules = rulesById('frame-2021').adjustment
const before = sampleGoal({ total: 100 * wan })
const codes = (after: Partial<GoalContent>, from = before) =>
  majorFindings(from, { ...from, ...after }, rules).map(({ code }) => code)

describe('重大变化', () => {
  it.each([
    ['at 30 % more', { total: 130 * wan }, []],
    ['just above', { total: 130 * wan + 1 }, ['amount-up']],
    ['at 30 % less', { total: 70 * wan }, []],
    ['just below', { total: 70 * wan - 1 }, ['amount-down']],
    ['the same', {}, []],
    ['that goes altogether', { total: null }, ['amount-down']],
  ] as const)('amount %s', (_name, after, found) => expect(codes(after)).toEqual(found))

  it('an amount from nothing is major, however small; nothing is no amount', () => {
    expect(codes({ total: 1 }, { ...before, total: null })).toEqual(['amount-up'])
    expect(codes({ total: 0 }, { ...before, total: null })).toEqual([])
  })

  it('an indicator of output or benefit that goes', () => {
    const [gone] = before.indicators.filter(({ level1 }) => level1.startsWith('产出'))
    const others = before.indicators.filter((row) => row !== gone)
    const [finding] = majorFindings(before, { ...before, indicators: others }, rules)
    expect(finding).toMatchObject({ code: 'indicator-removed', clause: '巴财〔2020〕38号 三（二）2' })
    expect(finding?.text).toContain(gone?.name)
    const satisfied = before.indicators.filter(({ level1 }) => !level1.startsWith('满意度'))
    expect(codes({ indicators: satisfied })).toEqual([])
  })

  it.each([
    ['≥', '100', '80', []],
    ['≥', '100', '79.99', ['target-lowered']],
    ['≥', '100', '150', []],
    ['≤', '100', '120', []],
    ['≤', '100', '120.01', ['target-lowered']],
    ['≤', '100', '10', []],
    ['=', '0', '0', []],
    ['≥', '约百', '50', []],
    ['≥', '100', '约百', ['target-lowered']],
    ['≥', '100', '', ['target-lowered']],
    ['=', '100', '79.99', ['target-lowered']],
    ['=', '100', '150', []],
    ['定性', '100', '优', []],
  ] as const)('%s%s to %s', (operator, from, to, found) => {
    const rows = (value: string) =>
      before.indicators.map((row, index) => (index === 0 ? { ...row, operator, value, unit: '公里' } : row))
    expect(codes({ indicators: rows(to) }, { ...before, indicators: rows(from) })).toEqual(found)
  })

  const [first, ...rest] = before.indicators
  if (!first) throw new Error('the sample has indicators')
  const measured: Indicator = { ...first, operator: '≥', value: '100', unit: '公里' }
  const lowered = (from: Partial<Indicator>, to: Partial<Indicator>) => {
    const row = { ...measured, ...from }
    return codes({ indicators: [{ ...row, ...to }, ...rest] }, { ...before, indicators: [row, ...rest] })
  }

  it('a fixed cost is better kept low, whatever else is fixed is not', () => {
    const cost = { level1: '成本指标', level2: '经济成本指标', operator: '=' as const }
    expect(lowered(cost, { value: '50' })).toEqual([])
    expect(lowered(cost, { value: '120' })).toEqual([])
    expect(lowered(cost, { value: '120.01' })).toEqual(['target-lowered'])
    expect(lowered({ ...cost, level1: '产出指标' }, { value: '120.01' })).toEqual(['target-lowered'])
    expect(lowered(cost, { operator: '≤' })).toEqual([])
    expect(lowered(cost, { operator: '≥' })).toEqual(['target-lowered'])
    expect(lowered({}, { operator: '≤' })).toEqual(['target-lowered'])
  })

  it('a number that becomes 定性 or is measured in another unit', () => {
    expect(lowered({}, { operator: '定性', value: '优' })).toEqual(['target-lowered'])
    expect(lowered({}, { unit: '米' })).toEqual(['target-lowered'])
    expect(lowered({}, { unit: ' 公里 ' })).toEqual([])
    expect(lowered({ operator: '定性', value: '优' }, { value: '良' })).toEqual([])
  })

  it('the levels of an indicator that may not go are rule data', () => {
    const satisfied = before.indicators.filter(({ level1 }) => !level1.startsWith('满意度'))
    const wider = rules.major.map((rule) =>
      rule.code === 'indicator-removed' ? { ...rule, levels: ['满意度'] } : rule,
    )
    const after = { ...before, indicators: satisfied }
    const found = majorFindings(before, after, { ...rules, major: wider })
    expect(found.map(({ code }) => code)).toContain('indicator-removed')
  })

  it('other words of the yearly goal, but not a figure that moves along', () => {
    const goal = { ...before, annualGoals: ['年内修复县道 120 公里'] }
    expect(codes({ annualGoals: ['年内修复县道 110 公里'] }, goal)).toEqual([])
    expect(codes({ annualGoals: ['年内新建停车场 3 座'] }, goal)).toEqual(['goal-replaced'])
  })

  it('a larger change of the amount is never less major', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.nat(10 ** 9),
        fc.nat(10 ** 9),
        (total, one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)]
          const from = { ...before, total }
          const isMajor = (change: number) => codes({ total: total + change }, from).includes('amount-up')
          expect(isMajor(less) && !isMajor(more)).toBe(false)
        },
      ),
    )
  })
})

const goal = { ...stored(before), status: 'approved' as const }
const made = { id: 'a1', at: '2026-05-01T00:00:00.000Z', by: '张会计' }

function adjustment(number: number, total: number, state: Adjustment['state'] = 'applied'): Adjustment {
  const opened = openedAdjustment(goal, number, made)
  return {
    ...opened,
    state,
    after: { ...opened.after, total },
    appliedAt: `2026-0${number}-10T00:00:00.000Z`,
  }
}

describe('adjustments', () => {
  it('start from the goal as it stands', () => {
    const opened = openedAdjustment(goal, 1, made)
    expect(opened.after).toEqual(opened.before)
    expect(opened).toMatchObject({ goalId: goal.id, unitId: goal.unitId, state: 'draft', appliedAt: '' })
    expect(amountChange(opened)).toBe(0)
  })
  it('are counted once approved, increases and decreases apart', () => {
    const all = [
      adjustment(1, 120 * wan),
      adjustment(2, 70 * wan),
      adjustment(3, 500 * wan, 'refused'),
      adjustment(4, 500 * wan, 'confirmed'),
    ]
    expect(adjustmentTotals(all)).toEqual({ count: 2, increased: 20 * wan, decreased: 30 * wan })
  })
  it('are summed by unit, with how often one goal was adjusted at most', () => {
    const other = { ...adjustment(1, 90 * wan), unitId: 'u-9', goalId: 'g-9' }
    const all = [adjustment(1, 120 * wan), adjustment(2, 70 * wan), other, adjustment(3, 1, 'draft')]
    expect(totalsByUnit(all)).toEqual([
      { unitId: goal.unitId, count: 2, increased: 20 * wan, decreased: 30 * wan, goals: 1, most: 2, open: 1 },
      { unitId: 'u-9', count: 1, increased: 0, decreased: 10 * wan, goals: 1, most: 1, open: 0 },
    ])
  })
  it('wait for an assessment that supports the new amount, where they are major', () => {
    const findings = majorFindings(before, { ...before, total: 200 * wan }, rules)
    const result = (
      state: 'none' | 'pending' | 'oppose' | 'support' | 'exempt' | 'adjust',
      recommended: number | null,
    ) => ({
      state,
      recommended,
    })
    const lack = (state: Parameters<typeof result>[0], recommended: number | null = null) =>
      assessmentLack({ total: 200 * wan }, findings, result(state, recommended))
    expect([lack('none'), lack('pending'), lack('oppose')].every((text) => text !== '')).toBe(true)
    expect([lack('support'), lack('exempt'), lack('adjust'), lack('adjust', 200 * wan)]).toEqual([
      '',
      '',
      '',
      '',
    ])
    expect(lack('adjust', 200 * wan - 1)).toContain('199.999999')
    expect(assessmentLack({ total: 200 * wan }, [], result('none', null))).toBe('')
  })
  it('stand side by side whole, with what differs marked', () => {
    const [first, ...rest] = before.indicators
    const lines = sideBySide(before, { ...before, total: 1, indicators: rest })
    expect(lines.filter(({ differs }) => differs).map(({ field }) => field)).toEqual([
      'total',
      `indicators.${first?.id}`,
    ])
    expect(lines.find(({ field }) => field === `indicators.${first?.id}`)?.right).toBe('—')
    expect(sideBySide(before, before).length).toBeGreaterThan(before.indicators.length)
    expect(sideBySide(before, before).every(({ differs, left, right }) => !differs && left === right)).toBe(
      true,
    )
  })
  it('add up from the approved version, and from the last one that was assessed', () => {
    const chain = (...totals: number[]) =>
      totals.slice(1).map((total, index) => ({
        ...adjustment(index + 1, total * wan),
        before: { ...before, total: (totals[index] ?? 0) * wan },
      }))
    const last = (...totals: number[]) => {
      const all = chain(...totals)
      const request = all.at(-1)
      if (!request) throw new Error('a chain has two amounts at least')
      return findingsOf(request, all, rules).map(({ text }) => text.slice(0, 4))
    }
    expect(last(100, 130)).toEqual([])
    expect(last(100, 120, 130)).toEqual([])
    expect(last(100, 120, 131)).toEqual(['历次调整'])
    expect(last(100, 120, 200)).toEqual(['资金由 '])
    expect(last(100, 80, 69)).toEqual(['历次调整'])
    // 150 was major and assessed: from there it begins anew.
    expect(last(100, 150, 151)).toEqual([])
    expect(last(100, 150, 190, 196)).toEqual(['历次调整'])
    const [one, two] = chain(100, 120, 131)
    if (!one || !two) throw new Error('two adjustments')
    expect(findingsOf(two, [{ ...one, state: 'refused' }, two], rules)).toEqual([])
    expect(findingsOf(two, [{ ...one, goalId: 'another' }, two], rules)).toEqual([])
  })
  it('are spoken of by what was listed after they were last submitted', () => {
    const at = (moment: string) => ({ id: makeId(Date.parse(moment), new Uint8Array(10).fill(9)) })
    const submission = (moment: string): StepTaken => ({
      step: 'submit-adjustment',
      verb: '送审',
      from: 'draft',
      to: 'submitted',
      at: moment,
      by: '张会计',
      duty: 'unit',
      opinion: '',
    })
    const trail = [submission('2026-05-02T00:00:00.000Z'), submission('2026-05-06T00:00:00.000Z')]
    const [early, late] = [at('2026-05-05T23:59:59.999Z'), at('2026-05-06T00:00:00.000Z')]
    expect(assessmentsOfRequest({ state: 'reviewing', trail }, [early, late])).toEqual([late])
    expect(assessmentsOfRequest({ state: 'returned', trail }, [early, late])).toEqual([])
    expect(assessmentsOfRequest({ state: 'submitted', trail: [] }, [late])).toEqual([])
  })
  it('leave the versions of a goal behind, in their order', () => {
    const second = { ...adjustment(2, 110 * wan), before: { ...before, total: 120 * wan } }
    const versions = versionsOf(goal, [second, adjustment(1, 120 * wan), adjustment(3, 1, 'draft')])
    expect(versions.map(({ label, content }) => [label, content.total])).toEqual([
      ['批复版', 100 * wan],
      ['第 1 次调整', 120 * wan],
      ['第 2 次调整', 110 * wan],
    ])
    expect(versionsOf(goal, [])).toHaveLength(1)
  })
  it('go exactly these ways', () => {
    const ways = adjustmentFlow.steps.flatMap(({ id, from, to }) =>
      from.flatMap((start) => to.map((end) => `${start} → ${end} ${id}`)),
    )
    expect(ways).toEqual([
      'draft → submitted submit-adjustment',
      'returned → submitted submit-adjustment',
      'submitted → draft withdraw-adjustment',
      'submitted → reviewing pass-adjustment',
      'submitted → returned return-adjustment',
      'reviewing → confirmed confirm-adjustment',
      'reviewing → returned return-adjustment-review',
      'reviewing → submitted return-adjustment-review',
      'confirmed → applied approve-adjustment',
      'confirmed → refused reject-adjustment',
    ])
  })
})

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
