import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedBooks, missingCounties, twiceCounted } from '#domain/counties/double'
import { type CountyFacts, doneRate, summaryOf, sumSummaries } from '#domain/counties/summary'
import type { YearBook } from '#domain/year-book'

function book(id: string, regionCode: string, at: string, year = 2026): YearBook {
  const identity = { regionCode, regionName: regionCode, level: 'county', office: '', section: '' } as const
  const collected = { stationId: id, name: id, packageId: id, at }
  return {
    ...{ id, year, name: id, demo: false, identity, rulesId: '', previousId: '', createdAt: at },
    ...(at === '' ? {} : { collected }),
  }
}

const goals = fc.array(
  fc.record({
    id: fc.uuid(),
    book: fc.constantFrom('general' as const, 'fund' as const),
    status: fc.constantFrom('draft' as const, 'approved' as const),
    total: fc.option(fc.integer({ min: 0, max: 1e12 })),
  }),
)

function facts(own: CountyFacts['goals']): CountyFacts {
  return { goals: own, monitorings: [], executions: [], disposals: [], selfEvaluations: [], tasks: [] }
}

describe('sums of counties', () => {
  it('are those of all their goals together, to the 分, however they are spread', () => {
    fc.assert(
      fc.property(fc.array(goals, { maxLength: 7 }), (counties) => {
        const sum = sumSummaries(counties.map((own) => summaryOf(facts(own))))
        const together = summaryOf(facts(counties.flat()))
        expect({ ...sum, month: 0 }).toEqual(together)
      }),
    )
  })

  it('count what is due and done, and leave out what is exempt, dropped or stopped', () => {
    const summary = summaryOf({
      ...facts([{ id: 'g1', book: 'general', status: 'approved', total: 100 }]),
      monitorings: [{ state: 'submitted' }, { state: 'draft' }, { state: 'exempt' }],
      disposals: [{ state: 'closed' }, { state: 'issued' }, { state: 'dropped' }],
      selfEvaluations: [{ state: 'draft' }, { state: 'collected' }],
      tasks: [
        { state: 'concluded', goalId: 'g1' },
        { state: 'stopped', goalId: 'g1' },
      ],
    })
    expect(summary).toMatchObject({
      monitored: { done: 1, due: 2 },
      disposals: { done: 1, due: 2 },
      selfEvaluated: { done: 1, due: 2 },
      evaluated: { count: 1, money: 100 },
    })
    expect([doneRate(summary.monitored), doneRate({ done: 0, due: 0 })]).toEqual([5000, null])
  })
})

describe('nothing is counted twice', () => {
  it('of a county only the book whose package is the newest', () => {
    const books = [
      book('a1', '511922', '2026-07-01T00:00:00.000Z'),
      book('a2', '511922', '2026-10-01T00:00:00.000Z'),
      book('b', '511921', '2026-07-01T00:00:00.000Z'),
      book('old', '511921', '2025-07-01T00:00:00.000Z', 2025),
    ]
    const { counted, doubled } = countedBooks(books, 2026)
    expect(counted.map(({ id }) => id)).toEqual(['b', 'a2'])
    expect(doubled.map(({ book: extra, by }) => [extra.id, by.id])).toEqual([['a1', 'a2']])
  })

  it('a city names the counties whose book did not come; a county none', () => {
    const come = [book('a', '511922', '2026-07-01T00:00:00.000Z'), book('c', '511900', '')]
    expect(missingCounties(come, { level: 'city', regionCode: '511900' })).toEqual([
      ...['巴州区', '恩阳区', '通江县', '平昌县', '巴中经济技术开发区'],
    ])
    expect(missingCounties(come, { level: 'county', regionCode: '511922' })).toEqual([])
  })

  it('a code in two counties is named, in one county alone it is not', () => {
    const goal = (code: string, regionName: string) => ({ code, name: '项目', regionName })
    expect(
      twiceCounted([goal('A 1', '南江县'), goal('a1', '通江县'), goal('', '南江县'), goal('', '通江县')]),
    ).toEqual([{ code: 'A1', name: '项目', places: ['南江县', '通江县'] }])
    expect(twiceCounted([goal('A1', '南江县'), goal('A1', '南江县')])).toEqual([])
  })
})
