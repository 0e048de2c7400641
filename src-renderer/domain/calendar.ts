import { type Day, daysLater, isDay, type Moment } from './dates.ts'
import type { Problem } from './problem.ts'
import type { Mark } from './year-rules.ts'

/** Days of one calendar year that are not what their weekday says: 放假 and 调休上班, after the State Council's notice. */
export type Calendar = {
  /** The year, as text. */
  id: string
  holidays: readonly Day[]
  /** Saturdays and Sundays on which people work. */
  workdays: readonly Day[]
  /** The notice it follows. */
  basis: string
  mark: Mark
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a person changes of a year. */
export type CalendarContent = Pick<Calendar, 'holidays' | 'workdays' | 'basis'>

type Shipped = { id: string; holidays: readonly string[]; workdays: readonly string[]; basis: string }

/** Spans `MM-DD—MM-DD` and days `MM-DD`, as the notices give them. */
const notices: readonly Shipped[] = [
  {
    id: '2024',
    holidays: ['01-01', '02-10—02-17', '04-04—04-06', '05-01—05-05', '06-10', '09-15—09-17', '10-01—10-07'],
    workdays: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    basis: '国办发明电〔2023〕7号',
  },
  {
    id: '2025',
    holidays: ['01-01', '01-28—02-04', '04-04—04-06', '05-01—05-05', '05-31—06-02', '10-01—10-08'],
    workdays: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    basis: '国办发明电〔2024〕12号',
  },
  {
    id: '2026',
    holidays: [
      '01-01—01-03',
      '02-15—02-23',
      '04-04—04-06',
      '05-01—05-05',
      '06-19—06-21',
      '09-25—09-27',
      '10-01—10-07',
    ],
    workdays: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    basis: '国办发明电〔2025〕7号',
  },
]

function spanned(year: string, span: string): Day[] {
  const [first = '', last = first] = span.split('—').map((day) => `${year}-${day}`)
  const days: Day[] = []
  for (let day = first; day <= last; day = daysLater(day, 1)) days.push(day)
  return days
}

/** The calendars that come with the program: only years whose notice is out. */
export const shippedCalendars: readonly Calendar[] = notices.map(({ id, holidays, workdays, basis }) => ({
  id,
  holidays: holidays.flatMap((span) => spanned(id, span)),
  workdays: workdays.flatMap((span) => spanned(id, span)),
  basis,
  mark: '源',
  revision: 0,
  changedAt: '',
  changedBy: '',
}))

/** The calendars that count: what the bureau keeps for a year stands before the shipped one. */
export function calendarsWith(kept: readonly Calendar[]): Calendar[] {
  const own = new Set(kept.map(({ id }) => id))
  return [...shippedCalendars.filter(({ id }) => !own.has(id)), ...kept].toSorted((left, right) =>
    left.id < right.id ? -1 : 1,
  )
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

/** Whether people work on a day; Monday to Friday in years without a calendar. */
export function isWorkday(day: Day, calendars: readonly Calendar[]): boolean {
  const calendar = calendars.find(({ id }) => id === day.slice(0, 4))
  if (calendar?.holidays.includes(day)) return false
  return !isWeekend(day) || (calendar?.workdays.includes(day) ?? false)
}

/** No span of working days that anything here counts is longer; keeps a faulty calendar from counting for ever. */
const farthest = 4000

/**
 * The n-th working day after a day (the day itself is not counted: 期间开始的日不计算在内); the day itself for 0. '' for what
 * is no day, or where a calendar leaves no working days.
 */
export function workingDaysLater(day: Day, count: number, calendars: readonly Calendar[]): Day {
  if (!isDay(day)) return ''
  let [at, left] = [day, count]
  for (let step = 0; left > 0; step++) {
    if (step === farthest) return ''
    at = daysLater(at, 1)
    if (isWorkday(at, calendars)) left--
  }
  return at
}

/** Working days after the first day up to the last, that one included; negative where the last lies before the first. */
export function workingDaysBetween(first: Day, last: Day, calendars: readonly Calendar[]): number {
  if (!isDay(first) || !isDay(last)) return 0
  if (last < first) {
    const back = workingDaysBetween(last, first, calendars)
    return back === 0 ? 0 : -back
  }
  const counted = countsOf(calendars)
  const key = `${first} ${last}`
  const known = counted.get(key)
  if (known !== undefined) return known
  let count = 0
  for (let at = daysLater(first, 1); at <= last; at = daysLater(at, 1)) if (isWorkday(at, calendars)) count++
  counted.set(key, count)
  return count
}

/** A ledger asks thousands of times for the days left between few days: what was counted by some calendars is kept. */
const counts = new WeakMap<readonly Calendar[], Map<string, number>>()

function countsOf(calendars: readonly Calendar[]): Map<string, number> {
  const known = counts.get(calendars) ?? new Map<string, number>()
  counts.set(calendars, known)
  return known
}

/** The years from one day to another that no calendar covers; their days are Monday to Friday. */
export function uncoveredYears(first: Day, last: Day, calendars: readonly Calendar[]): string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))]
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => String(from + index))
  return years.filter((year) => !calendars.some(({ id }) => id === year))
}

/** What is wrong with a year as it is about to be kept. */
export function checkCalendar(year: string, { holidays, workdays }: CalendarContent): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, at: string, message: string) =>
    problems.push({ code, severity: 'error', at, message, clause: '', suggestion: '' })
  if (!/^20\d\d$/.test(year)) add('year-unfit', 'id', '年份应在 2000 到 2099 之间。')
  for (const day of [...holidays, ...workdays])
    if (!isDay(day) || !day.startsWith(year)) add('day-unfit', day, `“${day}”不是 ${year} 年的一天。`)
  for (const day of holidays) if (workdays.includes(day)) add('day-twice', day, `${day} 不能既放假又上班。`)
  for (const day of workdays)
    if (isDay(day) && !isWeekend(day)) add('day-weekday', day, `${day} 本来就是工作日，不用列为调休上班。`)
  return problems
}
