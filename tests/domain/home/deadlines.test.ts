import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedCalendars } from '#domain/calendar'
import { daysLater } from '#domain/dates'
import {
  applicationDeadlines,
  appraisalDeadlines,
  type Deadline,
  deadlineLines,
  deadlineNotice,
  deadlineWord,
  disposalDeadlines,
  plannedRoundDeadlines,
  registerDeadlines,
  roundDeadlines,
  taskDeadlines,
  workDeadlines,
} from '#domain/home/deadlines'
import { yearPlan } from '#domain/monitoring/plan'
import { rulesById } from '#domain/year-rules'

function due(dueOn: string, more: Partial<Deadline> = {}): Deadline {
  return { id: dueOn, kind: 'disposal', name: '某项目', what: '', unitId: 'u1', dueOn, path: '/', ...more }
}
const wordsOf = (today: string, ...days: string[]) =>
  deadlineLines(
    days.map((day) => due(day)),
    today,
    shippedCalendars,
  ).map(deadlineWord)

describe('the border days', () => {
  it('the last day itself is not late, the day after is', () => {
    expect(wordsOf('2026-08-31', '2026-08-31')).toEqual(['今天到期'])
    expect(wordsOf('2026-09-01', '2026-08-31')).toEqual(['逾期 1 天'])
  })

  it('counts working days up to the notice, and shows nothing beyond it', () => {
    // 2026-09-07 is a Monday; ten working days later is Sunday the 20th, on which people work for the 25th.
    expect(wordsOf('2026-09-07', '2026-09-18')).toEqual(['还有 9 个工作日'])
    expect(wordsOf('2026-09-07', '2026-09-20')).toEqual(['还有 10 个工作日'])
    expect(wordsOf('2026-09-07', '2026-09-21')).toEqual([])
  })

  it('says so where no working day is left before a deadline on a day off', () => {
    expect(wordsOf('2026-09-30', '2026-10-03')).toEqual(['下个工作日前到期'])
  })

  it('leaves out what has no day', () => {
    expect(wordsOf('2026-09-30', '', '2026-02-30')).toEqual([])
  })

  it('puts the longest overdue first', () => {
    expect(wordsOf('2026-09-07', '2026-09-08', '2026-09-07', '2026-09-01', '2026-08-01')).toEqual([
      '逾期 37 天',
      '逾期 6 天',
      '今天到期',
      '还有 1 个工作日',
    ])
  })

  it('shows every late one, none that lies beyond twice the notice, and all in the order of their days', () => {
    const offset = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 30 }), (offsets) => {
        const today = '2026-06-15'
        const lines = deadlineLines(
          offsets.map((days, index) => due(daysLater(today, days), { id: String(index) })),
          today,
          shippedCalendars,
        )
        const late = lines.filter(({ standing }) => standing === 'late')
        expect(late).toHaveLength(offsets.filter((days) => days < 0).length)
        const far = daysLater(today, 4 * deadlineNotice.workingDays)
        expect(lines.every(({ dueOn }) => dueOn <= far)).toBe(true)
        const days = lines.map(({ dueOn }) => dueOn)
        expect(days).toEqual(days.toSorted())
      }),
    )
  })
})

describe('what has a deadline', () => {
  it('a round while it is open and a form is not handed in', () => {
    const round = { id: 'r1', name: '1—7 月监控', dueOn: '2026-08-31', state: 'open' } as const
    const forms = [
      { roundId: 'r1', state: 'draft' },
      { roundId: 'r1', state: 'returned' },
      { roundId: 'r1', state: 'submitted' },
      { roundId: 'r2', state: 'draft' },
    ] as const
    expect(roundDeadlines([round], forms)).toMatchObject([{ what: '2 份监控表未报', dueOn: '2026-08-31' }])
    expect(roundDeadlines([round], forms.slice(2, 3))).toEqual([])
    expect(roundDeadlines([{ ...round, state: 'closed' }], forms)).toEqual([])
  })

  it('a round of the year’s plan as long as nobody has issued it', () => {
    const { monitoring } = rulesById('frame-2021')
    const facts = { year: 2026, today: '2026-11-26', withData: new Set<number>() }
    const issued = { id: 'r', name: '甲', month: 7, dueOn: '2026-08-31', state: 'open' } as const
    expect(plannedRoundDeadlines(yearPlan(monitoring, [issued], facts))).toEqual([
      expect.objectContaining({ what: '还没有布置', dueOn: '2026-10-31', path: '/monitoring/plan' }),
    ])
  })

  it('a disposal only while the unit has to answer', () => {
    const base = { id: 'd', name: '甲', unitId: 'u1', dueOn: '2026-08-31' }
    const states = ['proposed', 'issued', 'returned', 'answered', 'closed'] as const
    const open = disposalDeadlines(states.map((state) => ({ ...base, id: state, state })))
    expect(open.map(({ id }) => id)).toEqual(['issued', 'returned'])
  })

  it('an application while it is carried out, and its order while it stands', () => {
    const base = { id: 'a', name: '甲', unitId: 'u1', dueOn: '2026-10-30', rectification: null }
    expect(applicationDeadlines([{ ...base, state: 'carrying' }])).toMatchObject([{ kind: 'application' }])
    expect(applicationDeadlines([{ ...base, state: 'answered' }])).toEqual([])
    const order = { state: 'ordered', dueOn: '2026-11-05' } as never // the other fields are not looked at
    expect(applicationDeadlines([{ ...base, state: 'closed', rectification: order }])).toMatchObject([
      { kind: 'rectification', dueOn: '2026-11-05' },
    ])
  })

  it('an appraisal by its 自评, later by the day until which it may be objected to', () => {
    const base = {
      id: 'k',
      name: '教育局',
      title: '2026 年考核',
      unitId: 'u1',
      dueOn: '2026-12-10',
      objectsUntil: '2026-12-28',
    }
    expect(appraisalDeadlines([{ ...base, state: 'open' }])).toMatchObject([{ dueOn: '2026-12-10' }])
    expect(appraisalDeadlines([{ ...base, state: 'asked' }])).toMatchObject([{ dueOn: '2026-12-28' }])
    expect(appraisalDeadlines([{ ...base, state: 'decided' }])).toEqual([])
  })

  it('an evaluation while it is scored, an item of the plan until it is reported, an entry until what follows is done', () => {
    const task = { id: 't', name: '甲', unitId: 'u1', dueOn: '2026-06-30' }
    expect(
      taskDeadlines([
        { ...task, state: 'scoring' },
        { ...task, state: 'asked' },
      ]),
    ).toHaveLength(1)
    const item = { id: 'w', name: '制定计划', dueOn: '2026-01-31', sectionId: 's1' }
    const items = (['planned', 'working', 'done', 'confirmed'] as const).map((state) => ({ ...item, state }))
    expect(workDeadlines(items, () => '预算科').map(({ what }) => what)).toEqual(['预算科', '预算科'])
    const entry = { id: 'e', kind: 'audit', title: '没有量化' } as const
    const open = { ...entry, values: { demand: '补充', dueOn: '2026-06-30' } }
    const closed = { ...entry, values: { demand: '补充', dueOn: '2026-06-30', doneOn: '2026-06-22' } }
    expect(registerDeadlines([open, closed], '2026-06-20')).toMatchObject([{ dueOn: '2026-06-30' }])
  })
})
