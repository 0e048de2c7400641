import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultReference,
  indicatorLight,
  type LightFacts,
  lightsOf,
  severityOf,
  worstColour,
} from '#domain/monitoring/lights'
import { percent } from '#domain/monitoring/ratio'
import { lineAt } from '#domain/monitoring/rules'
import { measuredIndicator, rules } from './sample.ts'

/** A budget of 100 万元 in 分, so that one percent is a million. */
const budget = 100_000_000

function facts(change: Partial<LightFacts> = {}): LightFacts {
  return {
    month: 8,
    budget,
    paid: 60_000_000,
    forecast: budget,
    reference: null,
    indicators: [measuredIndicator({ actual: '60' })],
    ...change,
  }
}
const colour = (kind: 'execution' | 'goal' | 'gap' | 'forecast', change: Partial<LightFacts>) =>
  lightsOf(facts(change), rules)[kind].colour

describe('预警线', () => {
  it.each([
    [1, null],
    [3, null],
    [4, 25],
    [5, 25],
    [6, 40],
    [7, 40],
    [8, 60],
    [9, 60],
    [10, 80],
    [12, 80],
  ])('month %i: %s', (month, rate) => expect(lineAt(month, rules)?.rate ?? null).toBe(rate))
})

describe('预算执行', () => {
  it.each([
    [4, 25],
    [6, 40],
    [8, 60],
    [10, 80],
  ])('month %i: the border of %i % and ten points below it', (month, line) => {
    const at = (fen: number) => colour('execution', { month, paid: fen })
    const border = line * 1_000_000
    expect(at(border)).toBe('green')
    expect(at(border + 1)).toBe('green')
    expect(at(border - 1)).toBe('yellow')
    expect(at(border - 10_000_000)).toBe('yellow')
    expect(at(border - 10_000_001)).toBe('red')
  })

  it('is not lit before the first line or without figures', () => {
    expect(colour('execution', { month: 3, paid: 0 })).toBe('none')
    for (const change of [{ budget: null }, { budget: 0 }, { paid: null }])
      expect(colour('execution', change)).toBe('none')
  })

  it('a negative correction below nothing is red', () =>
    expect(colour('execution', { paid: -1 })).toBe('red'))

  it('a later plan lowers the line, an earlier one does not raise it', () => {
    const light = lightsOf(facts({ paid: 30_000_000, reference: percent(30) }), rules).execution
    expect(light.colour).toBe('green')
    expect(light.clause).toContain('三（二）2')
    expect(colour('execution', { paid: 29_999_999, reference: percent(30) })).toBe('yellow')
    expect(colour('execution', { paid: 60_000_000, reference: percent(75) })).toBe('green')
  })

  it('is blue more than twenty points ahead of the plan, and only where there is one', () => {
    const at = (paid: number, reference = percent(50)) => colour('execution', { paid, reference })
    expect(at(70_000_000)).toBe('green')
    expect(at(70_000_001)).toBe('blue')
    expect(colour('execution', { paid: 99_000_000 })).toBe('green')
    expect(colour('execution', { month: 2, paid: 30_000_000, reference: percent(5) })).toBe('blue')
  })

  it('序时进度 stands for whole departments alone', () => {
    expect(defaultReference('department', 6)).toEqual({ of: 6n, to: 12n })
    expect(defaultReference('project', 6)).toBeNull()
    expect(defaultReference('policy', 6)).toBeNull()
  })

  it('opens to its formula, inputs, line and clause', () => {
    const light = lightsOf(facts({ paid: 54_321_000 }), rules).execution
    expect(light.formula).toBe('预算执行率 = 已执行数 ÷ 预算数 = 54.3%')
    expect(light.inputs).toContainEqual({ name: '已执行数', value: '54.321 万元' })
    expect(light.line).toContain('60%')
    expect(light.clause).toContain('四川省')
    expect(light.reason).toBe('执行率 54.3%，低于预警线 60.0%，差 5.6 个百分点。')
  })
})

describe('目标完成', () => {
  const forecast = (text: string, change = {}) =>
    colour('goal', { indicators: [measuredIndicator({ forecast: text, ...change })] })
  it.each([
    ['100', 'green'],
    ['99.99', 'yellow'],
    ['100.01', 'green'],
    ['80', 'yellow'],
    ['79.99', 'red'],
    ['130', 'green'],
    ['130.01', 'blue'],
    ['', 'none'],
    ['很好', 'none'],
  ])('forecast %j of 100 is %s', (text, expected) => expect(forecast(text)).toBe(expected))

  it('完全不可能 is red whatever the forecast says', () =>
    expect(forecast('100', { likelihood: 'impossible' })).toBe('red'))
  it('a limit that is just reached where it must be undercut is not green', () =>
    expect(forecast('100', { operator: '<' })).toBe('yellow'))
  it('is none without indicators', () => expect(colour('goal', { indicators: [] })).toBe('none'))
})

