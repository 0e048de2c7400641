import { type Calendar, isWorkday } from '#domain/calendar'
import { type Day, daysLater } from '#domain/dates'

/** The workday that lies so many days back, or the last before it. */
export function workdayAgo(
  days: number,
  { today, calendars }: { today: Day; calendars: readonly Calendar[] },
): Day {
  let day = daysLater(today, -days)
  while (!isWorkday(day, calendars)) day = daysLater(day, -1)
  return day
}
