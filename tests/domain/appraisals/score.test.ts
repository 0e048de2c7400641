import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionProblems, reviewProblems, selfProblems } from '#domain/appraisals/checks'
import { deviationsOf, trendOf } from '#domain/appraisals/compare-scores'
import type { ItemMethod } from '#domain/appraisals/scheme'
import { itemScore, loweredBy, methodPoints, totalsOf } from '#domain/appraisals/score'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { appraisalOf, item, schemeOf } from './sample.ts'

const none = { figures: {}, ticks: [], count: null }

function rate(done: number, due: number, change: Partial<{ target: number; nothing: 'full' | 'none' }> = {}) {
  const method: ItemMethod = {
    kind: 'rate',
    parts: [{ metric: 'self-coverage', points: 600, target: 10_000, nothing: 'none', ...change }],
  }
  return methodPoints(item(method, 600), {
    ...none,
    figures: { 'self-coverage': { done, due, times: 0 } },
  })
}

describe('points by rate', () => {
  it.each([
    [0, 7, 0],
    [1, 7, 86],
    [6, 7, 514],
    [7, 7, 600],
    [1, 2400, 0],
    [1, 1200, 1],
    [1, 1199, 1],
  ])('%d of %d earns %d hundredths of six points', (done, due, points) => {
    expect(rate(done, due)).toBe(points)
  })

  it('is full at the share that is asked for, not only at the whole', () => {
    expect(rate(24, 100, { target: 2500 })).toBe(576)
    expect(rate(25, 100, { target: 2500 })).toBe(600)
    expect(rate(26, 100, { target: 2500 })).toBe(600)
  })

  it('of nothing due is what the scheme says', () => {
    expect(rate(0, 0)).toBe(0)
    expect(rate(0, 0, { nothing: 'full' })).toBe(600)
  })

  it('is not known without its figure', () => {
    const method: ItemMethod = {
      kind: 'rate',
      parts: [
        { metric: 'self-coverage', points: 300, target: 10_000, nothing: 'none' },
        { metric: 'expert-registers', points: 300, target: 10_000, nothing: 'none' },
      ],
    }
    const figures = { 'self-coverage': { done: 1, due: 1, times: 0 } }
    expect(methodPoints(item(method, 600), { ...none, figures })).toBeNull()
  })

  it('is exact with money beyond the safe product', () => {
    expect(rate(9_007_199_254_740_990, 9_007_199_254_740_991)).toBe(600)
    expect(rate(4_503_599_627_370_496, 9_007_199_254_740_991)).toBe(300)
  })

  it('never falls when more is done', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 10_000 }), (due, a, target) => {
        const done = Math.min(a, due)
        const more = Math.min(done + 1, due)
        expect(rate(more, due, { target }) ?? -1).toBeGreaterThanOrEqual(rate(done, due, { target }) ?? 0)
      }),
    )
  })
})

describe('points by bands, cases, ticks and samples', () => {
  const bands: ItemMethod = {
    kind: 'bands',
    metric: 'goals-projects',
    nothing: 'full',
    bands: [
      { from: 9000, points: 1000 },
      { from: 6000, points: 500 },
    ],
  }
  it.each([
    [89, 500],
    [90, 1000],
    [60, 500],
    [59, 0],
  ])('%d of 100 reaches the band of %d', (done, points) => {
    const figures = { 'goals-projects': { done, due: 100, times: 0 } }
    expect(methodPoints(item(bands), { ...none, figures })).toBe(points)
  })

  it('takes off for each case, down to nothing', () => {
    const method: ItemMethod = { kind: 'cases', metric: 'self-deviation', each: 50 }
    const points = (times: number) =>
      methodPoints(item(method, 400), { ...none, figures: { 'self-deviation': { done: 0, due: 9, times } } })
    expect([0, 1, 7, 8, 9].map(points)).toEqual([400, 350, 50, 0, 0])
  })

  it('asks a person for cases without a metric', () => {
    const method: ItemMethod = { kind: 'cases', metric: '', each: 50 }
    expect(methodPoints(item(method), none)).toBeNull()
    expect(methodPoints(item(method), { ...none, count: 3 })).toBe(850)
  })

  it('adds what is ticked, and nothing that the scheme does not have', () => {
    const method: ItemMethod = {
      kind: 'ticks',
      ticks: [
        { id: 't1', name: '一', points: 400 },
        { id: 't2', name: '二', points: 600 },
      ],
    }
    expect(methodPoints(item(method), { ...none, ticks: ['t2', 'forged'] })).toBe(600)
    expect(methodPoints(item(method), { ...none, ticks: ['t1', 't2'] })).toBe(1000)
  })

  it('takes a sample only when every drawn one has its finding', () => {
    const method: ItemMethod = {
      kind: 'sample',
      of: 'goals',
      verdicts: [
        { id: 'fit', name: '合格', each: 0 },
        { id: 'poor', name: '差', each: 50 },
      ],
    }
    const draw = {
      ...{ id: 'd1', itemId: 'i1', reason: '', seed: 's', size: 2, picked: ['x', 'y'], by: '甲' },
      ...{ candidates: [], at: '2027-01-01T00:00:00.000Z', duty: 'performance' as const },
    }
    const scheme = schemeOf(item(method, 600))
    const at = (findings: Record<string, { verdict: string; note: string }>) =>
      itemScore(item(method, 600), appraisalOf(scheme, { i1: { self: 600, findings } }, { draws: [draw] }))
        .final
    expect(at({ x: { verdict: 'poor', note: '' } })).toBe(600)
    expect(at({ x: { verdict: 'poor', note: '' }, y: { verdict: 'fit', note: '' } })).toBe(550)
  })
})

