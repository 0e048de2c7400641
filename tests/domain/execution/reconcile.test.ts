import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accumulated } from '#domain/execution/execution'
import { monthOf, sourceOf, yearOf } from '#domain/execution/line'
import {
  budgetDifferences,
  corrections,
  duplicates,
  isOverpaid,
  lineFault,
  sumDifferences,
} from '#domain/execution/reconcile'
import { line, row } from './sample.ts'

describe('a month as written', () => {
  it.each([
    ['7', 7],
    ['07', 7],
    ['７月', 7],
    ['2026年7月', 7],
    ['2026-07', 7],
    ['202607', 7],
    ['2026-07-31', 7],
    ['1-7月', 7],
    ['1月—7月', 7],
    ['截至2026年7月31日', 7],
    ['13', 13],
    ['13月', 13],
    ['0', 0],
    ['', null],
    ['全年', null],
    ['2026', null],
  ])('“%s” is %s', (text, month) => {
    expect(monthOf(text)).toBe(month)
  })

  it.each([
    ['2026年7月', 2026],
    ['二〇二六年', null],
    ['', null],
  ])('of the year “%s” is %s', (text, year) => {
    expect(yearOf(text)).toBe(year)
  })
})

it.each([
  ['一般公共预算（上级转移支付）', 'general-upper'],
  ['中央直达资金', 'general-upper'],
  ['一般公共预算', 'general-local'],
  ['政府性基金预算资金', 'fund-local'],
  ['政府性基金（省级）', 'fund-upper'],
  ['国有资本经营预算', 'capital'],
  ['社会保险基金', 'insurance'],
  ['财政专户管理资金', 'fiscal-account'],
  ['上年结转', 'carryover'],
  ['单位自有资金', 'unit'],
  ['其他资金', 'other'],
  ['某某', ''],
  ['', ''],
])('资金来源 “%s” is %s', (text, source) => {
  expect(sourceOf(text)).toBe(source)
})

describe('what keeps a line out', () => {
  it.each([
    [line(), null],
    [line({ month: 1 }), null],
    [line({ month: 12 }), null],
    [line({ year: null }), null],
    [line({ month: null }), { code: 'month-missing' }],
    [line({ month: 0 }), { code: 'month-outside', found: 0 }],
    [line({ month: 13 }), { code: 'month-outside', found: 13 }],
    [line({ year: 2025 }), { code: 'other-year', found: 2025 }],
    [
      line({ unreadable: [{ field: 'stated', text: '十万' }] }),
      { code: 'amount-unreadable', field: 'stated', text: '十万' },
    ],
    [line({ initial: null, adjusted: null, allocated: null, stated: null }), { code: 'no-amount' }],
    [line({ initial: null, adjusted: null, allocated: null, stated: 0 }), null],
    [line({ stated: -100 }), null],
  ])('%#', (read, fault) => {
    expect(lineFault(read, 2026)).toEqual(fault)
  })
})

describe('duplicates', () => {
  const one = { ...line(), identity: 'g1' }
  it('are the same goal, month, source and amounts; the first stays', () => {
    expect(duplicates([one, one, { ...one, rowNumber: 9 }])).toEqual(new Set([1, 2]))
  })

  it.each([
    ['goal', { identity: 'g2' }],
    ['month', { month: 8 }],
    ['source', { source: 'unit' as const }],
    ['支出', { stated: 500_001 }],
    ['下达', { allocated: null }],
  ])('are not those of another %s', (_, other) => {
    expect(duplicates([one, { ...one, ...other }])).toEqual(new Set())
  })

  it('are not lines without any money', () => {
    const empty = { ...one, initial: 0, adjusted: null, allocated: 0, stated: 0 }
    expect(duplicates([empty, empty])).toEqual(new Set())
  })
})

describe('corrections', () => {
  const series = (...paid: (number | null)[]) =>
    corrections(paid.map((amount, index) => ({ id: `m${index + 1}`, month: index + 1, paid: amount })))

  it.each([
    [[10, 20, 20], []],
    [[10, 20, 19], [{ id: 'm3', from: 20, to: 19, since: 2 }]],
    [[10, null, 9], [{ id: 'm3', from: 10, to: 9, since: 1 }]],
    [[-1], [{ id: 'm1', from: 0, to: -1, since: 0 }]],
    [[0], []],
    [[30, 10, 20], [{ id: 'm2', from: 30, to: 10, since: 1 }]],
  ])('%j', (paid, found) => {
    expect(series(...paid)).toEqual(found)
  })
})

it.each([
  [100, 99, false],
  [100, 100, false],
  [100, 101, true],
  [null, 101, false],
  [0, 1, true],
  [100, null, false],
])('adjusted %s, paid %s: overpaid is %s', (adjusted, paid, overpaid) => {
  expect(isOverpaid({ adjusted, paid })).toBe(overpaid)
})

