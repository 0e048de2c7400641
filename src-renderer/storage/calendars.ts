import { type Calendar, calendarsWith } from '#domain/calendar'
import { db } from './database.ts'

/** The calendars that count: the shipped ones, but for the years that the bureau keeps itself. */
export async function allCalendars(): Promise<Calendar[]> {
  return calendarsWith(await db.calendars.toArray())
}
