import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountAt, formatRate, parseShare, rateOf, shareText } from '#domain/execution/rate'

describe('rateOf', () => {
  it.each([
    [0, 3, 0],
    [1, 3, 3333],
    [2, 3, 6667],
    [3, 3, 10_000],
    [4, 3, 13_333],
    [-1, 3, -3333],
    [-2, 3, -6667],
    [1, 20_000, 1],
    [1, 20_001, 0],
  ])('%i of %i is %i', (part, amount, share) => {
    expect(rateOf(part, amount)).toBe(share)
  })

  it.each([0, -1])('of %i there is no rate', (amount) => {
    expect(rateOf(5, amount)).toBeNull()
  })

  it('is exact beyond what doubles can hold', () => {
    expect(rateOf(9_007_199_254_740_991, 9_007_199_254_740_991)).toBe(10_000)
    expect(amountAt(9_007_199_254_740_991, 10_000)).toBe(9_007_199_254_740_991)
  })

  it('gives the same amount in plain numbers as in exact ones', () => {
    const amount = fc.oneof(fc.integer({ min: -20_001, max: 20_001 }), fc.maxSafeInteger())
    fc.assert(
      fc.property(amount, fc.integer({ min: -30_000, max: 30_000 }), (of, share) => {
        const [product, whole] = [BigInt(of) * BigInt(share), 10_000n]
        const size = ((product < 0n ? -product : product) + whole / 2n) / whole
        expect(amountAt(of, share)).toBe(Number(product < 0n ? -size : size))
      }),
    )
  })

  it('more paid is never a lower rate', () => {
    const amount = fc.integer({ min: 1, max: 2 ** 40 })
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.nat(2 ** 20), amount, (paid, more, budget) => {
        expect(rateOf(paid + more, budget) ?? 0).toBeGreaterThanOrEqual(rateOf(paid, budget) ?? 0)
      }),
    )
  })
})

it.each([
  [null, '—'],
  [0, '0.0%'],
  [4, '0.0%'],
  [5, '0.1%'],
  [6254, '62.5%'],
  [6255, '62.6%'],
  [10_000, '100.0%'],
  [-255, '-2.6%'],
])('%s shows as %s', (share, text) => {
  expect(formatRate(share)).toBe(text)
})

it.each([
  ['62.5', 6250],
  ['６２．５％', 6250],
  ['95。5%', 9550],
  ['100%', 10_000],
  ['0', 0],
  ['8.33', 833],
  ['8.333', null],
  ['-1', null],
  ['一半', null],
  ['', null],
])('“%s” is read as %s', (text, share) => {
  expect(parseShare(text)).toBe(share)
})

it('a share that is shown for typing is read as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
      expect(parseShare(shareText(share))).toBe(share)
    }),
  )
})
