import { describe, expect, it } from 'vitest'
import type { Match } from '#domain/execution/match'
import { planExecution } from '#domain/execution/plan'
import { readTreasury } from '#excel/read-treasury'
import { readTreasuryBook, treasuryRowLimit } from '#excel/treasury-ledger'
import { keptTreasury, proposeTreasury, treasuryMappingFault } from '#excel/treasury-mapping'
import { WorkbookError } from '#excel/workbook-error'
import { type Row, workbookOf } from './written-sheet.ts'

function ledgerOf(
  rows: readonly Row[],
  name = '国库.xlsx',
  merges: readonly string[] = [],
  sheet = 'Sheet1',
) {
  const [ledger] = readTreasuryBook(workbookOf(rows, merges, { sheet }), name)
  if (!ledger) throw new Error('no ledger found')
  return ledger
}

function readingOf(rows: readonly Row[], name = '国库.xlsx', merges: readonly string[] = []) {
  const ledger = ledgerOf(rows, name, merges)
  return readTreasury(ledger, proposeTreasury(ledger), { file: name, month: null })
}

const code = '51192226R000000000101'
const head = [
  '单位编码',
  '预算单位',
  '项目编码',
  '项目名称',
  '资金性质',
  '年初预算数',
  '调整后预算数',
  '指标下达数',
  '累计支出数',
]

describe('the ledger of a month', () => {
  const rows: Row[] = [
    ['南江县2026年1-7月预算执行情况表'],
    ['编制单位：南江县国库集中支付中心', null, null, null, null, null, null, null, '单位：元'],
    head,
    [
      '205001',
      '县教育局',
      code,
      '校舍维修',
      '一般公共预算（本级）',
      1_200_000,
      1_200_000,
      900_000,
      650_000.5,
    ],
    ['205001', '县教育局', '', '营养改善', '上级补助', 300_000, 360_000, 360_000, '-'],
    [null, '小计', null, null, null, 1_500_000, 1_560_000, 1_260_000, 650_000.5],
    ['合计', null, null, null, null, 1_500_000, 1_560_000, 1_260_000, 650_000.5],
    ['制表人：李某', null, null, null, null, null, null, null, null],
  ]

  it('is read with unit, year and month from its title', () => {
    const { lines, sums } = readingOf(rows)
    expect(lines).toEqual([
      {
        ...{ file: '国库.xlsx', sheet: 'Sheet1', rowNumber: 4, code, name: '校舍维修' },
        ...{
          unitName: '205001-县教育局',
          source: 'general-local',
          year: 2026,
          month: 7,
          given: 'cumulative',
        },
        ...{ initial: 120_000_000, adjusted: 120_000_000, allocated: 90_000_000, stated: 65_000_050 },
        unreadable: [],
      },
      expect.objectContaining({
        name: '营养改善',
        source: 'general-upper',
        allocated: 36_000_000,
        stated: null,
      }),
    ])
    expect(sums.map(({ name, stated }) => [name, stated])).toEqual([
      ['小计', 65_000_050],
      ['合计', 65_000_050],
    ])
  })

  it('agrees with the sums it states', () => {
    const { lines, sums } = readingOf(rows)
    const nothing = { stored: [], decided: new Map(), kept: new Set<string>(), goals: new Map() }
    const index = {
      match: () => ({ state: 'unmatched', goalId: '', way: '', unitId: '', candidates: [] }) satisfies Match,
    }
    const plan = planExecution({ book: { id: 'b', year: 2026 }, lines, sums, index, ...nothing })
    expect(plan.sums).toEqual([])
    expect(plan.writes).toHaveLength(2)
  })

  it('takes the month from the sheet or the file where the title names none, else from the person', () => {
    const plain = rows.with(0, ['预算执行情况表'])
    expect(ledgerOf(plain).month).toBeNull()
    expect(ledgerOf(plain, '执行表202608.xlsx').month).toBe(8)
    expect(ledgerOf(plain, '国库.xlsx', [], '9月').month).toBe(9)
    const ledger = ledgerOf(plain)
    const { lines } = readTreasury(ledger, proposeTreasury(ledger), { file: 'a', month: 3 })
    expect(lines[0]?.month).toBe(3)
  })

  it('has amounts in 元 where no unit is stated and 万元 would be too much for a county', () => {
    const silent = rows.with(1, [])
    expect(proposeTreasury(ledgerOf(silent)).moneyUnit).toBe('元')
    const small = [head, ['', '县教育局', '', '校舍维修', '', 120, 120, 90, 65.5]]
    expect(proposeTreasury(ledgerOf(small)).moneyUnit).toBe('万元')
  })
})

it('keeps a negative amount, with a minus or in brackets, and names what is no amount', () => {
  const { lines } = readingOf([
    ['项目名称', '预算单位', '月份', '累计支出(元)'],
    ['甲', '县教育局', '7月', -1000],
    ['乙', '县教育局', '2026-07', '(2,000.50)'],
    ['丙', '县教育局', 13, '见附件'],
  ])
  expect(lines.map(({ stated, month }) => [stated, month])).toEqual([
    [-100_000, 7],
    [-200_050, 7],
    [null, 13],
  ])
  expect(lines[2]?.unreadable).toEqual([{ field: 'stated', text: '见附件' }])
})

