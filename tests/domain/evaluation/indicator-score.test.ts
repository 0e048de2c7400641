import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { executionScore, indicatorScore, overshootOf, type Reached } from '#domain/evaluation/indicator-score'
import { editionOf } from '#domain/evaluation/rules'
import { pack, reached, rules } from './sample.ts'

function score(change: Partial<Reached>) {
  return indicatorScore(reached(change), pack).score
}

describe('score of a number', () => {
  it.each([
    ['≥', '100', '100', 1000],
    ['≥', '100', '99.99', 1000],
    ['≥', '100', '99.94', 999],
    ['≥', '100', '50', 500],
    ['≥', '100', '0', 0],
    ['≥', '100', '-5', 0],
    ['≥', '100', '260', 1000],
    ['≥', '0', '0', 1000],
    ['≥', '0', '3', 1000],
    ['≤', '10', '10', 1000],
    ['≤', '10', '0', 1000],
    ['≤', '10', '12.5', 800],
    ['≤', '0', '0', 1000],
    ['≤', '0', '1', 0],
    ['=', '100', '98', 980],
    ['=', '100', '102', 980],
    ['=', '100', '250', 0],
    ['=', '0', '0', 1000],
    ['=', '0', '1', 0],
    ['>', '100', '101', 1000],
    ['<', '0.9', '0.8', 1000],
  ] as const)('%s%s with %s is %i', (operator, value, actual, points) => {
    expect(score({ operator, value, actual })).toBe(points)
  })

  it('reads a target without a sign as least, a cost as limit, and zero as exact', () => {
    expect(score({ operator: '', value: '12', actual: '96' })).toBe(1000)
    expect(score({ operator: '', value: '12', actual: '6' })).toBe(500)
    expect(score({ operator: '', level2: '成本指标', value: '12', actual: '24' })).toBe(500)
    expect(score({ operator: '', value: '0', unit: '起', actual: '1起' })).toBe(0)
  })

  it('opens to its formula, inputs and clause', () => {
    const { formula, inputs, clause, mark } = indicatorScore(reached({ actual: '95' }), pack)
    expect(formula).toBe('95 ÷ 100 × 10 分 = 9.5 分')
    expect(inputs.map(({ name, value }) => `${name} ${value}`)).toEqual([
      '指标值 ≥100公里',
      '完成值 95',
      '完成率 95.0%',
      '分值 10',
    ])
    expect(clause).toContain('财预〔2020〕10号')
    expect(mark).toBe('源')
  })

  it.each([
    ['130', 1000],
    ['130.01', 900],
    ['150', 900],
    ['151', 800],
    ['200', 800],
    ['201', 700],
  ])('over-fulfilment of %s%% by a low target gives %i', (actual, points) => {
    expect(score({ actual, targetTooLow: true })).toBe(points)
    expect(score({ actual })).toBe(1000)
    expect(overshootOf(reached({ actual }), rules) !== null).toBe(Number(actual) > 130)
  })

  it('names the proposal as what a target without a sign rests on', () => {
    expect(indicatorScore(reached({ operator: '' }), pack)).toMatchObject({ score: 1000, mark: '拟' })
    expect(indicatorScore(reached({ operator: '≥' }), pack)).toMatchObject({ score: 1000, mark: '源' })
  })

  it('does not guess whether 30 days are a deadline', () => {
    const days = (operator: '' | '≤', actual: string) =>
      score({ operator, level2: '时效指标', value: '30', unit: '天', actual })
    expect(days('', '20天')).toBeNull()
    expect(days('', '30')).toBe(1000)
    expect(days('≤', '20')).toBe(1000)
  })

  it('does not guess whether 0.88 is 88 %', () => {
    const rate = (change: Partial<Reached>) => score({ value: '90', unit: '%', ...change })
    expect(rate({ actual: '0.88' })).toBeNull()
    expect(rate({ actual: '1.0' })).toBeNull()
    expect(rate({ actual: '0.88%' })).toBe(10)
    expect(rate({ actual: '1.01' })).toBe(11)
    expect(rate({ operator: '≤', actual: '0.88' })).toBe(1000)
    expect(rate({ value: '5', actual: '0.5' })).toBe(100)
  })

  it('leaves to a person what it cannot read', () => {
    expect(indicatorScore(reached({ actual: '达成预期指标' }), pack)).toMatchObject({ score: null })
    expect(indicatorScore(reached({ actual: ' ' }), pack).why).toBe('还没有填写完成值')
    expect(indicatorScore(reached({ weight: null }), pack).why).toBe('没有填写分值')
  })
})