describe('the three scores and the total', () => {
  const scheme = schemeOf(item({ kind: 'manual' }))
  it('takes the sampled score, else the re-check, else what the assessed gave', () => {
    const of = (mark: object) => itemScore(item({ kind: 'manual' }), appraisalOf(scheme, { i1: mark })).final
    expect(of({})).toBeNull()
    expect(of({ self: 900 })).toBe(900)
    expect(of({ self: 900, review: 700 })).toBe(700)
    expect(of({ self: 900, review: 700, sampled: 0 })).toBe(0)
  })

  it('caps the bonus, takes deductions off whole, and never falls below nothing', () => {
    const extra = (count: number, accepted: number | null = null) => ({
      count,
      accepted,
      reason: '',
      evidence: [],
    })
    const total = (extras: object) =>
      totalsOf(appraisalOf(scheme, { i1: { self: 1000 } }, { extras: { ...extras } }), 'final')
    expect(total({ b1: extra(2) })).toMatchObject({ bonus: 400, total: 1400 })
    expect(total({ b1: extra(2), b2: extra(1) })).toMatchObject({ bonus: 500, total: 1500 })
    expect(total({ b1: extra(2), b2: extra(2) })).toMatchObject({ bonus: 500, total: 1500 })
    expect(total({ b1: extra(9, 1), d1: extra(3) })).toMatchObject({ bonus: 200, deduction: 300, total: 900 })
    expect(total({ d2: extra(9) }).total).toBe(0)
  })

  it('lowers one grade for falsehood however often, and only while it is accepted', () => {
    const at = (count: number, accepted: number | null) =>
      loweredBy(appraisalOf(scheme, {}, { extras: { d2: { count, accepted, reason: '', evidence: [] } } }))
        .grades
    expect([at(0, null), at(1, null), at(3, null), at(2, 0), at(0, 1)]).toEqual([0, 1, 1, 0, 1])
  })

  it('is never above the points and the cap, nor below nothing', () => {
    const ids = countyScheme.groups.flatMap(({ items }) => items)
    const extras = [...countyScheme.bonuses, ...countyScheme.deductions].map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(100)), { minLength: ids.length, maxLength: ids.length }),
        fc.array(fc.nat(12), { minLength: extras.length, maxLength: extras.length }),
        (shares, counts) => {
          const marks = Object.fromEntries(
            ids.map(({ id, points }, at) => {
              const share = shares[at]
              return [
                id,
                { self: share === null || share === undefined ? null : Math.floor((points * share) / 100) },
              ]
            }),
          )
          const counted = Object.fromEntries(
            extras.map((id, at) => [
              id,
              { count: counts[at] ?? 0, accepted: null, reason: '', evidence: [] },
            ]),
          )
          const { total } = totalsOf(appraisalOf(countyScheme, marks, { extras: counted }), 'final')
          expect(total).toBeGreaterThanOrEqual(0)
          expect(total).toBeLessThanOrEqual(10_000 + countyScheme.bonusCap)
        },
      ),
    )
  })
})

