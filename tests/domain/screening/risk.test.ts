import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { validateRules } from '#domain/rules/validate-rules'
import { riskOf } from '#domain/screening/risk'
import { ruleText } from '#domain/screening/rule-text'
import { screeningCodes } from '#domain/screening/rules'
import { rulesById, shippedRules } from '#domain/year-rules'
import { wan } from '../sample-goal.ts'
import { type Facts, honest, rules, screened } from './sample.ts'

const done: Facts['entries'] = {
  a: { actual: '1200' },
  b: { actual: '1200' },
  r: { actual: '95' },
  w: { actual: '达成' },
}

describe('risk', () => {
  const dark = { colour: 'green' } as const
  const lights = { execution: dark, goal: dark, gap: dark, forecast: dark }

  it('is the sum of its parts, each rule at most so many times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...screeningCodes), { maxLength: 40 }),
        fc.integer({ min: 0, max: 5000 * wan }),
        (codes, budget) => {
          const risk = riskOf({ findings: codes.map((code) => ({ code })), budget, lights }, rules)
          expect(risk.parts.reduce((sum, { points }) => sum + points, 0)).toBe(risk.points)
          const most = screeningCodes.reduce((sum, code) => {
            const { points, most: times } = rules.screening.checks[code]
            return sum + points * times
          }, 10)
          expect(risk.points).toBeLessThanOrEqual(most)
        },
      ),
    )
  })

  it.each([
    [200 * wan - 1, 0],
    [200 * wan, 3],
    [500 * wan, 6],
    [1000 * wan - 1, 6],
    [1000 * wan, 10],
  ])('a budget of %d 分 counts %d', (budget, points) => {
    expect(riskOf({ findings: [], budget, lights }, rules).points).toBe(points)
  })

  it('has its level from the line on, and says how lights count', () => {
    const level = (high: number, medium: number) =>
      riskOf(
        {
          findings: [{ code: 'money-differs' }],
          budget: null,
          lights: { ...lights, gap: { colour: 'red' } },
        },
        { screening: { ...rules.screening, levels: { ...rules.screening.levels, high, medium } } },
      )
    expect(level(23, 10)).toMatchObject({ level: 'high', points: 23 })
    expect(level(24, 23).level).toBe('medium')
    expect(level(25, 24).level).toBe('low')
    expect(level(25, 24).parts.at(-1)).toEqual({ name: '双控差异灯', how: '预警', points: 3 })
  })

  it('comes highest first', () => {
    const bad = honest({ id: '2', entries: done })
    expect(screened([honest({ id: '1' }), bad]).map(({ form }) => form.id)).toEqual(['2', '1'])
  })
})

describe('the rules in a pack', () => {
  it('are whole in every pack, and each says on what it rests', () => {
    for (const pack of shippedRules) {
      expect(validateRules(pack)).toEqual([])
      for (const code of screeningCodes)
        expect(ruleText(code, pack.monitoring.screening)).toMatch(/风险 \d+ 分/)
    }
  })

  it('are refused where they cannot work', () => {
    const { screening } = rules
    const pack = rulesById('frame-2021')
    const codes = (change: Partial<typeof screening>) =>
      validateRules({ ...pack, monitoring: { ...rules, screening: { ...screening, ...change } } }).map(
        ({ code }) => code,
      )
    const differs = screening.checks['money-differs']
    expect(codes({ checks: { ...screening.checks, 'money-differs': { ...differs, most: 0 } } })).toEqual([
      'screening-invalid',
    ])
    expect(
      codes({ checks: { ...screening.checks, 'money-differs': { ...differs, params: { percent: 0.5 } } } }),
    ).toEqual(['screening-invalid'])
    expect(codes({ levels: { ...screening.levels, high: 20 } })).toEqual(['risk-invalid'])
    expect(codes({ sizes: screening.sizes.toReversed() })).toEqual(['risk-invalid'])
  })
})
