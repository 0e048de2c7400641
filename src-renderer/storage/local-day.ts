import type { Day } from '#domain/dates'

/** The calendar day of a moment where the machine stands. */
export function localDay(at: string): Day {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The calendar day it is where the machine stands. */
export function localToday(): Day {
  return localDay(new Date().toISOString())
}
