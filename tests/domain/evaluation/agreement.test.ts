import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreementOf, kendallW } from '#domain/evaluation/agreement'
import type { CombinedItem } from '#domain/evaluation/combine'
import { indicatorsOf } from '#domain/evaluation/indicator-system'
import { leniencies } from '#domain/evaluation/leniency'
import type { Ratio } from '#domain/monitoring/ratio'
import { smallSystem } from '../../storage/evaluation-world.ts'
import { rules } from './sample.ts'

const exactly = (rows: readonly (readonly number[])[]): Ratio[][] =>
  rows.map((row) => row.map((value) => ({ of: BigInt(Math.round(value * 10)), to: 10n })))

function thousandths(value: Ratio | null): number | null {
  return value && Math.round((Number(value.of) / Number(value.to)) * 1000)
}

describe('Kendall’s W', () => {
  // Siegel (1956), three executives rank six applicants: s = 25.5, W = .16.
  const executives = [
    [1, 6, 3, 2, 5, 4],
    [1, 5, 6, 4, 2, 3],
    [6, 3, 2, 5, 4, 1],
  ]
  // Siegel (1956), three rankings of ten objects with ties: W = .828 corrected, ΣT = 1 + 1.5 + 7.
  const tied = [
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
    [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
  ]

  it('is that of the published examples, without and with ties', () => {
    expect(thousandths(kendallW(exactly(executives)))).toBe(162)
    expect(thousandths(kendallW(exactly(tied)))).toBe(828)
  })

  it('is 1 for full agreement, 0 for two who are opposed, and null where it is not defined', () => {
    expect(
      thousandths(
        kendallW(
          exactly([
            [1, 2, 3],
            [4, 5, 9],
            [2, 3, 4],
          ]),
        ),
      ),
    ).toBe(1000)
    expect(
      thousandths(
        kendallW(
          exactly([
            [1, 2, 3],
            [3, 2, 1],
          ]),
        ),
      ),
    ).toBe(0)
    expect(
      kendallW(
        exactly([
          [1, 1, 1],
          [2, 2, 2],
        ]),
      ),
    ).toBeNull()
    expect(kendallW(exactly([[1, 2, 3]]))).toBeNull()
    expect(kendallW(exactly([[1], [1]]))).toBeNull()
  })

  it('lies between 0 and 1 and does not depend on who is first', () => {
    const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        const value = kendallW(exactly(rows))
        if (value === null) return
        expect(value.of >= 0n && value.of <= value.to).toBe(true)
        const back = kendallW(exactly(rows.toReversed()))
        expect(back && back.of * value.to).toBe(value.of * (back?.to ?? 0n))
      }),
    )
  })
})

/** Votes of experts a, b, … at the indicators of the small system, in hundredths. */
function items(votes: Readonly<Record<string, readonly number[]>>): CombinedItem[] {
  return indicatorsOf(smallSystem).map((indicator, index) => ({
    indicator,
    votes: Object.entries(votes).flatMap(([expertId, points]) => {
      const given = points[index]
      return given === undefined ? [] : [{ expertId, weight: 1, points: given, unproven: 0 }]
    }),
    ...{ points: 0, spread: 0, isDisputed: false, outliers: [], unprovenBy: 0 },
  }))
}

describe('agreement of experts', () => {
  const agreement = { ...rules.scoring.agreement, experts: 3, indicators: 4 }
  const votes = { a: [2000, 1000, 3600, 2900], b: [1900, 900, 3000, 2000], c: [2000, 800, 2000, 1500] }

  it('is not worked out below the least number of experts or of indicators, and says why', () => {
    expect(agreementOf(items({ a: votes.a, b: votes.b }), { agreement })).toMatchObject({
      coefficient: null,
      why: '专家 2 人，少于 3 人，不计算',
    })
    const narrow = { ...votes, c: votes.c.slice(0, 3) }
    expect(agreementOf(items(narrow), { agreement })).toMatchObject({ coefficient: null, objects: 3 })
    expect(agreementOf(items(votes), { agreement })).toMatchObject({ judges: 3, objects: 4, why: '' })
  })

  it('ranks by the share of the full mark, not by points', () => {
    const same = { a: [1000, 500, 2000, 1500], b: [1000, 500, 2000, 1500], c: [1000, 500, 2000, 1500] }
    expect(agreementOf(items(same), { agreement })).toMatchObject({ coefficient: null })
  })
})

describe('leniency', () => {
  it('holds each expert against the mean of the others on what both scored, out of 100', () => {
    const list = leniencies(
      items({ a: [2000, 1000, 4000, 3000], b: [1000, 1000, 4000, 3000], c: [2000, 1000, 4000] }),
    )
    expect(
      list.map(({ expertId, difference }) => [expertId, Number(difference.of) / Number(difference.to)]),
    ).toEqual([
      ['a', 5],
      ['b', -10],
      ['c', (500 * 100) / 7000],
    ])
  })

  it('is zero in sum for experts who scored everything, and empty for one alone', () => {
    const score = fc.integer({ min: 0, max: 1000 })
    const row = fc.tuple(score, score, score, score)
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (rows) => {
        const votes = Object.fromEntries(rows.map((points, index) => [`e${index}`, points]))
        const sum = leniencies(items(votes)).reduce(
          (total, { difference }) => total + Number(difference.of) / Number(difference.to),
          0,
        )
        expect(Math.abs(sum)).toBeLessThan(1e-9)
      }),
    )
    expect(leniencies(items({ a: [1, 2, 3, 4] }))).toEqual([])
  })
})
