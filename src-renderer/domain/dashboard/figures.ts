import { rateOf } from '../execution/rate.ts'
import { type Figures, sumFigures } from '../execution/totals.ts'
import { addUp, type Fen } from '../money.ts'
import type { Item } from './item.ts'

/** What of an item is added up. */
const amounts = ['initial', 'adjusted', 'allocated', 'paid', 'reference', 'lastYear'] as const

/** The sums of items at the end of a month; equal to `sumFigures` of their figures one by one. */
export function figuresAt(items: readonly Item[], month: number): Figures {
  const at = month - 1
  const sums = Object.fromEntries(
    amounts.map((field) => [field, addUp(items.map((item) => item[field][at] ?? 0))]),
  ) as Record<(typeof amounts)[number], Fen> // an entry for each of the fields
  const one = {
    budget: addUp(items.map(({ budget }) => budget)),
    ...sums,
    gap: 0,
    rate: null,
    referenceRate: null,
  }
  return sumFigures([one])
}

/** 支出 of many by the end of each month against plan and last year, for the line of the year. */
export type YearLine = { month: number; paid: Fen; reference: Fen; lastYear: Fen; adjusted: Fen }

export function yearLine(items: readonly Item[]): YearLine[] {
  return Array.from({ length: 12 }, (_, at) => {
    const sum = (field: 'paid' | 'reference' | 'lastYear' | 'adjusted') =>
      addUp(items.map((item) => item[field][at] ?? 0))
    return {
      month: at + 1,
      paid: sum('paid'),
      reference: sum('reference'),
      lastYear: sum('lastYear'),
      adjusted: sum('adjusted'),
    }
  })
}

/** 支出进度 of one item at the end of a month. */
export function rateAt(item: Item, month: number) {
  return rateOf(item.paid[month - 1] ?? 0, item.adjusted[month - 1] ?? 0)
}
