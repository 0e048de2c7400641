import { plainNumber } from './plain-number.ts'

/** An amount of money in 分 (integer). Floating-point yuan never enters a sum or a comparison. */
export type Fen = number

const fenPerWan = 1_000_000

/** Adds amounts; an unfilled amount (null) counts as nothing. Throws when the sum leaves the safe integers. */
export function addUp(amounts: readonly (Fen | null)[]): Fen {
  return addUpBy(amounts, (amount) => amount)
}

/** The same of an amount of each row, without a list of the amounts. */
export function addUpBy<Row>(rows: readonly Row[], amountOf: (row: Row) => Fen | null): Fen {
  let sum = 0
  for (const row of rows) sum += amountOf(row) ?? 0
  if (!Number.isSafeInteger(sum)) throw new RangeError('amount outside the safe integers')
  return sum
}

/**
 * Reads an amount typed by a person: separators, full-width digits, 元/万元/亿元 behind the number.
 * A number without a unit is taken in `unit`. Returns null for anything that is not one plain amount.
 */
export function parseMoney(text: string, unit: '元' | '万元'): Fen | null {
  const value = amountIn(text, unit)
  return value !== null && Number.isSafeInteger(value) ? value : null
}

/** Whether the text is an amount, but more than can be reckoned with exactly. */
export function isAmountTooLarge(text: string, unit: '元' | '万元'): boolean {
  const value = amountIn(text, unit)
  return value !== null && !Number.isSafeInteger(value)
}

function amountIn(text: string, unit: '元' | '万元'): number | null {
  const plain = plainNumber(text).replace(/[,，¥￥]/g, '')
  const match = /^(-?)(\d+)(?:\.(\d*))?(元|万元|万|亿元|亿)?$/.exec(plain)
  if (!match) return null
  const [, sign = '', whole = '0', fraction = '', written] = match
  const shift = { 元: 2, 万元: 6, 万: 6, 亿元: 10, 亿: 10 }[written ?? unit] ?? 2
  const digits = fraction.slice(0, shift).padEnd(shift, '0')
  // Below one 分 is rounded half up, as spreadsheets store 1.005 万元 in more digits than 分 have.
  const rest = fraction.slice(shift)
  const value = Number(whole + digits) + (rest !== '' && Number(rest[0]) >= 5 ? 1 : 0)
  return sign && value !== 0 ? -value : value
}

function grouped(value: number, decimals: number): string {
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** 万元 with separators and two decimals, rounded half away from zero: for lists. */
export function formatWan(amount: Fen | null): string {
  if (amount === null) return ''
  const rounded = Math.sign(amount) * Math.floor((Math.abs(amount) + fenPerWan / 200) / (fenPerWan / 100))
  return grouped(rounded === 0 ? 0 : rounded, 2)
}

/** 元 with separators and two decimals: for small amounts, as fees. */
export function formatYuan(amount: Fen | null): string {
  return amount === null ? '' : grouped(amount, 2)
}

/** 万元 in full precision, without superfluous zeros beyond two decimals: for forms, copies and hover. */
export function formatWanExact(amount: Fen | null): string {
  if (amount === null) return ''
  return grouped(amount, 6).replace(/0{1,4}$/, '')
}

/** Whether `a` is `factor` times `b`, give or take `tolerance` percent. Exact. */
export function isMultiple(a: Fen, b: Fen, factor: number, tolerance: number): boolean {
  if (a <= 0 || b <= 0) return false
  const left = BigInt(a) * 100n
  const right = BigInt(b) * BigInt(factor)
  return left >= right * BigInt(100 - tolerance) && left <= right * BigInt(100 + tolerance)
}

/** By how many tenths of a percent `a` exceeds `b` (negative when below), cut towards zero. Exact. */
export function growthInTenths(a: Fen, b: Fen): number {
  return b === 0 ? 0 : Number(((BigInt(a) - BigInt(b)) * 1000n) / BigInt(b))
}

/** Tenths of a percent as they are shown, without their sign: `12.5%`. */
export function tenthsText(tenths: number): string {
  const size = Math.abs(tenths)
  return `${Math.floor(size / 10)}.${size % 10}%`
}
