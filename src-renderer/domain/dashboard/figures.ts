import { rateOf } from '../execution/rate.ts'
import { type Figures, sumFigures } from '../execution/totals.ts'
import { addUp, addUpBy, type Fen } from '../money.ts'
import type { BoardIndex } from './board-index.ts'
import type { Item } from './item.ts'

/** What of an item is known by month. */
type ByMonth = 'initial' | 'adjusted' | 'allocated' | 'paid' | 'reference' | 'lastYear'

/** The sum of one field of items at the end of a month, in 分. */
export function sumAt(items: readonly Item[], field: ByMonth, month: number): Fen {
  return addUpBy(items, (item) => item[field][month - 1] ?? 0)
}

/**
 * The sums of items at the end of a month; equal to `sumFigures` of their figures one by one. In one pass: a city's items
 * lie far apart in memory.
 */
export function figuresAt(items: readonly Item[], month: number): Figures {
  const at = month - 1
  const one = { budget: 0, initial: 0, adjusted: 0, allocated: 0, paid: 0, reference: 0, lastYear: 0 }
  for (const item of items) {
    one.budget += item.budget
    one.initial += item.initial[at] ?? 0
    one.adjusted += item.adjusted[at] ?? 0
    one.allocated += item.allocated[at] ?? 0
    one.paid += item.paid[at] ?? 0
    one.reference += item.reference[at] ?? 0
    one.lastYear += item.lastYear[at] ?? 0
  }
  return sumFigures([{ ...one, gap: 0, rate: null, referenceRate: null }])
}

/**
 * 支出 of many by the end of each month against plan and last year, for the line of the year; null in the months before the
 * first of which anything is known.
 */
export type YearLine = {
  month: number
  paid: Fen | null
  reference: Fen
  lastYear: Fen | null
  adjusted: Fen
}

/** The months of a year as a line is drawn through them; null before the first of which anything is known. */
export function yearLine(items: readonly Item[], since: BoardIndex['since']): YearLine[] {
  const [paid, reference] = [monthSums(items, 'paid'), monthSums(items, 'reference')]
  const [lastYear, adjusted] = [monthSums(items, 'lastYear'), monthSums(items, 'adjusted')]
  return Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    paid: at + 1 < since.paid ? null : addUp([paid[at] ?? 0]),
    reference: addUp([reference[at] ?? 0]),
    lastYear: at + 1 < since.lastYear ? null : addUp([lastYear[at] ?? 0]),
    adjusted: addUp([adjusted[at] ?? 0]),
  }))
}

/** The sums of a field by the end of each month, in one pass too. */
function monthSums(items: readonly Item[], field: ByMonth): Float64Array {
  const sums = new Float64Array(12)
  for (const item of items) {
    const months = item[field]
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (months[at] ?? 0)
  }
  return sums
}

/** 支出进度 of one item at the end of a month. */
export function rateAt(item: Item, month: number) {
  return rateOf(item.paid[month - 1] ?? 0, item.adjusted[month - 1] ?? 0)
}
