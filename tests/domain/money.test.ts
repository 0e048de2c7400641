import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, parseDay } from '#domain/dates'
import { addUp, formatWan, formatWanExact, isAmountTooLarge, parseMoney } from '#domain/money'

describe('money', () => {
  it.each([
    ['1.005', '万元', 1_005_000],
    ['１,２３４.５', '万元', 1_234_500_000],
    ['1，234。5', '万元', 1_234_500_000],
    ['59万元', '元', 59_000_000],
    ['0.005', '元', 1],
    ['0.004', '元', 0],
  ] as const)('reads %s as %s', (text, unit, amount) => expect(parseMoney(text, unit)).toBe(amount))
  it('knows what is too large from what is no amount', () => {
    expect(['99999999999999', '384', '三百'].map((text) => isAmountTooLarge(text, '万元'))).toEqual([
      true,
      false,
      false,
    ])
    expect(parseMoney('99999999999999', '万元')).toBeNull()
  })
  it('does not guess', () =>
    expect(['854万(400)', '', '约5', '1.2.3'].map((text) => parseMoney(text, '元'))).toEqual([
      null,
      null,
      null,
      null,
    ]))
  it('reads back what it writes, to the fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (amount) => {
        expect(parseMoney(formatWanExact(amount), '万元')).toBe(amount)
      }),
    )
  })
  it('rounds half away from zero in lists', () =>
    expect([formatWan(5_000), formatWan(4_999), formatWan(-5_000)]).toEqual(['0.01', '0.00', '-0.01']))
  it('counts what is not filled as nothing', () => expect(addUp([1, null, 2])).toBe(3))
})

describe('days', () => {
  it('knows leap years', () =>
    expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2100-02-29')]).toEqual([true, false, false]))
  it('reads what people write', () =>
    expect([parseDay('2026/1/1'), parseDay('2022年12月', 'last'), parseDay('明年')]).toEqual([
      '2026-01-01',
      '2022-12-31',
      '',
    ]))
})
