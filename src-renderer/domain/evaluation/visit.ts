import type { Attachment } from '../attachment.ts'
import { type Day, daysLater, isDay, yearsLater } from '../dates.ts'
import type { Problem, Severity } from '../problem.ts'
import type { EvaluationTask } from './task.ts'

export const visitStates = { planned: '计划', done: '已完成' } as const
export type VisitState = keyof typeof visitStates

export const visitorKinds = { expert: '专家', agency: '机构人员', section: '财政人员' } as const
export type VisitorKind = keyof typeof visitorKinds

/** One who goes: `of` is the expert, the agency or the section that the person belongs to. */
export type Visitor = { kind: VisitorKind; of: string; name: string }

/** 现场工作: when, where and by whom something is looked at, and what was found there. */
export type Visit = {
  id: string
  startsOn: Day | ''
  /** '' where it is done in one day. */
  endsOn: Day | ''
  place: string
  visitors: readonly Visitor[]
  /** What is to be looked at. */
  aim: string
  found: string
  attachments: readonly Attachment[]
  state: VisitState
}

export function newVisit(id: string): Visit {
  return {
    ...{ id, startsOn: '', endsOn: '', place: '', visitors: [], aim: '', found: '' },
    ...{ attachments: [], state: 'planned' },
  }
}

type Span = { first: Day; last: Day }

/** First and last day; null while there is no first day, or they do not follow each other within a year. */
function spanOf({ startsOn, endsOn }: Pick<Visit, 'startsOn' | 'endsOn'>): Span | null {
  const last = endsOn === '' ? startsOn : endsOn
  const isSound = isDay(startsOn) && isDay(last) && startsOn <= last && last <= yearsLater(startsOn, 1)
  return isSound ? { first: startsOn, last } : null
}

function problem(at: string, severity: Severity, message: string): Problem {
  return { code: `visit-${at}`, severity, at, message, clause: '', suggestion: '' }
}

/** What is wrong with a visit, as it is planned: days that do not fit, and days outside the task's. */
export function visitProblems(
  visit: Visit,
  { startsOn, dueOn }: Pick<EvaluationTask, 'startsOn' | 'dueOn'>,
): Problem[] {
  const span = spanOf(visit)
  if (visit.startsOn === '' && visit.endsOn === '') return []
  if (!span)
    return [problem('days', 'error', '日期请写成 2026-06-30，结束日期不早于开始日期，也不晚于一年后。')]
  if (startsOn !== '' && span.first < startsOn)
    return [problem('days', 'warning', `早于任务的开始日期 ${startsOn}。`)]
  if (dueOn !== '' && span.last > dueOn) return [problem('days', 'warning', `晚于任务的完成日期 ${dueOn}。`)]
  return []
}

/** What a visit lacks to be 已完成: days, place, people and what was found; without evidence there is a warning. */
export function missingForDone(visit: Visit): Problem[] {
  const lacks = (at: string, isThere: boolean, message: string) =>
    isThere ? [] : [problem(at, 'error', message)]
  return [
    ...lacks('days', spanOf(visit) !== null, '请填写日期。'),
    ...lacks('place', visit.place.trim() !== '', '请填写地点。'),
    ...lacks('visitors', visit.visitors.length > 0, '请填写参加人员。'),
    ...lacks('found', visit.found.trim() !== '', '请填写查看情况。'),
    ...(visit.attachments.length > 0 ? [] : [problem('attachments', 'warning', '还没有附上记录或照片。')]),
  ]
}

/** Two names are one person only within one agency or section; an expert is known by the register. */
function keyOf({ kind, of, name }: Visitor): string {
  return kind === 'expert' ? `expert ${of}` : `${kind} ${of} ${name.normalize('NFKC').replace(/\s/g, '')}`
}

/** The same person on the same day elsewhere. */
export type Clash = {
  name: string
  day: Day
  taskId: string
  taskName: string
  number: string
  place: string
}

/**
 * Who of a visit is, on one of its days, also planned for another task; its first such day. Several places of one task on one
 * day are no clash, and what was stopped claims nobody.
 */
export function visitClashes(
  visit: Visit,
  taskId: string,
  others: readonly Pick<EvaluationTask, 'id' | 'name' | 'number' | 'state' | 'visits'>[],
): Clash[] {
  const span = spanOf(visit)
  if (!span) return []
  const wanted = new Map(visit.visitors.map((visitor) => [keyOf(visitor), visitor.name]))
  return others
    .filter(({ id, state }) => id !== taskId && state !== 'stopped')
    .flatMap(({ id, name: taskName, number, visits = [] }) =>
      visits.flatMap((other) => {
        const day = commonDay(span, spanOf(other))
        if (day === '') return []
        return other.visitors.flatMap((visitor): Clash[] => {
          const name = wanted.get(keyOf(visitor))
          return name === undefined ? [] : [{ name, day, taskId: id, taskName, number, place: other.place }]
        })
      }),
    )
}

function commonDay(one: Span, other: Span | null): Day | '' {
  if (!other) return ''
  const first = one.first > other.first ? one.first : other.first
  return first <= one.last && first <= other.last ? first : ''
}

/** In the order they are done; what has no day yet comes last, in the order it was written. */
export function sortedVisits(visits: readonly Visit[]): Visit[] {
  const key = ({ startsOn }: Visit) => (startsOn === '' ? '9999-99-99' : startsOn)
  return visits.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}

export type VisitFigures = { count: number; done: number; people: number; personDays: number }

/** 现场工作 of a task: how many, done, persons, and days that persons are out. */
export function visitFigures(visits: readonly Visit[]): VisitFigures {
  const days = new Set<string>()
  const people = new Set<string>()
  for (const visit of visits) {
    const keys = visit.visitors.map(keyOf)
    for (const key of keys) people.add(key)
    const span = spanOf(visit)
    for (let day = span?.first ?? ''; span && day <= span.last; day = daysLater(day, 1))
      for (const key of keys) days.add(`${key} ${day}`)
  }
  return {
    count: visits.length,
    done: visits.filter(({ state }) => state === 'done').length,
    people: people.size,
    personDays: days.size,
  }
}

/** 3 月 2 日至 5 日 as the paper has it: 2026-03-02 至 2026-03-05. */
export function daysText({ startsOn, endsOn }: Pick<Visit, 'startsOn' | 'endsOn'>): string {
  if (startsOn === '') return ''
  return endsOn === '' || endsOn === startsOn ? startsOn : `${startsOn} 至 ${endsOn}`
}

/** Persons with whom they belong to, as `nameOf` knows agencies and sections. */
export function visitorsText(visitors: readonly Visitor[], nameOf: (of: string) => string): string {
  return visitors
    .map(({ kind, of, name }) => {
      const house = kind === 'expert' ? visitorKinds.expert : nameOf(of) || visitorKinds[kind]
      return `${name}（${house}）`
    })
    .join('、')
}
