import { describe, expect, it } from 'vitest'
import {
  type AppraisalFacts,
  factsOfSection,
  factsOfUnits,
  unitsOfDepartment,
} from '#domain/appraisals/facts'
import { type MetricId, metricList, metricNames } from '#domain/appraisals/metric-names'
import { figureOf, measureOf } from '#domain/appraisals/metrics'
import { sectionWork } from '#domain/supervision/work-item'
import { departments, generatedCounty } from './generated.ts'
import { type Counted, straight } from './straight-count.ts'

const counties = [11, 222, 3333, 44_444, 555_555].map((seed) => generatedCounty(seed))

function measured(metric: MetricId, facts: AppraisalFacts): Counted {
  const measure = measureOf(metric, facts)
  if (!measure) throw new Error('the book is our own')
  return figureOf(metric, measure)
}

it('what is not published waits for whoever has to publish it', () => {
  const [facts] = counties
  if (!facts) throw new Error('five counties')
  const ownerOf = new Map(facts.disclosures.map(({ id, owner }) => [id, owner]))
  const cases = metricList.flatMap((metric) => measureOf(metric, facts)?.cases ?? [])
  const waiting = cases.filter(({ place, isLost }) => place === 'disclosure' && !isLost)
  const holders = waiting.map(({ id, holder }) => `${ownerOf.get(id)} ${holder}`)
  expect([...new Set(holders)].toSorted()).toEqual(['bureau performance', 'unit unit'])
})

describe.each(metricList)('%s', (metric) => {
  it('of five counties is what the rows say, counted one by one', () => {
    for (const facts of counties) expect(measured(metric, facts)).toEqual(straight(metric, facts, () => true))
  })

  it('of forty departments each is what their rows say', () => {
    const [facts] = counties
    if (!facts) throw new Error('five counties')
    const all = facts.units.filter(({ parentId }) => parentId === '')
    expect(all).toHaveLength(departments)
    for (const { code, id } of all) {
      const own = (unitId: string) => unitId === id || unitId === `${id}b`
      const part = factsOfUnits(facts, unitsOfDepartment(facts, code))
      expect([code, measured(metric, part)]).toEqual([code, straight(metric, facts, own)])
    }
  })

  it('has a case for all that is missing, and something of both in the counties', () => {
    let [missing, met] = [0, 0]
    for (const facts of counties) {
      const measure = measureOf(metric, facts)
      const weights = (measure?.cases ?? []).reduce((sum, { weight }) => sum + weight, 0)
      if (metricNames[metric].counts === 'rate') expect(measure && measure.due - measure.done).toBe(weights)
      else expect(measure && measure.due - measure.done).toBe(measure?.cases.length)
      missing += weights
      met += measure?.done ?? 0
    }
    expect(missing).toBeGreaterThan(0)
    expect(met).toBeGreaterThan(0)
  })

  it('of an empty book has nothing due but what every bureau must have', () => {
    const empty: AppraisalFacts = {
      ...{
        year: 2026,
        today: '2026-11-20',
        units: [],
        sections: [],
        goals: [],
        unlisted: [],
        assessments: [],
      },
      ...{
        reviews: [],
        rounds: [],
        monitorings: [],
        disposals: [],
        selfEvaluations: [],
        tasks: [],
        planned: [],
      },
      ...{ unmatched: [], rectifications: [], applied: [], disclosures: [], work: [] },
      registers: { experts: 0, agencies: 0, drawn: [], sectors: [] },
    }
    const always: Partial<Record<MetricId, number>> = {
      'goals-books': 4,
      'evaluation-kinds': 4,
      'expert-registers': 2,
    }
    expect(measured(metric, empty)).toEqual({ done: 0, due: always[metric] ?? 0, times: 0 })
  })
})

it('does not know the registers and the yearly work of another bureau', () => {
  const [first] = counties
  if (!first) throw new Error('five counties')
  const collected = { ...first, registers: null, work: null }
  const unknown = metricList.filter((metric) => measureOf(metric, collected) === null)
  expect(unknown).toEqual([
    'indicator-domains',
    'expert-registers',
    'expert-ratings',
    'work-done',
    'work-late',
  ])
})

it.each(['s0', 's1', 's2'])(
  'a section %s is measured by its own yearly work, as its plan counts it',
  (id) => {
    for (const facts of counties) {
      const code = facts.sections.find((section) => section.id === id)?.code ?? ''
      const part = factsOfSection(facts, code)
      const own = { ...facts, work: (facts.work ?? []).filter(({ sectionId }) => sectionId === id) }
      for (const metric of ['work-done', 'work-late'] as const)
        expect(measured(metric, part)).toEqual(straight(metric, own, () => true))
      const row = sectionWork(facts.work ?? [], facts.today).find(({ sectionId }) => sectionId === id)
      expect(measured('work-done', part)).toEqual({ done: row?.done, due: row?.due, times: 0 })
      expect(measured('work-late', part).times).toBe(row?.late)
    }
  },
)

it.each([
  ['the day before', '2026-06-29', 0, 0],
  ['its day', '2026-06-30', 1, 0],
  ['the day after', '2026-07-01', 1, 1],
] as const)('an item counts from its day on, and is late after it: %s', (_, today, due, late) => {
  const [first] = counties
  if (!first) throw new Error('five counties')
  const item = {
    id: 'w',
    name: '报告',
    duty: 'performance',
    sectionId: 's0',
    dueOn: '2026-06-30',
    doneOn: '',
    state: 'working',
  } as const
  const facts: AppraisalFacts = { ...first, today, work: [item] }
  expect(measured('work-done', facts)).toEqual({ done: 0, due, times: 0 })
  expect(measured('work-late', facts).times).toBe(late)
})
