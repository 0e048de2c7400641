import { normaliseText } from '../target.ts'

const shape = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g

/** The last day that a text names, as YYYYMMDD (a month alone: its 31st); null for none, several, or one without a year. */
export function deadlineIn(text: string): number | null {
  const found = [...normaliseText(text).matchAll(shape)]
  const [only] = found
  if (found.length !== 1 || !only?.[1]) return null
  const [month, day] = [Number(only[2]), Number(only[3] ?? 31)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return Number(only[1]) * 10_000 + month * 100 + day
}
