import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratio } from '#domain/monitoring/ratio'
import { orderAhead, type SortValue, sortedBy, sortedByRatio, stablySortedBy } from '#ui/sorted'

const rowsOf = (values: readonly SortValue[]) => values.map((value, at) => ({ id: `r${at}`, value }))
const sorted = (values: readonly SortValue[], descending = false) =>
  sortedBy(rowsOf(values), ({ value }) => value, descending).map(({ value }) => value)

describe('rows in order', () => {
  it('has names as a dictionary does, and figures in them by their value', () => {
    expect(sorted(['张村', '李村', '安村'])).toEqual(['安村', '李村', '张村'])
    expect(sorted(['第10中学', '第2中学', '第1中学'])).toEqual(['第1中学', '第2中学', '第10中学'])
    expect(sorted(['b', '', 'a'])).toEqual(['', 'a', 'b'])
  })

  it('has figures by their value, turned round where wanted', () => {
    expect(sorted([10, -1, 2])).toEqual([-1, 2, 10])
    expect(sorted([10, -1, 2], true)).toEqual([10, 2, -1])
    expect(sorted(['李村', '安村', '张村'], true)).toEqual(['张村', '李村', '安村'])
  })

  it('has what is not filled before what is, no before yes', () => {
    expect(sorted([0, null, -1])).toEqual([null, -1, 0])
    expect(sorted(['村', undefined, ''])).toEqual([undefined, '', '村'])
    expect(sorted([true, false])).toEqual([false, true])
  })

  it('leaves rows of equal value in the order of their ids, both ways', () => {
    const rows = [
      { id: 'c', name: '村' },
      { id: 'a', name: '村' },
      { id: 'b', name: '村' },
    ]
    for (const descending of [false, true])
      expect(sortedBy(rows, ({ name }) => name, descending).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('leaves rows of equal value as they stand where their order means something', () => {
    const rows = [
      { id: 'c', name: '村' },
      { id: 'd', name: '安' },
      { id: 'a', name: '村' },
    ]
    const idsIn = (descending: boolean) =>
      stablySortedBy(rows, ({ name }) => name, descending).map(({ id }) => id)
    expect([idsIn(false), idsIn(true)]).toEqual([
      ['d', 'c', 'a'],
      ['c', 'a', 'd'],
    ])
  })

  it('tells shares apart that are one figure to a computer, equal ones by id', () => {
    const rows = [
      { id: 'd', rate: ratio(10n ** 20n + 1n, 10n ** 20n) },
      { id: 'c', rate: ratio(2, 2) },
      { id: 'b', rate: ratio(1, 1) },
      { id: 'a', rate: null },
    ]
    const idsIn = (descending: boolean) =>
      sortedByRatio(rows, ({ rate }) => rate, descending).map(({ id }) => id)
    expect([idsIn(false), idsIn(true)]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['d', 'b', 'c', 'a'],
    ])
  })

  it('is what comparing each with each would give', () => {
    const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
    const words = fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('甲', '乙', '第2', '第10')))
    fc.assert(
      fc.property(words, fc.boolean(), (values, descending) => {
        const turn = descending ? -1 : 1
        const plain = rowsOf(values).toSorted(
          (left, right) =>
            turn * names.compare(String(left.value), String(right.value)) || (left.id < right.id ? -1 : 1),
        )
        expect(sortedBy(rowsOf(values), ({ value }) => value, descending)).toEqual(plain)
      }),
    )
  })

  it('has a long list in the same order whether or not one like it was sorted before', () => {
    const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
    const long = Array.from(
      { length: 1500 },
      (_, at) => `${'村镇乡县'[(at * 7) % 4]}道路第${(at * 37) % 1500}期`,
    )
    const plain = (values: readonly string[]) => values.toSorted(names.compare)
    expect(sorted(long)).toEqual(plain(long))
    const some = long.filter((_, at) => at % 3 === 0)
    expect(sorted(some)).toEqual(plain(some))
    const withNew = [...some, '安置房', '桥第12期', '村道路第3.5期']
    expect(sorted(withNew)).toEqual(plain(withNew))
    expect(sorted(long)).toEqual(plain(long))
  })

  it('is the same where it was put in order ahead, piece by piece', async () => {
    const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
    const long = Array.from(
      { length: 3700 },
      (_, at) => `${'桥站渠塘路'[(at * 3) % 5]}${(at * 7919) % 3700}号`,
    )
    let breaths = 0
    await orderAhead([...long, ...long, ''], async () => {
      breaths++
    })
    expect(breaths).toBeGreaterThan(4)
    expect(sorted([...long, ''])).toEqual(['', ...long].toSorted(names.compare))
    expect(sorted(long.slice(0, 40), true)).toEqual(
      long.slice(0, 40).toSorted((left, right) => names.compare(right, left)),
    )
    const again = breaths
    await orderAhead(long, async () => {
      breaths++
    })
    expect(breaths).toBe(again)
  })
})
