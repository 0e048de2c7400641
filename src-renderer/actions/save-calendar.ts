import { type Calendar, type CalendarContent, checkCalendar } from '#domain/calendar'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps the calendar of a year. Deadlines that were given stay as the letters say them. Throws `entry-faulty` with the
 * problems as its cause, `changed-meanwhile` where it is no longer what was seen.
 */
export async function saveCalendar(
  year: string,
  seenRevision: number,
  content: CalendarContent,
  by: Actor,
): Promise<Calendar> {
  const problems = checkCalendar(year, content)
  if (problems.length > 0) throw new AppError('entry-faulty', { cause: problems })
  const stamp = newStamp(by)
  const calendar: Calendar = {
    id: year,
    holidays: [...new Set(content.holidays)].toSorted(),
    workdays: [...new Set(content.workdays)].toSorted(),
    basis: content.basis.trim(),
    mark: '惯',
    revision: seenRevision + 1,
    changedAt: stamp.at,
    changedBy: stamp.by,
  }
  const entry: Entry = { action: 'save-calendar', bookId: '', summary: `修改 ${year} 年工作日历` }
  return write(stamp, entry, ['calendars'], async (writer) => {
    const stored = await db.calendars.get(year)
    if ((stored?.revision ?? 0) !== seenRevision) throw new AppError('changed-meanwhile')
    await writer.put('calendars', [calendar])
    return calendar
  })
}
