import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { majorFindings } from '#domain/adjustments/major'
import type { GoalContent, Indicator } from '#domain/goals/goal'
import { rulesById } from '#domain/year-rules'
import { sampleGoal, wan } from './sample-goal.ts'

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