describe('双控差异', () => {
  const gap = (actual: string) =>
    colour('gap', { paid: 50_000_000, indicators: [measuredIndicator({ actual })] })
  it.each([
    ['50', 'green'],
    ['60', 'green'],
    ['60.01', 'yellow'],
    ['40', 'green'],
    ['39.99', 'yellow'],
    ['70', 'yellow'],
    ['70.01', 'red'],
    ['30', 'yellow'],
    ['29.99', 'red'],
    ['', 'none'],
  ])('goal at %j %% with money at 50 %% is %s', (actual, expected) => expect(gap(actual)).toBe(expected))
  it('says which is behind', () => {
    const reason = (actual: string) =>
      lightsOf(facts({ paid: 50_000_000, indicators: [measuredIndicator({ actual })] }), rules).gap.reason
    expect(reason('20')).toBe('目标落后于资金 30.0 个百分点。')
    expect(reason('80')).toBe('资金落后于目标 30.0 个百分点。')
    expect(reason('50')).toBe('目标与资金同步。')
  })
})

describe('年底预计', () => {
  it.each([
    [100_000_000, 'green'],
    [110_000_000, 'green'],
    [90_000_000, 'green'],
    [89_999_999, 'yellow'],
    [70_000_000, 'yellow'],
    [69_999_999, 'red'],
    [null, 'none'],
  ])('%s 分 of 100 万元 is %s', (forecast, expected) =>
    expect(colour('forecast', { forecast })).toBe(expected),
  )
})

describe('colours', () => {
  it('the loudest stands for all', () => {
    expect(worstColour(['green', 'blue', 'yellow'])).toBe('yellow')
    expect(worstColour(['blue', 'green', 'none'])).toBe('blue')
    expect(worstColour(['none', 'green'])).toBe('green')
    expect(worstColour([])).toBe('none')
  })
  it.each([
    ['100', 'green'],
    ['99.9', 'yellow'],
    ['79.9', 'red'],
    ['131', 'blue'],
    ['', 'none'],
  ])('one indicator at %j is %s', (forecast, expected) =>
    expect(indicatorLight(measuredIndicator({ forecast }), rules).colour).toBe(expected),
  )
})

const amounts = fc.integer({ min: 0, max: 2 * budget })
const shares = fc.option(fc.integer({ min: 0, max: 100 }).map(percent))
const months = fc.integer({ min: 1, max: 12 })

describe('properties', () => {
  it('spending more never makes the execution or the year’s end worse', () => {
    fc.assert(
      fc.property(months, amounts, amounts, shares, (month, one, other, reference) => {
        const [less, more] = one <= other ? [one, other] : [other, one]
        const at = (paid: number) => lightsOf(facts({ month, paid, forecast: paid, reference }), rules)
        const [before, after] = [at(less), at(more)]
        expect(severityOf(after.execution.colour)).toBeLessThanOrEqual(severityOf(before.execution.colour))
        expect(severityOf(after.forecast.colour)).toBeLessThanOrEqual(severityOf(before.forecast.colour))
      }),
    )
  })
  it.each([
    ['≥', 1],
    ['>', 1],
    ['≤', -1],
    ['<', -1],
  ] as const)(
    'improving an indicator with %s never worsens its light or the goal’s',
    (operator, direction) => {
      const value = fc.integer({ min: -100, max: 400 })
      fc.assert(
        fc.property(value, value, value, fc.integer({ min: 1, max: 9000 }), (goal, one, other, weight) => {
          const [worse, better] = [one, other].sort((a, b) => (a - b) * direction)
          const at = (forecast: number | undefined) =>
            measuredIndicator({ operator, value: `${goal}`, forecast: `${forecast}`, weight })
          const alone = [worse, better].map((text) => indicatorLight(at(text), rules).colour)
          const together = [worse, better].map((text) =>
            colour('goal', { indicators: [at(text), measuredIndicator({ forecast: '90' })] }),
          )
          for (const [before, after] of [alone, together])
            expect(severityOf(after ?? 'none')).toBeLessThanOrEqual(severityOf(before ?? 'none'))
        }),
      )
    },
  )
  it('an earlier month never makes the same spending worse', () => {
    fc.assert(
      fc.property(months, months, amounts, (one, other, paid) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        const severity = (month: number) => severityOf(colour('execution', { month, paid }))
        expect(severity(early)).toBeLessThanOrEqual(severity(late))
      }),
    )
  })
})
