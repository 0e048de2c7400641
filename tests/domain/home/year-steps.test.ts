import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disclosureRules } from '#domain/disclosures/rules'
import {
  budgetYearOf,
  type Progress,
  shownYear,
  stepRules,
  stepState,
  stepsOfBook,
  type YearFacts,
  yearSteps,
} from '#domain/home/year-steps'
import { workNotice, workTemplates } from '#domain/supervision/work-table'
import { rulesById } from '#domain/year-rules'

const { monitoring } = rulesById('frame-2021')

function steps(more: Partial<YearFacts> = {}) {
  const facts = {
    year: 2026,
    today: '2026-08-12',
    work: [],
    disclosure: disclosureRules,
    monitoring,
    rounds: [],
    progress: {},
  }
  return yearSteps({ ...facts, ...more })
}
const step = (id: string, more: Partial<YearFacts> = {}) => steps(more).find((each) => each.id === id)

describe('where a step stands', () => {
  const some: Progress = { done: 3, due: 10 }
  it('is late only the day after its last day, and only where something due is known to be left', () => {
    expect(stepState('2026-03-31', some, false, '2026-03-31')).toBe('now')
    expect(stepState('2026-03-31', some, false, '2026-04-01')).toBe('late')
    expect(stepState('2026-03-31', null, false, '2026-04-01')).toBe('none')
    expect(stepState('2026-03-31', { done: 0, due: 0 }, false, '2026-04-01')).toBe('none')
  })

  it('says nothing while it is counted, whatever the work plan says', () => {
    for (const day of ['2026-01-05', '2026-03-31', '2026-04-01'])
      for (const isConfirmed of [true, false])
        expect(stepState('2026-03-31', 'counting', isConfirmed, day)).toBe('counting')
  })

  it('begins with the notice of the work plan, or with the first that is done', () => {
    const none: Progress = { done: 0, due: 10 }
    expect(workNotice.days).toBe(30)
    expect(stepState('2026-03-31', none, false, '2026-02-28')).toBe('ahead')
    expect(stepState('2026-03-31', none, false, '2026-03-01')).toBe('now')
    expect(stepState('2026-03-31', some, false, '2026-01-05')).toBe('now')
  })

  it('is done with the last that is due; the confirmed work counts where nothing else is known', () => {
    expect(stepState('2026-03-31', { done: 10, due: 10 }, false, '2026-04-20')).toBe('done')
    expect(stepState('2026-03-31', null, true, '2026-04-20')).toBe('done')
    expect(stepState('2026-03-31', some, true, '2026-04-20')).toBe('late')
  })

  it('never goes back from late while days pass and nothing is done', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 28 }), (done, day) => {
        const today = `2026-04-${String(day).padStart(2, '0')}`
        expect(stepState('2026-03-31', { done, due: 10 }, false, today)).toBe('late')
      }),
    )
  })
})

describe('the calendar of a year', () => {
  it('has every step and every round of the rules, each with its clause, in the order of the days', () => {
    const all = steps()
    expect(all).toHaveLength(stepRules.length + monitoring.rounds.length)
    expect(all.every(({ clause }) => clause !== '')).toBe(true)
    expect(all.every(({ dueOn }) => dueOn.startsWith('2026-'))).toBe(true)
    const days = all.map(({ dueOn }) => dueOn)
    expect(days).toEqual(days.toSorted())
  })

  it('takes the day of the bureau’s own plan before the shipped one, and the last of several sections', () => {
    const shipped = workTemplates.find(({ id }) => id === 'self-evaluation')?.due
    expect(step('self')?.dueOn).toBe(`2026-${shipped}`)
    const item = { templateId: 'self-evaluation', clause: '本局', mark: '拟', state: 'working' } as const
    const work = [
      { ...item, dueOn: '2026-02-10' },
      { ...item, dueOn: '2026-02-20' },
    ]
    expect(step('self', { work })).toMatchObject({ dueOn: '2026-02-20', clause: '本局' })
  })

  it('a round is planned until it is issued, then as its own state and day say', () => {
    const first = monitoring.rounds[0]
    const month = first?.month ?? 0
    const name = `round ${month} `
    expect(step(name)).toMatchObject({ path: '/monitoring/plan' })
    const issued = { id: 'r1', name: '上半年', month, dueOn: '2026-08-05', state: 'open' } as const
    expect(step(`${name}r1`, { rounds: [issued] })).toMatchObject({ state: 'late', dueOn: '2026-08-05' })
    expect(step(`${name}r1`, { rounds: [{ ...issued, state: 'closed' }] })?.state).toBe('done')
    expect(step(`${name}r1`, { rounds: [issued], today: '2026-08-05' })?.state).toBe('now')
  })

  it('a round that nobody issued is late the day after its day; without a book of the year nothing is known', () => {
    const round = (today: string, rounds: YearFacts['rounds'] = []) =>
      step('round 10 ', { today, rounds })?.state
    expect(round('2026-10-31')).toBe('now')
    expect(round('2026-11-01')).toBe('late')
    expect(round('2026-11-01', null)).toBe('none')
  })

  it('has for the book of the year before what is evaluated of it, for the next what is prepared', () => {
    expect(stepsOfBook(2025, 2026)).toEqual(['单位自评', '重点评价', '结果应用', '结果公开'])
    expect(stepsOfBook(2027, 2026)).toEqual(['事前评估', '目标审核'])
  })

  it('belongs to the year we are in where the book is of that year or beside it', () => {
    expect([2025, 2026, 2027].map((year) => shownYear(year, '2026-11-26'))).toEqual([2026, 2026, 2026])
    expect(shownYear(2020, '2026-11-26')).toBe(2020)
    expect(['last', 'this', 'next'].map((of) => budgetYearOf(of as 'last', 2026))).toEqual([2025, 2026, 2027])
  })
})
