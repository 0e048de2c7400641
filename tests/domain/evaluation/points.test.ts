import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact, gradeOfPoints, rounded, shareOf, toHundred } from '#domain/evaluation/points'
import { ratio } from '#domain/monitoring/ratio'
import { checkEvaluationRules } from '#domain/rules/validate-evaluation'
import { rules } from './sample.ts'

/** Points with three decimals, exactly. */
function thousandths(value: number) {
  return { of: BigInt(value), to: 1000n }
}

describe('grades at their borders', () => {
  it.each([
    [90_000, 'excellent'],
    [89_995, 'excellent'],
    [89_994, 'good'],
    [80_000, 'good'],
    [79_995, 'good'],
    [79_994, 'medium'],
    [79_990, 'medium'],
    [60_000, 'medium'],
    [59_995, 'medium'],
    [59_994, 'poor'],
    [100_000, 'excellent'],
    [0, 'poor'],
  ] as const)('%i thousandths of a point are %s', (points, grade) => {
    expect(gradeOfPoints(thousandths(points), 10_000, rules)).toBe(grade)
  })

  it('cuts nothing and invents nothing where the rules round to one decimal', () => {
    const coarse = { rounding: { ...rules.rounding, step: 10 } }
    expect(rounded(thousandths(79_949), coarse)).toBe(7990)
    expect(rounded(thousandths(79_950), coarse)).toBe(8000)
  })
})

describe('points', () => {
  it('are never more than the full mark, and whole shares give it all', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.bigInt(0n, 999n), (full, of) => {
        const part = shareOf(full, { of, to: 999n }, rules)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(full)
        expect(shareOf(full, { of: 1n, to: 1n }, rules)).toBe(full)
      }),
    )
  })

  it('of 90 count as points out of 100', () => {
    expect(toHundred(8100, 9000)).toEqual(ratio(810_000, 9000))
    expect(toHundred(0, 0)).toBeNull()
    expect(rounded(exact(8100), rules)).toBe(8100)
  })
})

describe('rules of evaluation', () => {
  it('are refused with borders that do not fall', () => {
    const codes = (change: Partial<typeof rules>) =>
      checkEvaluationRules({ ...rules, ...change }).map(({ code }) => code)
    expect(codes({})).toEqual([])
    expect(codes({ bands: { ...rules.bands, good: 90 } })).toEqual(['grades-invalid'])
    expect(codes({ rounding: { ...rules.rounding, step: 3 } })).toEqual(['rounding-invalid'])
    const { selfEvaluation } = rules
    const hole = selfEvaluation.qualitative.slice(0, 2)
    expect(codes({ selfEvaluation: { ...selfEvaluation, qualitative: hole } })).toEqual(['bands-hole'])
    const editions = selfEvaluation.editions.map((one) => ({ ...one, executionWeight: 500 }))
    expect(codes({ selfEvaluation: { ...selfEvaluation, editions } })).toContain('edition-sum')
  })

  it('are refused with doubts that cannot work', () => {
    const { credibility } = rules
    const codes = (change: Partial<typeof credibility>) =>
      checkEvaluationRules({ ...rules, credibility: { ...credibility, ...change } }).map(({ code }) => code)
    const rule = credibility.checks['all-full']
    expect(codes({ checks: { ...credibility.checks, 'all-full': { ...rule, most: 0 } } })).toEqual([
      'credibility-invalid',
    ])
    expect(codes({ topics: credibility.topics.slice(1) })).toEqual(['topics-invalid'])
    expect(codes({ levels: { ...credibility.levels, medium: 30 } })).toEqual(['levels-invalid'])
  })

  it('are refused with lists that do not fit together', () => {
    const { scoring, coverage } = rules
    const codes = (change: Partial<typeof rules>) =>
      checkEvaluationRules({ ...rules, ...change }).map(({ code }) => code)
    expect(codes({ scoring: { ...scoring, bands: scoring.bands.slice(0, 2) } })).toEqual(['bands-hole'])
    expect(codes({ scoring: { ...scoring, vetoes: [...scoring.vetoes, ...scoring.vetoes] } })).toHaveLength(2)
    expect(codes({ scoring: { ...scoring, spread: { ...scoring.spread, dispute: 101 } } })).toEqual([
      'share-invalid',
    ])
    const aggregation = { ...scoring.aggregation, trimFrom: 2 }
    expect(codes({ scoring: { ...scoring, aggregation } })).toEqual(['aggregation-invalid'])
    expect(codes({ coverage: { ...coverage, sizes: coverage.sizes.toReversed() } })).toEqual([
      'coverage-invalid',
    ])
  })
})