describe('months in columns', () => {
  const columns = ['项目名称', '预算单位', '全年预算数', '1月', '2月', '3月']
  const title = ['2026年预算支出分月表（单位：万元）']

  it('make a line each, of single months where they fall and rise', () => {
    const { lines } = readingOf([
      title,
      columns,
      ['甲', '县教育局', 100, 5, 20, 1],
      ['乙', '县教育局', 10, null, 3, 0],
    ])
    expect(lines.map(({ name, month, stated, given }) => [name, month, stated, given])).toEqual([
      ['甲', 1, 5_000_000, 'monthly'],
      ['甲', 2, 20_000_000, 'monthly'],
      ['甲', 3, 1_000_000, 'monthly'],
      ['乙', 2, 3_000_000, 'monthly'],
      ['乙', 3, 0, 'monthly'],
    ])
    expect(lines[0]?.adjusted).toBe(100_000_000)
  })

  it('are sums since January where they never fall', () => {
    const ledger = ledgerOf([
      title,
      columns,
      ['甲', '县教育局', 100, 5, 20, 21],
      ['乙', '县教育局', 10, 0, 3, 3],
    ])
    expect(proposeTreasury(ledger).ofMonth).toBe('cumulative')
  })
})

it('carries a unit that stands once above its projects, and takes its own amounts as a sum', () => {
  const { lines, sums } = readingOf([
    ['预算单位', '项目名称', '本年预算', '累计支出'],
    ['县教育局', null, 30, 12],
    [null, '校舍维修', 20, 10],
    [null, `${code}-营养改善`, 10, 2],
    ['县交通局', null, 5, 1],
    [null, '村道养护', 5, 1],
  ])
  expect(lines.map(({ unitName, code: own, name }) => [unitName, own, name])).toEqual([
    ['县教育局', '', '校舍维修'],
    ['县教育局', code, '营养改善'],
    ['县交通局', '', '村道养护'],
  ])
  expect(sums.map(({ name }) => name)).toEqual(['县教育局', '县交通局'])
})

it('reads a head of two rows and a name merged over its sources', () => {
  const { lines } = readingOf(
    [
      ['项目名称', '预算单位', '资金来源', '预算', null, '支出', null],
      [null, null, null, '年初数', '调整后预算数', '本月支出', '累计支出'],
      ['校舍维修', '县教育局', '一般公共预算', 10, 12, 1, 6],
      [null, null, '上年结转', 2, 2, 0, 1],
    ],
    '7月.xlsx',
    ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'A3:A4', 'B3:B4'],
  )
  expect(
    lines.map(({ name, source, initial, adjusted, stated }) => [name, source, initial, adjusted, stated]),
  ).toEqual([
    ['校舍维修', 'general-local', 10_000_000, 12_000_000, 6_000_000],
    ['校舍维修', 'carryover', 2_000_000, 2_000_000, 1_000_000],
  ])
})

describe('a mapping', () => {
  const ledger = ledgerOf(
    [
      ['项目名称', '本月支出', '累计支出'],
      ['甲', 1, 5],
    ],
    '7月.xlsx',
  )

  it('of two kinds of 支出 takes the cumulative one', () => {
    expect(proposeTreasury(ledger).fields).toEqual(['name', 'ignore', 'paid'])
  })

  it('says what it lacks', () => {
    const mapping = proposeTreasury(ledger)
    expect(treasuryMappingFault(mapping)).toBeNull()
    expect(treasuryMappingFault({ ...mapping, fields: ['ignore', 'ignore', 'paid'] })).toEqual({
      fault: 'no-project',
    })
    expect(treasuryMappingFault({ ...mapping, fields: ['name', 'ignore', 'ignore'] })).toEqual({
      fault: 'no-amount',
    })
    expect(treasuryMappingFault({ ...mapping, fields: ['name', 'paidMonth', 'paid'] })).toEqual({
      fault: 'two-paid',
    })
    const twice = treasuryMappingFault({ ...mapping, fields: ['name', 'paid', 'paid'] })
    expect(twice).toEqual({ fault: 'twice', field: 'paid' })
  })

  it('is taken back from what was kept, and from nothing else', () => {
    const mapping = proposeTreasury(ledger)
    expect(keptTreasury(JSON.parse(JSON.stringify(mapping)), 3)).toEqual(mapping)
    for (const broken of [null, {}, { ...mapping, fields: ['name'] }, { ...mapping, moneyUnit: '美元' }])
      expect(keptTreasury(broken, 3)).toBeNull()
  })
})

it('leaves a goal form and an empty sheet alone', () => {
  const form = [
    ['项目支出绩效目标申报表'],
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出', '数量', '里程', '10'],
  ]
  expect(readTreasuryBook(workbookOf(form), 'a.xlsx')).toEqual([])
  expect(readTreasuryBook(workbookOf([['项目名称', '累计支出']]), 'a.xlsx')).toEqual([])
})

describe('the length of a ledger', () => {
  const long = (count: number) => [
    ['项目名称', '预算单位', '累计支出（元）'],
    ...Array.from({ length: count }, (_, index) => [`项目${index}`, '县教育局', index]),
  ]

  it('may be 20,000 rows and more', () => {
    expect(ledgerOf(long(25_000), '7月.xlsx').rows).toHaveLength(25_000)
  })

  it('has an end', () => {
    const read = () => readTreasuryBook(workbookOf(long(treasuryRowLimit + 1)), '7月.xlsx')
    expect(read).toThrowError(WorkbookError)
    expect(read).toThrowError('超过 100000 行')
  }, 60_000)
})