describe('what is missing', () => {
  const ticks: ItemMethod = { kind: 'ticks', ticks: [{ id: 't1', name: '一', points: 1000 }] }
  const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code)

  it('of a self-assessment: who filled it in, scores, reasons for others, proof of what is ticked', () => {
    expect(codes(selfProblems(appraisalOf(schemeOf(item({ kind: 'manual' })))))).toEqual([
      'contact-missing',
      'phone-missing',
      'score-missing',
    ])
    const ready = { contact: '王某', phone: '1' }
    const of = (mark: object) => codes(selfProblems(appraisalOf(schemeOf(item(ticks)), { i1: mark }, ready)))
    expect(of({})).toEqual([])
    expect(of({ ticks: ['t1'] })).toEqual(['evidence-missing'])
    expect(of({ ticks: ['t1'], note: '存档案室' })).toEqual([])
    expect(of({ self: 1001, note: '存档案室', selfReason: '有' })).toEqual(['score-unfit'])
    expect(of({ self: 500, note: '存档案室' })).toEqual(['reason-missing'])
    expect(of({ self: 500, note: '存档案室', selfReason: '只做了一半' })).toEqual([])
  })

  it('of a re-check: a reason for each change, and a score for all', () => {
    const of = (mark: object) =>
      codes(reviewProblems(appraisalOf(schemeOf(item({ kind: 'manual' })), { i1: mark })))
    expect(of({})).toEqual(['score-missing'])
    expect(of({ self: 900, review: 900 })).toEqual([])
    expect(of({ self: 900, review: 899 })).toEqual(['reason-missing'])
    expect(of({ self: 900, review: 899, reviewReason: '材料不全' })).toEqual([])
    expect(of({ self: 900, sampled: 0 })).toEqual(['sampled-reason-missing'])
    expect(of({ self: 900, review: 1001, reviewReason: '多给' })).toEqual(['score-unfit'])
  })

  it('of a decision: the days to object, to the last one, and an answer to each', () => {
    const objection = {
      id: 'o1',
      itemId: '',
      on: '2027-02-01',
      text: '请再核',
      decision: '' as const,
      answer: '',
    }
    const of = (today: string, objections: readonly (typeof objection)[] = []) =>
      codes(
        decisionProblems(appraisalOf(countyScheme, {}, { objections, objectsUntil: '2027-02-08' }), today),
      )
    expect(of('2027-02-08')).toEqual(['objection-days'])
    expect(of('2027-02-09')).toEqual([])
    expect(of('2027-02-09', [objection])).toEqual(['objection-open'])
    const agreed = { on: '2027-02-03', text: '书面回复无异议', by: '王某' }
    const early = (open: readonly (typeof objection)[]) =>
      codes(
        decisionProblems(
          appraisalOf(countyScheme, {}, { objections: open, objectsUntil: '2027-02-08', agreed }),
          '2027-02-03',
        ),
      )
    expect(early([])).toEqual([])
    expect(early([objection])).toEqual(['objection-open'])
  })
})

describe('自评偏差 and 趋势', () => {
  it('lists what differs by more than a tenth of the points, not what differs by a tenth', () => {
    const scheme = schemeOf(item({ kind: 'manual' }, 600))
    const of = (review: number) => deviationsOf([appraisalOf(scheme, { i1: { self: 600, review } })]).length
    expect([of(600), of(540), of(539)]).toEqual([0, 0, 1])
  })

  it('follows an item over the years by its name, through another scheme', () => {
    const frozen = (points: number) => ({
      ...{ points: { i1: points }, bonus: 0, deduction: 0, total: points, rank: 1, of: 1 },
      ...{ gradeId: 'good', reasons: [] },
    })
    const first = appraisalOf(
      schemeOf(item({ kind: 'manual' }, 600)),
      {},
      { year: 2025, frozen: frozen(450) },
    )
    const second = appraisalOf(
      schemeOf(item({ kind: 'manual' }, 800)),
      {},
      { year: 2026, frozen: frozen(700) },
    )
    const open = appraisalOf(schemeOf(item({ kind: 'manual' }, 800)), {}, { year: 2027 })
    expect(trendOf([second, open, first])).toEqual([
      {
        ...{ name: '指标', group: '一级' },
        byYear: [
          { year: 2025, points: 450, full: 600 },
          { year: 2026, points: 700, full: 800 },
        ],
      },
    ])
  })
})
