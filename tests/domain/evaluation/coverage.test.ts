import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CoverageObject,
  coverageOf,
  coverageRates,
  proposeYear,
  riskParts,
} from '#domain/evaluation/coverage'
import { rules } from './sample.ts'

const { coverage } = rules

function object(id: string, change: Partial<CoverageObject> = {}): CoverageObject {
  const quiet = {
    size: 0,
    warnings: { red: 0, yellow: 0 },
    lastGrade: '',
    evaluatedIn: [],
    startedIn: null,
  } as const
  return { id, kind: 'project', name: id, unitId: 'u', ...quiet, ...change }
}

describe('coverage at a year', () => {
  it.each([
    [2022, [], null, 'open', 2023],
    [2023, [], null, 'due', 2023],
    [2024, [], null, 'overdue', 2023],
    [2024, [2022], null, 'covered', 2026],
    [2026, [2022], null, 'due', 2026],
    [2027, [2022], null, 'overdue', 2026],
    [2027, [2022, 2026], null, 'covered', 2030],
    [2026, [2026], null, 'covered', 2030],
    [2026, [2028], null, 'overdue', 2023],
    [2026, [], 2025, 'open', 2028],
  ] as const)('in %i after %o from %s is %s', (year, evaluatedIn, startedIn, state, dueIn) => {
    expect(coverageOf(object('a', { evaluatedIn, startedIn }), year, coverage)).toMatchObject({
      state,
      dueIn,
    })
  })

  it('asks for the government budget every year', () => {
    const county = object('a', { kind: 'government', evaluatedIn: [2025] })
    expect(coverageOf(county, 2026, coverage).state).toBe('due')
    expect(coverageOf({ ...county, evaluatedIn: [2026] }, 2026, coverage).state).toBe('covered')
  })
})

describe('the risk of an object', () => {
  it('adds up size, warnings, grade and years, each with its reason', () => {
    const risky = object('a', {
      size: 1000_0000_00,
      warnings: { red: 7, yellow: 1 },
      lastGrade: 'poor',
      evaluatedIn: [2024],
    })
    expect(riskParts(risky, 2026, coverage)).toEqual([
      { points: 20, reason: '资金 1,000.00 万元' },
      { points: 40, reason: '红灯 7 次' },
      { points: 3, reason: '黄灯 1 次' },
      { points: 30, reason: '上次等级“差”' },
      { points: 10, reason: '距上次评价 2 年' },
    ])
    expect(
      riskParts(object('b', { size: 99_9999_99, lastGrade: 'excellent', startedIn: 2026 }), 2026, coverage),
    ).toEqual([])
  })
})

describe('the list of a year', () => {
  const objects = [
    object('risky', { startedIn: 2026, size: 9000_0000_00, warnings: { red: 2, yellow: 0 } }),
    object('quiet', { startedIn: 2026 }),
    object('due', { evaluatedIn: [2022] }),
    object('overdue', { evaluatedIn: [2020] }),
    object('county', { kind: 'government', evaluatedIn: [2025] }),
    object('done', { evaluatedIn: [2026], size: 9000_0000_00 }),
  ]
  const ids = (capacity: number) =>
    proposeYear(objects, 2026, capacity, coverage).chosen.map(({ object: { id } }) => id)

  it('takes what must be first, then by risk, within the capacity', () => {
    expect(ids(4)).toEqual(['county', 'overdue', 'due', 'risky'])
    expect(ids(0)).toEqual([])
    expect(ids(9)).toHaveLength(5)
    const { chosen } = proposeYear(objects, 2026, 4, coverage)
    expect(chosen[0]?.reasons[0]).toContain('每年必评')
    expect(chosen[1]?.reasons[0]).toContain('应在 2024 年前评，已逾期 2 年')
    expect(chosen[3]).toMatchObject({
      isCompulsory: false,
      points: 46,
      reasons: ['资金 9,000.00 万元（30 分）', '红灯 2 次（16 分）'],
    })
  })

  it('says what the capacity leaves undone and what pace is needed', () => {
    expect(proposeYear(objects, 2026, 1, coverage)).toMatchObject({
      beyond: 2,
      uncovered: 4,
      neededPerYear: 2,
    })
    expect(proposeYear([], 2026, 3, coverage)).toMatchObject({ beyond: 0, uncovered: 0, neededPerYear: 0 })
  })

  it('finds the pace of a city, by the year that presses most', () => {
    // 10,000 a year, due in 2026 to 2030; with 30,000 more in 2027, that year asks for half of 50,000.
    const due = (year: number, count: number) =>
      Array.from({ length: count }, (_, at) => object(`${year} ${at}`, { startedIn: year - 3 }))
    const even = [2026, 2027, 2028, 2029, 2030].flatMap((year) => due(year, 10_000))
    expect(proposeYear(even, 2026, 3, coverage).neededPerYear).toBe(10_000)
    const uneven = [...even, ...due(2027, 30_000)]
    expect(proposeYear(uneven, 2026, 3, coverage).neededPerYear).toBe(25_000)
  })

  it('does not depend on the order of the objects, and never exceeds the capacity', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(objects, { minLength: objects.length }),
        fc.nat(8),
        (list, capacity) => {
          const proposal = proposeYear(list, 2026, capacity, coverage)
          expect(proposal).toEqual(proposeYear(objects, 2026, capacity, coverage))
          expect(proposal.chosen.length).toBeLessThanOrEqual(capacity)
          expect(proposal.chosen.length + proposal.left.length).toBe(5)
        },
      ),
    )
  })

  it('counts who was covered within the cycle', () => {
    const rates = coverageRates(objects, 2026, coverage)
    expect(rates.find(({ kind }) => kind === 'project')).toEqual({ kind: 'project', covered: 1, all: 5 })
    expect(rates.find(({ kind }) => kind === 'government')).toEqual({
      kind: 'government',
      covered: 0,
      all: 1,
    })
    expect(coverageRates(objects, 2025, coverage).find(({ kind }) => kind === 'project')).toMatchObject({
      covered: 1,
    })
  })
})
