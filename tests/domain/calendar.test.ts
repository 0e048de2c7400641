import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Calendar,
  calendarsWith,
  checkCalendar,
  isWeekend,
  isWorkday,
  shippedCalendars,
  uncoveredYears,
  workingDaysBetween,
  workingDaysLater,
} from '#domain/calendar'
import { daysLater } from '#domain/dates'

const calendars = shippedCalendars
const later = (day: string, count: number) => workingDaysLater(day, count, calendars)
const kept: Calendar = {
  id: '2027',
  holidays: ['2027-01-04'],
  workdays: ['2027-01-09'],
  basis: '本局通知',
  mark: '惯',
  revision: 1,
  changedAt: '',
  changedBy: '',
}

describe('working days', () => {
  it('follow the weekday, then the notice', () => {
    expect(isWorkday('2026-08-31', calendars)).toBe(true) // Monday
    expect(isWorkday('2026-09-05', calendars)).toBe(false) // Saturday
    expect(isWorkday('2026-10-01', calendars)).toBe(false) // 国庆, a Thursday
    expect(isWorkday('2026-10-10', calendars)).toBe(true) // a Saturday on which people work
    expect(isWorkday('2026-09-20', calendars)).toBe(true) // a Sunday on which people work
    expect(isWorkday('2026-09-25', calendars)).toBe(false) // 中秋, a Friday
  })

  it('the tenth working day of a plain fortnight is two weeks later; the day itself does not count', () => {
    expect(later('2026-08-31', 10)).toBe('2026-09-14')
    expect(later('2026-08-31', 1)).toBe('2026-09-01')
    expect(later('2026-08-31', 0)).toBe('2026-08-31')
    // From a Saturday the first one is the Monday.
    expect(later('2026-09-05', 1)).toBe('2026-09-07')
  })

  it('goes around 国庆, with the Sunday before and the Saturday after it', () => {
    // 21–24, 28–30 September make seven, 8 and 9 October nine, Saturday the 10th ten.
    expect(later('2026-09-20', 7)).toBe('2026-09-30')
    expect(later('2026-09-20', 8)).toBe('2026-10-08')
    expect(later('2026-09-20', 10)).toBe('2026-10-10')
    expect(later('2026-09-20', 11)).toBe('2026-10-12')
    // From the Friday before, the Sunday on which people work is the first.
    expect(later('2026-09-18', 1)).toBe('2026-09-20')
  })

  it('goes around 春节, whose Saturdays before and after are worked', () => {
    expect(later('2026-02-13', 1)).toBe('2026-02-14')
    expect(later('2026-02-13', 2)).toBe('2026-02-24')
    expect(later('2026-02-13', 6)).toBe('2026-02-28')
    expect(later('2026-02-13', 7)).toBe('2026-03-02')
    expect(later('2025-01-24', 2)).toBe('2025-01-27')
    expect(later('2025-01-24', 3)).toBe('2025-02-05')
  })

  it('goes over the year’s end, by Monday to Friday where there is no calendar', () => {
    expect(later('2025-12-31', 1)).toBe('2026-01-04')
    expect(later('2026-12-31', 2)).toBe('2027-01-04')
    expect(workingDaysLater('2026-12-31', 2, calendarsWith([kept]))).toBe('2027-01-05')
    expect(uncoveredYears('2026-12-20', '2027-01-10', calendars)).toEqual(['2027'])
    expect(uncoveredYears('2026-12-20', '2027-01-10', calendarsWith([kept]))).toEqual([])
  })

  it('counts between days, backwards too', () => {
    expect(workingDaysBetween('2026-08-31', '2026-09-14', calendars)).toBe(10)
    expect(workingDaysBetween('2026-09-14', '2026-08-31', calendars)).toBe(-10)
    expect(workingDaysBetween('2026-09-30', '2026-10-10', calendars)).toBe(3)
    expect(workingDaysBetween('2026-10-01', '2026-10-07', calendars)).toBe(0)
    expect(workingDaysBetween('2026-10-07', '2026-10-01', calendars)).toBe(0)
    expect(workingDaysBetween('', '2026-10-01', calendars)).toBe(0)
  })

  it('says nothing for what is no day, and ends where a calendar leaves no working day', () => {
    expect(later('2026-02-30', 3)).toBe('')
    const never = [
      '2027',
      '2028',
      '2029',
      '2030',
      '2031',
      '2032',
      '2033',
      '2034',
      '2035',
      '2036',
      '2037',
      '2038',
    ]
    const closed = never.map((id) => {
      const holidays = Array.from({ length: 366 }, (_, index) => daysLater(`${id}-01-01`, index))
      return { ...kept, id, holidays, workdays: [] }
    })
    expect(workingDaysLater('2027-01-01', 1, closed)).toBe('')
  })

  it('the n-th working day is a working day, and n of them lie between', () => {
    const days = fc.integer({ min: 0, max: 1000 }).map((offset) => daysLater('2024-01-01', offset))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const last = later(day, count)
        expect(isWorkday(last, calendars)).toBe(true)
        expect(workingDaysBetween(day, last, calendars)).toBe(count)
      }),
    )
  })
})

describe('the shipped calendars', () => {
  it('are sound, and lengths are those of the notices', () => {
    for (const calendar of shippedCalendars) expect(checkCalendar(calendar.id, calendar)).toEqual([])
    const lengths = shippedCalendars.map(({ id, holidays, workdays }) => [
      id,
      holidays.length,
      workdays.length,
    ])
    expect(lengths).toEqual([
      ['2024', 28, 8],
      ['2025', 28, 5],
      ['2026', 33, 6],
    ])
  })

  it('what is kept for a year stands before the shipped one', () => {
    const own = { ...kept, id: '2026', holidays: [], workdays: [] }
    const list = calendarsWith([kept, own])
    expect(list.map(({ id }) => id)).toEqual(['2024', '2025', '2026', '2027'])
    expect(isWorkday('2026-10-01', list)).toBe(true)
  })
})

describe('a calendar that is kept', () => {
  const codes = (year: string, holidays: string[], workdays: string[]) =>
    checkCalendar(year, { holidays, workdays, basis: '' }).map(({ code }) => code)
  it('has its own days only, each once, and works on weekends only', () => {
    expect(isWeekend('2027-01-09')).toBe(true)
    expect(codes('2027', ['2027-01-01'], ['2027-01-09'])).toEqual([])
    expect(codes('1999', [], [])).toEqual(['year-unfit'])
    expect(codes('2027', ['2026-12-31'], [])).toEqual(['day-unfit'])
    expect(codes('2027', ['2027-02-30'], [])).toEqual(['day-unfit'])
    expect(codes('2027', ['2027-01-09'], ['2027-01-09'])).toEqual(['day-twice'])
    expect(codes('2027', [], ['2027-01-04'])).toEqual(['day-weekday'])
  })
})