describe('score of words', () => {
  it.each([
    ['效果明显', '达成预期指标', 1000, 800, 1000],
    ['效果明显', '部分达成', 700, 600, 799],
    ['效果明显', '未达成', 0, 0, 599],
    ['效果明显', '85%', 850, 800, 1000],
    ['合规', '合规', 1000, 800, 1000],
    ['有效', '较有效', 700, 600, 799],
    ['优良中低差', '优', 1000, 800, 1000],
    ['优良中低差', '良', 800, 800, 1000],
    ['优良中低差', '中', 600, 600, 799],
    ['好坏', '坏', 0, 0, 599],
    ['2023年12月', '2023年10月', 1000, 800, 1000],
    ['2023年12月底前', '2023年12月31日', 1000, 800, 1000],
  ] as const)('%s with %s is %i within %i to %i', (value, actual, points, least, most) => {
    const found = indicatorScore(reached({ operator: '定性', value, unit: '', actual }), pack)
    expect(found).toMatchObject({ score: points, span: { least, most } })
  })

  it.each([
    ['好坏', '好坏'],
    ['2023年12月', '2024年1月'],
    ['效果明显', '群众反映很多'],
  ])('%s with %s needs a person', (value, actual) => {
    expect(score({ operator: '定性', value, unit: '', actual })).toBeNull()
  })
})

const amount = fc.integer({ min: -500, max: 5000 })
const hundredths = (value: number) =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`

describe('properties of a score', () => {
  it('lies between nothing and the weight', () => {
    const operator = fc.constantFrom('≥', '≤', '=', '>', '<', '' as const)
    fc.assert(
      fc.property(
        operator,
        amount,
        amount,
        fc.nat(6000),
        fc.boolean(),
        (sign, value, actual, weight, targetTooLow) => {
          const points = score({
            operator: sign,
            value: hundredths(value),
            actual: hundredths(actual),
            weight,
            targetTooLow,
          })
          expect(points).not.toBeNull()
          expect(points).toBeGreaterThanOrEqual(0)
          expect(points).toBeLessThanOrEqual(weight)
        },
      ),
    )
  })

  it('rises with a forward and falls with a reverse indicator', () => {
    fc.assert(
      fc.property(amount, amount, amount, (value, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const at = (operator: '≥' | '≤', actual: number) =>
          score({ operator, value: hundredths(value), actual: hundredths(actual) }) ?? -1
        expect(at('≥', more)).toBeGreaterThanOrEqual(at('≥', less))
        expect(at('≤', more)).toBeLessThanOrEqual(at('≤', less))
      }),
    )
  })
})

describe('score of the execution rate', () => {
  const national = editionOf('national', rules.selfEvaluation)
  const hubei = editionOf('hubei', rules.selfEvaluation)

  it.each([
    [100, 100, 1000],
    [100, 120, 1000],
    [7574, 6643, 877],
    [100, 0, 0],
    [100, -5, 0],
    [0, 0, null],
    [null, 5, null],
    [100, null, null],
  ])('of budget %s and paid %s is %s', (budget, paid, points) => {
    if (!national) throw new Error('no such edition')
    expect(executionScore({ budget, paid }, national, pack).score).toBe(points)
  })

  it('follows the full mark of the edition', () => {
    if (!hubei) throw new Error('no such edition')
    expect(executionScore({ budget: 100, paid: 55 }, hubei, pack)).toMatchObject({ score: 1100 })
    expect(editionOf('other', rules.selfEvaluation)).toBeUndefined()
  })
})
