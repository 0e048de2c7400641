import { describe, expect, it } from 'vitest'
import { readFlat } from '#excel/read-flat'
import { formsOf, ledgerOf, ledgersOf, plainHead } from './flat-ledgers.ts'
import type { Row } from './written-sheet.ts'

describe('the head of a flat ledger', () => {
  it('is found beneath a title, with year and columns proposed', () => {
    const { ledger, mapping } = ledgerOf([
      ['南江县2026年部门预算项目绩效目标汇总表', null, null, null, null],
      [null, null, null, null, '单位：万元'],
      plainHead,
      [1, '县教育局', '校舍维修', 120.5, '维修校舍10所'],
    ])
    expect(ledger).toMatchObject({ year: '2026', headRow: 2, kind: 'goal', moneyUnit: '万元' })
    expect(mapping).toEqual({
      fields: ['ignore', 'unit', 'project', 'total', 'annualGoal'],
      moneyUnit: '万元',
      isWanted: true,
    })
  })

  it('of two rows joins both, merged or not', () => {
    const top = ['项目名称', '预算单位', '资金来源（万元）', null, null, '绩效指标', null]
    const under = [null, null, '合计', '一般公共预算', '政府性基金', '数量指标', '社会效益']
    const row = ['村道养护', '县交通局', 30, 20, 10, '养护里程≥35公里', '群众出行改善']
    const merged = ['A1:A2', 'B1:B2', 'C1:E1', 'F1:G1']
    for (const merges of [merged, []]) {
      const { ledger, mapping } = ledgerOf([top, under, row], merges)
      expect(mapping.fields).toEqual([
        'project',
        'unit',
        'total',
        'general',
        'fund',
        'indicators',
        'indicators',
      ])
      const [form] = readFlat(ledger, mapping)
      expect(form?.total).toBe(30_000_000)
      expect(form?.funds.map(({ label, amount, cell }) => [label, amount, cell])).toEqual([
        ['资金总额', 30_000_000, 'C3'],
        ['一般公共预算', 20_000_000, 'D3'],
        ['政府性基金', 10_000_000, 'E3'],
      ])
      expect(form?.indicators[0]).toMatchObject({
        level2: '数量指标',
        level3: '养护里程',
        operator: '≥',
        value: '35',
        unit: '公里',
      })
      expect(form?.indicators[1]).toMatchObject({
        level2: '社会效益指标',
        level3: '群众出行改善',
        target: null,
      })
    }
  })

  it('tells upper from local money by the row above', () => {
    const { mapping } = ledgerOf(
      [
        ['主管部门', '单位编码', '单位名称', '项目名称', '一般公共预算', null, '单位自有资金', '备注'],
        [null, null, null, null, '上级', '本级', null, null],
        ['教育局', '101001', '一小', '厨房改造', 1, 2, 3, ''],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'H1:H2'],
    )
    expect(mapping.fields).toEqual([
      'department',
      'unitCode',
      'unit',
      'project',
      'general-upper',
      'general-local',
      'own-money',
      'remarks',
    ])
  })

  it.each([
    [
      'a blank form',
      [
        ['项目名称', null, '项目编码', null, '主管部门'],
        ['资金总额', 12, '年度目标', null, null],
      ],
    ],
    [
      'a list without projects',
      [
        ['序号', '单位名称', '资金总额'],
        [1, '教育局', 3],
      ],
    ],
    [
      'two known columns only',
      [
        ['项目名称', '甲', '资金总额'],
        ['养护', 'x', 3],
      ],
    ],
    ['a head with nothing beneath', [plainHead]],
  ] satisfies [string, Row[]][])('is not seen in %s', (_, rows) => {
    expect(ledgersOf(rows).ledgers).toEqual([])
  })

  it('has one fingerprint whatever the year, the spaces and the rows, another for other columns', () => {
    const one = ledgerOf([
      ['单 位名称', '项目名称', '2026年预算数（万元）'],
      ['甲', '乙', 1],
    ])
    const next = ledgerOf([
      ['说明'],
      ['单位名称', '项目名称', '2027年预算数(万元)'],
      ['丙', '丁', 2],
      ['戊', '己', 3],
    ])
    const other = ledgerOf([
      ['项目名称', '单位名称', '2026年预算数（万元）'],
      ['乙', '甲', 1],
    ])
    expect(next.ledger.id).toBe(one.ledger.id)
    expect(other.ledger.id).not.toBe(one.ledger.id)
  })
})

describe('amounts of a flat ledger', () => {
  it.each(['单位名称', '单位全称', '预算单位简称', '单位'])('takes %s for the unit', (head) => {
    const rows = [
      [head, '项目名称', '资金总额'],
      ['甲局', '养护', 3],
    ]
    expect(formsOf(rows)[0]?.unit).toBe('甲局')
  })

  it.each([
    ['项目名称', '资金总额（元）', 1_205_000],
    ['项目名称', '资金总额（万元）', 12_050_000_000],
    ['项目名称', '资金总额', 12_050_000_000],
  ])('%s, %s', (project, total, fen) => {
    expect(
      formsOf([
        ['单位名称', project, total],
        ['甲局', '养护', '12,050'],
      ])[0]?.total,
    ).toBe(fen)
  })

  it('take the unit above the head, and 元 where 万元 would be more than a county has', () => {
    const head = ['单位名称', '项目名称', '资金总额']
    expect(formsOf([['单位：元'], head, ['甲局', '养护', 12050]])[0]?.total).toBe(1_205_000)
    expect(
      formsOf([head, ['甲局', '养护', 350_000], ['甲局', '清扫', 800]]).map((form) => form.total),
    ).toEqual([35_000_000, 80_000])
  })

  it('follow the unit of their own list, not the one remembered from another list with the same heads', () => {
    const rows: Row[] = [
      ['单位名称', '项目名称', '资金总额'],
      ['甲局', '养护', 12050],
    ]
    const yuan = ledgerOf([['单位：元'], ...rows])
    const wan = ledgerOf([['单位：万元'], ...rows])
    const silent = ledgerOf(rows)
    expect(wan.ledger.id).toBe(yuan.ledger.id)
    expect(readFlat(wan.ledger, yuan.mapping)[0]?.total).toBe(12_050_000_000)
    expect(silent.ledger.id).not.toBe(yuan.ledger.id)
  })

  it('that cannot be read become faults with their cell; dashes are nothing', () => {
    const [first, second] = formsOf([
      ['单位名称', '项目名称', '资金总额', '财政专户', '其他资金'],
      ['甲局', '养护', '约30万', '—', '/'],
      ['甲局', '清扫', '30万元', '', 0],
    ])
    expect(first).toMatchObject({ total: null, funds: [] })
    expect(first?.faults).toEqual([
      { cell: 'C2', code: 'amount-unreadable', message: '“约30万”不是一个金额，没有读取；请改为数字' },
    ])
    expect(second).toMatchObject({ total: 30_000_000, faults: [] })
    expect(second?.funds.map((line) => line.amount)).toEqual([30_000_000, 0])
  })

  it('in one cell for several projects count for the first alone', () => {
    const forms = formsOf(
      [
        ['单位名称', '项目名称', '资金总额'],
        ['甲局', '养护', 30],
        ['甲局', '清扫', null],
      ],
      ['C2:C3'],
    )
    expect(forms.map((form) => form.total)).toEqual([30_000_000, null])
    expect(forms[1]?.faults).toMatchObject([{ cell: 'C2', code: 'amount-shared' }])
  })
})
