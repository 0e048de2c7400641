import type { Fen } from '../money.ts'
import { plainNumber } from '../plain-number.ts'

/** A share in hundredths of a percent: 10000 is the whole. */
export type Share = number

export const whole: Share = 10_000

/** Half away from zero; `divisor` is positive. */
function rounded(dividend: bigint, divisor: bigint): number {
  const half = dividend < 0n ? -divisor / 2n : divisor / 2n
  return Number((dividend + half) / divisor)
}

/** `part` of `amount` as a share, rounded to the hundredth of a percent; null where nothing is to be spent. Exact. */
export function rateOf(part: Fen, amount: Fen): Share | null {
  if (amount <= 0) return null
  return rounded(BigInt(part) * BigInt(whole), BigInt(amount))
}

/** The amount that a share of `amount` is, rounded to the 分. Exact; in plain numbers while these are. */
export function amountAt(amount: Fen, share: Share): Fen {
  const product = amount * share
  const near = Math.abs(product) + whole / 2
  if (!Number.isSafeInteger(near)) return rounded(BigInt(amount) * BigInt(share), BigInt(whole))
  const size = (near - (near % whole)) / whole
  return product < 0 ? 0 - size : size
}

/** A share as percent with one decimal, as rates are shown: `62.5%`; — where there is none. */
export function formatRate(share: Share | null): string {
  if (share === null) return '—'
  const tenths = rounded(BigInt(share), 10n)
  const sign = tenths < 0 ? '-' : ''
  return `${sign}${Math.floor(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}%`
}

/** A share typed by a person: `62.5`, `62.5%`, full width; null for what is none or finer than a hundredth. */
export function parseShare(text: string): Share | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(plainNumber(text))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** A share without superfluous digits, for typing: `62.5`. */
export function shareText(share: Share): string {
  return `${Math.floor(share / 100)}.${String(share % 100).padStart(2, '0')}`.replace(/\.?0+$/, '') || '0'
}
