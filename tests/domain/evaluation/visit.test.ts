import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EvaluationTask } from '#domain/evaluation/task'
import {
  daysText,
  missingForDone,
  newVisit,
  sortedVisits,
  type Visit,
  visitClashes,
  visitFigures,
  visitorsText,
  visitProblems,
} from '#domain/evaluation/visit'

const expert = { kind: 'expert', of: 'e1', name: '赵专家' } as const
const clerk = { kind: 'section', of: 's9', name: '王某' } as const

function visit(change: Partial<Visit>): Visit {
  return { ...newVisit('v1'), startsOn: '2026-03-10', endsOn: '2026-03-12', place: '西区小学', ...change }
}

function other(visits: readonly Visit[], state: EvaluationTask['state'] = 'scoring') {
  return { id: 't2', name: '道路养护', number: '2026-评-02', state, visits }
}

const days = { startsOn: '2026-03-01', dueOn: '2026-03-31' }

it('the days lie within the task: at its borders silent, one beyond a warning', () => {
  const at = (startsOn: string, endsOn: string) => visitProblems(visit({ startsOn, endsOn }), days)
  expect(at('2026-03-01', '2026-03-31')).toEqual([])
  expect(at('2026-02-28', '2026-03-31')).toMatchObject([{ severity: 'warning', at: 'days' }])
  expect(at('2026-03-01', '2026-04-01')).toMatchObject([{ severity: 'warning', at: 'days' }])
  expect(at('2026-03-05', '2026-03-04')).toMatchObject([{ severity: 'error' }])
  expect(at('2026-03-05', '2027-03-05')).toMatchObject([{ severity: 'warning' }])
  expect(at('2026-03-05', '2027-03-06')).toMatchObject([{ severity: 'error' }])
  expect(at('2026-02-30', '')).toMatchObject([{ severity: 'error' }])
  expect(at('', '')).toEqual([])
  expect(visitProblems(visit({}), { startsOn: '', dueOn: '' })).toEqual([])
})

it('is not done without day, place, people and what was found; without evidence it warns', () => {
  expect(missingForDone(newVisit('v')).map(({ at, severity }) => [at, severity])).toEqual([
    ['days', 'error'],
    ['place', 'error'],
    ['visitors', 'error'],
    ['found', 'error'],
    ['attachments', 'warning'],
  ])
  const whole = visit({ visitors: [clerk], found: '两处墙面开裂。' })
  expect(missingForDone(whole).map(({ at }) => at)).toEqual(['attachments'])
  expect(missingForDone({ ...whole, found: '  ' }).map(({ at }) => at)).toEqual(['found', 'attachments'])
})

it('the same person on the same day on two tasks is a clash, the day before and after are not', () => {
  const own = visit({ visitors: [expert, clerk] })
  const there = (startsOn: string, endsOn = '') => [
    other([visit({ id: 'v2', startsOn, endsOn, visitors: [expert], place: '沙河镇' })]),
  ]
  expect(visitClashes(own, 't1', there('2026-03-09'))).toEqual([])
  expect(visitClashes(own, 't1', there('2026-03-13'))).toEqual([])
  expect(visitClashes(own, 't1', there('2026-03-12'))).toEqual([
    {
      ...{ name: '赵专家', day: '2026-03-12', taskId: 't2', taskName: '道路养护' },
      ...{ number: '2026-评-02', place: '沙河镇' },
    },
  ])
  expect(visitClashes(own, 't1', there('2026-03-08', '2026-03-10'))).toMatchObject([{ day: '2026-03-10' }])
})

it('persons are told apart by their house, and neither the own nor a stopped task clashes', () => {
  const own = visit({ visitors: [clerk] })
  const namesake = visit({ visitors: [{ ...clerk, of: 's7' }] })
  const spaced = visit({ visitors: [{ ...clerk, name: ' 王 某' }] })
  expect(visitClashes(own, 't1', [other([namesake])])).toEqual([])
  expect(visitClashes(own, 't1', [other([spaced])])).toHaveLength(1)
  expect(visitClashes(own, 't2', [other([spaced])])).toEqual([])
  expect(visitClashes(own, 't1', [other([spaced], 'stopped')])).toEqual([])
  expect(visitClashes(visit({ startsOn: '', visitors: [clerk] }), 't1', [other([spaced])])).toEqual([])
})

it('a clash is seen from both sides', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`)
  const any = fc
    .record({ startsOn: day, endsOn: fc.oneof(day, fc.constant('')), who: fc.subarray([expert, clerk]) })
    .map(({ who, ...span }) => visit({ ...span, visitors: who }))
  fc.assert(
    fc.property(any, any, (one, two) => {
      const task = (id: string, each: Visit) => ({ ...other([each]), id })
      const names = (list: { name: string }[]) => list.map(({ name }) => name).toSorted()
      const from = names(visitClashes(one, 'a', [task('b', two)]))
      expect(from).toEqual(names(visitClashes(two, 'b', [task('a', one)])))
    }),
  )
})

it('counts persons once and their days once, and writes days and people as the paper has them', () => {
  const visits = [
    visit({ visitors: [expert, clerk], state: 'done' }),
    visit({ id: 'v2', startsOn: '2026-03-12', endsOn: '', visitors: [expert] }),
    visit({ id: 'v3', startsOn: '', visitors: [clerk] }),
  ]
  expect(visitFigures(visits)).toEqual({ count: 3, done: 1, people: 2, personDays: 6 })
  expect(sortedVisits([...visits].reverse()).map(({ id }) => id)).toEqual(['v1', 'v2', 'v3'])
  expect(visits.map(daysText)).toEqual(['2026-03-10 至 2026-03-12', '2026-03-12', ''])
  const nameOf = (of: string) => (of === 's9' ? '监督检查局' : '')
  expect(visitorsText([expert, clerk], nameOf)).toBe('赵专家（专家）、王某（监督检查局）')
})
