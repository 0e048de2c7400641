import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Operator } from '#domain/goals/goal'
import { completionOf, compositeOf, excessOf, numberIn } from '#domain/monitoring/completion'
import { compareRatios, parseDecimal, percentText } from '#domain/monitoring/ratio'
import { rules, target } from './sample.ts'

function of(operator: Operator, value: string, text: string, unit = ''): string {
  const { rate, met } = completionOf(target(operator, value, unit), text, rules)
  return rate === null ? '—' : `${percentText(rate)} ${met ? '达到' : '未达'}`
}

describe('completion at, below and above the target', () => {
  it.each<[Operator, string, string, string]>([
    ['≥', '95', '95', '100.0% 达到'],
    ['≥', '95', '94.99', '99.9% 未达'],
    ['≥', '95', '95.01', '100.0% 达到'],
    ['≥', '100', '131', '131.0% 达到'],
    ['>', '95', '95', '100.0% 未达'],
    ['>', '95', '95.01', '100.0% 达到'],
    ['≤', '15', '15', '100.0% 达到'],
    ['≤', '15', '15.01', '99.9% 未达'],
    ['≤', '15', '14.99', '100.0% 达到'],
    ['≤', '15', '30', '50.0% 未达'],
    ['≤', '15', '0', '100.0% 达到'],
    ['<', '15', '15', '100.0% 未达'],
    ['<', '15', '14.99', '100.0% 达到'],
    ['=', '120', '120', '100.0% 达到'],
    ['=', '120', '119', '99.1% 未达'],
    ['=', '120', '150', '75.0% 未达'],
    ['=', '120', '300', '0.0% 未达'],
    ['', '120', '60', '50.0% 未达'],
  ])('%s %s with %s is %s', (operator, value, text, expected) =>
    expect(of(operator, value, text)).toBe(expected),
  )

  it.each<[Operator, string, string, string]>([
    ['≥', '0', '0', '100.0% 达到'],
    ['≥', '0', '-1', '0.0% 未达'],
    ['≥', '-5', '-5', '100.0% 达到'],
    ['≥', '-5', '-6', '0.0% 未达'],
    ['≥', '10', '-3', '0.0% 未达'],
    ['≤', '0', '0', '100.0% 达到'],
    ['≤', '0', '1', '0.0% 未达'],
    ['≤', '-2', '-3', '100.0% 达到'],
    ['=', '0', '0', '100.0% 达到'],
    ['=', '0', '1', '0.0% 未达'],
    ['=', '-4', '-2', '50.0% 未达'],
    ['>', '0', '0', '0.0% 未达'],
    ['<', '0', '0', '100.0% 未达'],
  ])('zero and negative: %s %s with %s is %s', (operator, value, text, expected) =>
    expect(of(operator, value, text)).toBe(expected),
  )

  it.each([
    ['达成', '100.0% 达到'],
    ['已全部完成', '100.0% 达到'],
    ['优', '100.0% 达到'],
    ['基本完成', '70.0% 未达'],
    ['部分达成', '70.0% 未达'],
    ['未全部完成', '70.0% 未达'],
    ['未完成', '0.0% 未达'],
    ['尚未开展', '0.0% 未达'],
    ['已完成一部分，其余未启动', '0.0% 未达'],
    ['85%', '85.0% 未达'],
    ['100%', '100.0% 达到'],
    ['优化了流程', '—'],
  ])('定性 %s is %s', (text, expected) => {
    expect(of('定性', '显著提升', text)).toBe(expected)
    expect(of('', '12月底前', text)).toBe(expected)
  })

  it('says why it cannot be computed', () => {
    const why = (text: string) => completionOf(target('≥', '95', '%'), text, rules).why
    expect(why(' ')).toBe('还没有填写')
    expect(why('很好')).toBe('不是一个数，不能计算完成率')
    expect(why('95')).toBe('')
    expect(completionOf(target('定性', '提升'), '优化', rules).why).toContain('看不出')
  })

  it.each([
    ['95%', '%', '95'],
    ['９５％', '%', '95'],
    ['1,200 人', '人', '1200'],
    ['完成 60 户', '户', '60'],
    ['达到95', '%', '95'],
    ['-2.50', '个百分点', '-2.5'],
    ['60公里', '户', null],
    ['3 至 5', '人', null],
    ['', '人', null],
  ])('the number in %j with unit %s is %s', (text, unit, expected) => {
    const [found, wanted] = [numberIn(text, unit), expected === null ? null : parseDecimal(expected)]
    expect(found === null).toBe(wanted === null)
    if (found && wanted) expect(compareRatios(found, wanted)).toBe(0)
  })
})

