import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth, isDay, parseDay } from '#domain/dates'
import { parseMoney } from '#domain/money'

const day = fc
  .tuple(
    fc.integer({ min: 1900, max: 2199 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .filter(([year, month, date]) => date <= daysInMonth(year, month))

describe('days', () => {
  it('come back from every way of writing them', () => {
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const two = (number: number) => String(number).padStart(2, '0')
        const text = `${year}-${two(month)}-${two(date)}`
        expect(isDay(text)).toBe(true)
        const ways = [
          text,
          `${year}/${month}/${date}`,
          `${year}.${two(month)}.${two(date)}`,
          `${year}年${month}月${date}日`,
        ]
        for (const written of [...ways, `${year}${two(month)}${two(date)}`]) {
          expect(parseDay(written)).toBe(text)
          expect(parseDay(parseDay(written), 'last')).toBe(text)
        }
      }),
    )
  })
  it.each([
    ['2026-02-29', ''],
    ['2026-13-01', ''],
    ['2026年0月', ''],
    ['２０２６年２月', '2026-02-28'],
    ['2026年', '2026-12-31'],
    ['', ''],
  ])('reads %j as a last day', (text, value) => expect(parseDay(text, 'last')).toBe(value))
})

describe('amounts', () => {
  it('are refused rather than guessed at the end of the safe integers', () => {
    expect(parseMoney('90071992547409.91', '元')).toBe(9_007_199_254_740_991)
    expect(parseMoney('90071992547409.92', '元')).toBeNull()
  })
  it('do not depend on the unit in which they are written', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (wan) => {
        expect(parseMoney(`${wan}万元`, '元')).toBe(parseMoney(`${wan}0000`, '元'))
      }),
    )
  })
})
