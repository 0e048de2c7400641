import { whole } from '../execution/rate.ts'
import { addUpBy, type Fen } from '../money.ts'
import { formAt, type Item } from './item.ts'

/** What a forecast of the year's 支出 rests on. */
export const forecastBases = { unit: '单位预计', plan: '按用款计划推算' } as const
export type ForecastBasis = keyof typeof forecastBases

export type Forecast = { paid: Fen; unspent: Fen; basis: ForecastBasis }

/** `a × b ÷ c`, rounded down; nothing negative, `c` positive. Exact; in plain numbers while these are. */
function scaled(a: Fen, b: number, c: number): Fen {
  const product = a * b
  if (Number.isSafeInteger(product)) return (product - (product % c)) / c
  return Number((BigInt(a) * BigInt(b)) / BigInt(c))
}

/**
 * What will be left at the end of the year: what the unit itself expects in its newest form up to the month, else what was
 * paid drawn out by the project's own plan, at most the whole budget 〔拟〕. Never less than what is paid already, never a
 * negative rest. A plan that has not begun is taken to be kept.
 */
export function forecastOf(item: Item, month: number): Forecast {
  const adjusted = item.adjusted[month - 1] ?? 0
  const paid = item.paid[month - 1] ?? 0
  const expected = formAt(item, month)?.forecast ?? null
  const basis: ForecastBasis = expected === null ? 'plan' : 'unit'
  const share = item.points[month - 1] ?? 0
  const drawn = share <= 0 ? adjusted : scaled(Math.max(paid, 0), whole, share)
  const full = Math.max(paid, expected ?? Math.min(drawn, adjusted))
  return { paid: full, unspent: Math.max(0, adjusted - full), basis }
}

/** The forecast of many: sums, with how much of the rest rests on which basis. */
export type ForecastSum = { paid: Fen; unspent: Fen; byUnit: Fen; byPlan: Fen }

export function forecastSum(all: readonly Forecast[]): ForecastSum {
  const rest = (basis: ForecastBasis) => addUpBy(all, (each) => (each.basis === basis ? each.unspent : 0))
  return {
    paid: addUpBy(all, ({ paid }) => paid),
    unspent: addUpBy(all, ({ unspent }) => unspent),
    byUnit: rest('unit'),
    byPlan: rest('plan'),
  }
}
