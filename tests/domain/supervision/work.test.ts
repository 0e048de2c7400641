import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '#domain/dates'
import { dutyMay } from '#domain/people/permissions'
import {
  checkFinished,
  checkPlanned,
  isLateWork,
  ownsWork,
  sectionsOfDuty,
  sectionWork,
  type WorkState,
} from '#domain/supervision/work-item'
import { missingWork, shippedWork, workTemplates } from '#domain/supervision/work-table'
import { defaultSections, type Section } from '#domain/year-book'

const sections: Section[] = defaultSections.map((section, order) => ({
  ...section,
  id: `s${section.code}`,
  bookId: 'b',
  order,
}))

describe('the shipped plan', () => {
  it('names every row once, with a real day, a duty that may report it, and a clause', () => {
    expect(new Set(workTemplates.map(({ id }) => id)).size).toBe(workTemplates.length)
    for (const { id, due, duty, clause, name, proofHint } of workTemplates) {
      expect(isDay(`2026-${due}`), id).toBe(true)
      expect(dutyMay(duty, 'finish-work-item'), id).toBe(true)
      expect(clause, id).toMatch(/^巴财〔2020〕38号 [三五]（/)
      expect(name !== '' && proofHint !== '', id).toBe(true)
    }
  })

  it('is an item of each section, and of 支出管理科 of every one', () => {
    const county = shippedWork(2026, 'county', sections)
    const spending = sections.filter(({ role }) => role === 'spending')
    const own = workTemplates.filter(({ duty }) => duty === 'spending')
    expect(county.filter(({ duty }) => duty === 'spending')).toHaveLength(own.length * spending.length)
    expect(county.every(({ sectionId }) => sectionId !== '')).toBe(true)
    expect(county.some(({ templateId }) => templateId === 'counties')).toBe(false)
    expect(shippedWork(2026, 'city', sections).some(({ templateId }) => templateId === 'counties')).toBe(true)
  })

  it('finds a section by its code, however it is called', () => {
    const renamed = sections.map((each) => (each.code === '01' ? { ...each, name: '绩效股' } : each))
    expect(sectionsOfDuty('performance', renamed).map(({ id }) => id)).toEqual(['s01'])
    expect(sectionsOfDuty('leader', renamed)).toEqual([])
  })

  it('adds only what a book does not have', () => {
    const wanted = shippedWork(2026, 'county', sections)
    expect(missingWork(wanted, [])).toEqual(wanted)
    expect(missingWork(wanted, wanted)).toEqual([])
    expect(missingWork(wanted, wanted.slice(2))).toEqual(wanted.slice(0, 2))
  })
})

it('tells a deadline that is missing from one that is no day', () => {
  const planned = { name: '培训', sectionId: 's01', duty: 'performance', proofHint: '' } as const
  const said = (dueOn: string) =>
    checkPlanned({ ...planned, dueOn, clause: '本局', mark: '拟' }).map(({ message }) => message)
  expect(said('2026-12-03')).toEqual([])
  expect(said(' ')).toEqual([expect.stringContaining('请填写完成期限')])
  expect(said('12月3号')).toEqual([expect.stringContaining('看不懂这个日期')])
})

describe('lateness', () => {
  it('begins the day after, and stays what it was when reported', () => {
    expect(isLateWork({ dueOn: '2026-06-30', doneOn: '' }, '2026-06-30')).toBe(false)
    expect(isLateWork({ dueOn: '2026-06-30', doneOn: '' }, '2026-07-01')).toBe(true)
    expect(isLateWork({ dueOn: '2026-06-30', doneOn: '2026-06-30' }, '2026-12-31')).toBe(false)
    expect(isLateWork({ dueOn: '2026-06-30', doneOn: '2026-07-01' }, '2026-12-31')).toBe(true)
    expect(isLateWork({ dueOn: '', doneOn: '' }, '2026-12-31')).toBe(false)
  })
})

describe('what a section has done', () => {
  const item = (dueOn: string, state: WorkState, doneOn = '', sectionId = 's01') => ({
    ...{ sectionId, dueOn, state, doneOn },
  })

  it('counts what is due by the day, confirmed, and late', () => {
    const items = [
      item('2026-03-31', 'confirmed', '2026-03-30'),
      item('2026-03-31', 'confirmed', '2026-04-02'),
      item('2026-06-30', 'done', '2026-06-30'),
      item('2026-06-30', 'working'),
      item('2026-07-01', 'planned'),
      item('2026-06-30', 'planned', '', 's02'),
    ]
    expect(sectionWork(items, '2026-06-30')).toEqual([
      { sectionId: 's01', all: 5, due: 4, done: 2, late: 1 },
      { sectionId: 's02', all: 1, due: 1, done: 0, late: 0 },
    ])
    expect(sectionWork(items, '2026-07-01')[0]).toEqual({
      sectionId: 's01',
      all: 5,
      due: 5,
      done: 2,
      late: 2,
    })
  })

  it('never counts more done or late than due, nor more due than there are', () => {
    const days = ['2026-01-31', '2026-06-30', '2026-07-01', '2026-12-31', '']
    const any = fc.record({
      sectionId: fc.constantFrom('a', 'b'),
      dueOn: fc.constantFrom(...days),
      doneOn: fc.constantFrom(...days),
      state: fc.constantFrom<WorkState>('planned', 'working', 'done', 'confirmed'),
    })
    fc.assert(
      fc.property(fc.array(any), fc.constantFrom(...days.slice(0, 4)), (items, asOf) => {
        const all = sectionWork(items, asOf)
        expect(all.reduce((sum, each) => sum + each.all, 0)).toBe(items.length)
        for (const { all: count, due, done, late } of all) {
          expect(due).toBeLessThanOrEqual(count)
          expect(done).toBeLessThanOrEqual(due)
          expect(late).toBeLessThanOrEqual(due)
        }
      }),
    )
  })
})

it('lets a 支出科 reach its own items alone', () => {
  const item = { duty: 'spending' as const, sectionId: 's05' }
  expect(ownsWork({ duty: 'spending', scope: '05' }, item, sections)).toBe(true)
  expect(ownsWork({ duty: 'spending', scope: '06' }, item, sections)).toBe(false)
  expect(ownsWork({ duty: 'spending', scope: '' }, item, sections)).toBe(true)
  expect(ownsWork({ duty: 'performance', scope: '' }, item, sections)).toBe(false)
})

it('asks for words and a proof, of either form', () => {
  const attachment = { hash: 'h', name: '通知.pdf', size: 1, addedAt: '', addedBy: '' }
  expect(checkFinished({ progress: ' ', proof: '', attachments: [] }).map(({ at }) => at)).toEqual([
    'progress',
    'proof',
  ])
  expect(checkFinished({ progress: '已发', proof: '南财〔2026〕1号', attachments: [] })).toEqual([])
  expect(checkFinished({ progress: '已发', proof: '', attachments: [attachment] })).toEqual([])
})