describe('stated sums', () => {
  const lines = [
    line({ rowNumber: 4, stated: 100 }),
    line({ rowNumber: 5, stated: 200 }),
    line({ rowNumber: 7, stated: 400 }),
  ]
  const sum = (rowNumber: number, name: string, stated: number) => ({
    file: '国库.xlsx',
    sheet: '7月',
    rowNumber,
    month: 7,
    name,
    initial: null,
    adjusted: null,
    allocated: null,
    stated,
  })

  it.each([
    ['of the sheet above it', [sum(3, '合计', 700)]],
    ['of the sheet beneath it', [sum(9, '合计', 700)]],
    ['of the rows before each', [sum(6, '小计', 300), sum(8, '小计', 400), sum(9, '总计', 700)]],
    ['of the rows after each', [sum(3, '教育局小计', 300), sum(6, '交通局小计', 400)]],
  ])('agree: %s', (_, sums) => {
    expect(sumDifferences(lines, sums)).toEqual([])
  })

  it.each([
    ['合计', 699, 700],
    ['合计', 701, 700],
    ['小计', 299, 300],
  ])('%s of %i differs from %i by one 分', (name, stated, summed) => {
    const [found] = sumDifferences(lines, [sum(name === '合计' ? 9 : 6, name, stated)])
    expect(found).toMatchObject({ name, field: 'stated', stated, summed })
  })

  it('of another sheet or month are not compared with these', () => {
    expect(sumDifferences(lines, [{ ...sum(9, '合计', 0), month: 8 }])).toEqual([])
    expect(sumDifferences(lines, [{ ...sum(9, '合计', 5), sheet: '别的' }])).toHaveLength(1)
  })

  it('is not explained by rows that are not there: 0 above the lines is not their sum', () => {
    const [only] = [line({ rowNumber: 2, stated: -1 })]
    expect(sumDifferences([only], [sum(1, '合计', 0)])).toHaveLength(1)
    expect(sumDifferences([only], [sum(3, '合计', 0)])).toHaveLength(1)
  })

  it('agree with any lines whose sum they state', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), { maxLength: 50 }), (amounts) => {
        const some = amounts.map((stated, index) => line({ rowNumber: index + 2, stated }))
        const total = amounts.reduce((all, amount) => all + amount, 0)
        expect(sumDifferences(some, [sum(1, '合计', total)])).toEqual([])
        expect(sumDifferences(some, [sum(1, '合计', total + 1)])).toHaveLength(1)
      }),
    )
  })
})

describe('budgets of goals', () => {
  const goals = new Map([
    ['g1', { total: 1000 }],
    ['g2', { total: null }],
  ])
  it('agree or are listed, by the newest month', () => {
    const old = row({ month: 6, initial: 900 })
    expect(budgetDifferences([old, row({ month: 7, initial: 1000 })], goals)).toEqual([])
    expect(budgetDifferences([row({ month: 7, initial: 999 }), old], goals)).toEqual([
      { goalId: 'g1', budget: 1000, ledger: 999 },
    ])
  })

  it('count all sources, and the adjusted budget where the ledger has no other', () => {
    const two = [
      row({ source: 'general-local', initial: 600 }),
      row({ source: 'unit', initial: null, adjusted: 400 }),
    ]
    expect(budgetDifferences(two, goals)).toEqual([])
  })

  it('say nothing without a total, a goal or a budget', () => {
    const mute = [row({ goalId: 'g2' }), row({ goalId: '' }), row({ initial: null, adjusted: null })]
    expect(budgetDifferences(mute, goals)).toEqual([])
  })
})

describe('monthly ledgers', () => {
  const monthly = (month: number, stated: number | null) =>
    row({ month, stated, given: 'monthly', paid: null })
  it('are summed to what was paid since January', () => {
    const rows = accumulated([monthly(3, 30), monthly(1, 10), monthly(2, -4)])
    expect(rows.map(({ month, paid }) => [month, paid])).toEqual([
      [1, 10],
      [2, 6],
      [3, 36],
    ])
  })

  it('go on from a cumulative month, and a cumulative one stands as it is', () => {
    const rows = accumulated([row({ month: 6, stated: 500 }), monthly(7, 25), row({ month: 8, stated: 530 })])
    expect(rows.map(({ paid }) => paid)).toEqual([500, 525, 530])
  })

  it('without 支出 stay without, and the next goes on from before', () => {
    expect(accumulated([monthly(1, 10), monthly(2, null), monthly(3, 5)]).map(({ paid }) => paid)).toEqual([
      10,
      null,
      15,
    ])
  })

  it('give the cumulative sum of any amounts, in any order, and twice the same', () => {
    const amounts = fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), {
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(amounts, fc.nat(11), (some, turn) => {
        const rows = some.map((stated, index) => monthly(index + 1, stated))
        const read = accumulated([...rows.slice(turn), ...rows.slice(0, turn)])
        let sum = 0
        expect(read.map(({ paid }) => paid)).toEqual(some.map((amount) => (sum += amount)))
        expect(accumulated(read)).toEqual(read)
      }),
    )
  })
})
