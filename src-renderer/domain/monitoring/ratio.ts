import type { Fen } from '../money.ts'
import { plainNumber } from '../plain-number.ts'

/** An exact share, as the quotient of two integers; `to` is above zero. Never stored: it is worked out when it is needed. */
export type Ratio = { of: bigint; to: bigint }

export const none: Ratio = { of: 0n, to: 1n }
export const whole: Ratio = { of: 1n, to: 1n }

/** The quotient of two integers; null where there is nothing to divide by. */
export function ratio(of: bigint | number, to: bigint | number): Ratio | null {
  const [top, bottom] = [BigInt(of), BigInt(to)]
  if (bottom === 0n) return null
  return bottom < 0n ? { of: -top, to: -bottom } : { of: top, to: bottom }
}

/** 执行率: paid ÷ budget, both in 分; null without a budget or without what was paid. */
export function executionRate({ budget, paid }: { budget: Fen | null; paid: Fen | null }): Ratio | null {
  return budget === null || paid === null || budget <= 0 ? null : ratio(paid, budget)
}

/** A percentage of the rules as a share. */
export function percent(value: number): Ratio {
  return { of: BigInt(value), to: 100n }
}

/** Below zero, zero or above zero as `a` is smaller than, equal to or larger than `b`. Exact. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.of * b.to - b.of * a.to
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return a.to === b.to
    ? { of: a.of + b.of, to: a.to }
    : reduced({ of: a.of * b.to + b.of * a.to, to: a.to * b.to })
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return plus(a, { of: -b.of, to: b.to })
}

export function times(a: Ratio, b: Ratio): Ratio {
  return reduced({ of: a.of * b.of, to: a.to * b.to })
}

/** `a` divided by `b`; null where `b` is nothing. */
export function over(a: Ratio, b: Ratio): Ratio | null {
  const quotient = ratio(a.of * b.to, a.to * b.of)
  return quotient && reduced(quotient)
}

export function absolute(a: Ratio): Ratio {
  return a.of < 0n ? { of: -a.of, to: a.to } : a
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) <= 0 ? a : b
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) >= 0 ? a : b
}

function reduced({ of, to }: Ratio): Ratio {
  let [a, b] = [of < 0n ? -of : of, to]
  while (b !== 0n) [a, b] = [b, a % b]
  return a <= 1n ? { of, to } : { of: of / a, to: to / a }
}

/**
 * Percent with one decimal, as rates are shown. Cut towards zero, never rounded up: 24.99 % must not read as 25.0 % beside
 * a line of 25 %.
 */
export function percentText(value: Ratio): string {
  const tenths = absolute({ of: (value.of * 1000n) / value.to, to: 1n }).of
  const sign = value.of < 0n && tenths !== 0n ? '-' : ''
  return `${sign}${tenths / 10n}.${tenths % 10n}%`
}

/** A difference of two rates in percentage points with one decimal, cut towards zero. */
export function pointsText(value: Ratio): string {
  return `${percentText(value).replace('%', '')} 个百分点`
}

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** A plain number as a person writes it (separators and full-width digits allowed) as an exact share; null for other text. */
export function parseDecimal(text: string): Ratio | null {
  const plain = plainNumber(text)
    .replace(/[−–]/g, '-')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
  const match = decimal.exec(plain)
  if (!match) return null
  const [, sign = '', digits = '0', fraction = ''] = match
  const value = BigInt(digits + fraction)
  return { of: sign === '-' ? -value : value, to: 10n ** BigInt(fraction.length) }
}