describe('over-fulfilment', () => {
  it.each<[Operator, string, boolean]>([
    ['≥', '130', false],
    ['≥', '130.01', true],
    ['>', '131', true],
    ['=', '131', true],
    ['≤', '1', false],
    ['定性', '200%', false],
  ])('%s 100 with %s: %s', (operator, text, expected) =>
    expect(excessOf(target(operator, '100'), text, rules) !== null).toBe(expected),
  )
  it('does not exist for a target of zero or below', () => {
    expect(excessOf(target('≥', '0'), '50', rules)).toBeNull()
    expect(excessOf(target('≥', '-1'), '50', rules)).toBeNull()
  })
})

describe('目标综合完成率', () => {
  const one = (text: string, weight: number | null) => ({
    completion: completionOf(target('≥', '100'), text, rules),
    weight,
  })
  const text = (list: Parameters<typeof compositeOf>[0]) => {
    const composite = compositeOf(list)
    return composite && percentText(composite)
  }
  it('weighs, caps at 100 % and leaves out what cannot be computed', () => {
    expect(text([one('50', 3000), one('200', 1000)])).toBe('62.5%')
    expect(text([one('50', 3000), one('', 6000)])).toBe('50.0%')
    expect(text([one('', 3000)])).toBeNull()
    expect(text([])).toBeNull()
  })
  it('counts all alike where no weight is given', () => {
    expect(text([one('50', null), one('100', null)])).toBe('75.0%')
    expect(text([one('50', null), one('100', 1000)])).toBe('100.0%')
  })
})

/** Integers in hundredths as text. */
const decimals = fc.integer({ min: -20_000, max: 40_000 }).map((value) => (value / 100).toFixed(2))

describe('properties', () => {
  const rateOf = (operator: Operator, goal: string, value: string) => {
    const { rate, met } = completionOf(target(operator, goal), value, rules)
    if (rate === null) throw new Error('numbers can be computed')
    return { rate, met }
  }
  it.each<[Operator, 1 | -1]>([
    ['≥', 1],
    ['>', 1],
    ['≤', -1],
    ['<', -1],
  ])('a better value never lowers the completion of %s', (operator, direction) => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (goal, one, other) => {
        const [worse, better] = [Number(one), Number(other)].sort((a, b) => (a - b) * direction)
        const [before, after] = [worse, better].map((value) => rateOf(operator, goal, `${value}`))
        if (!before || !after) throw new Error('both are there')
        expect(compareRatios(after.rate, before.rate)).toBeGreaterThanOrEqual(0)
        expect(Number(after.met)).toBeGreaterThanOrEqual(Number(before.met))
      }),
    )
  })
  it('coming nearer never lowers the completion of =', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (goal, one, other) => {
        const distance = (value: string) => Math.abs(Math.round((Number(value) - Number(goal)) * 100))
        const [far, near] = distance(one) >= distance(other) ? [one, other] : [other, one]
        const [before, after] = [rateOf('=', goal, far), rateOf('=', goal, near)]
        expect(compareRatios(after.rate, before.rate)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('the composite stays between 0 and 100 %', () => {
    const row = fc.record({ text: decimals, weight: fc.option(fc.integer({ min: 0, max: 9000 })) })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const list = rows.map(({ text, weight }) => ({
          completion: completionOf(target('≥', '100'), text, rules),
          weight,
        }))
        const composite = compositeOf(list)
        if (!composite) return
        expect(composite.of >= 0n && composite.of <= composite.to).toBe(true)
      }),
    )
  })
})
