import type { Day } from '#domain/dates'

/** The calendar day where the machine stands. */
export function localDay(date: Date): Day {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Ids of rows written by hand: unlike any other in the document. */
export function rowId(): string {
  return crypto.randomUUID()
}
