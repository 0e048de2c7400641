/** A calendar day as `YYYY-MM-DD`; '' where none is given. */
export type Day = string

/** A moment as ISO text in UTC, as `Date.prototype.toISOString` gives it. */
export type Moment = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a real calendar day, leap years included. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * Reads a day as people write it: 2025-1-1, 2025/1/1, 2025.01.01, 20250101, 2025年1月1日, 2025年1月 (first or last
 * day by `edge`), 2025年. Returns '' when it is not one day.
 */
export function parseDay(text: string, edge: 'first' | 'last' = 'first'): Day {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})(?:[-/.年](?:(\d{1,2})(?:[-/.月](?:(\d{1,2})日?)?)?)?)?$/.exec(plain)
  if (!match) return ''
  const year = Number(match[1])
  const month = match[2] ? Number(match[2]) : edge === 'first' ? 1 : 12
  if (month < 1 || month > 12) return ''
  const day = match[3] ? Number(match[3]) : edge === 'first' ? 1 : daysInMonth(year, month)
  const written = `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDay(written) ? written : ''
}

/** The day that lies a number of days after (before, where negative) another; '' for what is no day. */
export function daysLater(day: Day, days: number): Day {
  if (!isDay(day)) return ''
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative where it lies before. Both are days. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Whole days from today to the deadline; negative once it has passed. */
export function daysLeft(dueOn: Day, today: Day): number {
  return daysBetween(today, dueOn)
}

/** The same day some years later; the last of the month where there is no such day (02-29). */
export function yearsLater(day: Day, years: number): Day {
  if (!isDay(day)) return ''
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = Math.min(date, daysInMonth(year + years, month))
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(year + years, 4)}-${pad(month, 2)}-${pad(last, 2)}`
}

/** A day as documents write it: 2026年9月8日; '' where none is given. */
export function chineseDay(day: Day): string {
  const match = dayPattern.exec(day)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : ''
}
