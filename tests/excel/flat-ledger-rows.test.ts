import { describe, expect, it } from 'vitest'
import { keptMapping, mappingFault } from '#excel/flat-mapping'
import { readFlat } from '#excel/read-flat'
import { formsOf, ledgerOf, plainHead } from './flat-ledgers.ts'
import type { Row } from './written-sheet.ts'

describe('rows of a flat ledger', () => {
  it('leave out sums, repeated heads, notes and empty rows', () => {
    const forms = formsOf([
      plainHead,
      ['合计', null, null, 6, null],
      [1, '甲局', '养护', 1, '目标一'],
      [2, '甲局', '清扫', 2, '目标二'],
      [null, '甲局小计', null, 3, null],
      [null, null, null, null, null],
      plainHead,
      [3, '乙局', '绿化', 3, '目标三'],
      [null, null, '合 计', 6, null],
      ['注：本表由各单位填报。', null, null, null, null],
      ['制表人：王某', null, null, null, null],
    ])
    expect(forms.map((form) => [form.unit, form.project])).toEqual([
      ['甲局', '养护'],
      ['甲局', '清扫'],
      ['乙局', '绿化'],
    ])
  })

  it('take the unit of the merged or single cell above them', () => {
    const rows: Row[] = [
      ['主管部门', '单位名称', '项目名称', '资金总额'],
      ['教育局', '一小', '甲', 1],
      [null, null, '乙', 2],
      [null, '二小', '丙', 3],
      ['交通局', null, '丁', 4],
    ]
    const wanted = [
      ['教育局', '一小', '甲'],
      ['教育局', '一小', '乙'],
      ['教育局', '二小', '丙'],
      ['交通局', '交通局', '丁'],
    ]
    for (const merges of [[], ['A2:A4', 'B2:B3']]) {
      const forms = formsOf(rows, merges)
      expect(forms.map((form) => [form.department, form.unit, form.project])).toEqual(wanted)
    }
  })

  it('under a line that names their unit belong to it', () => {
    const forms = formsOf([
      ['编制单位：县财政局'],
      ['项目名称', '资金总额', '立项依据', '项目概况'],
      ['一、县教育局', 3, null, null],
      ['校舍维修', 3, '甲文件', '乙'],
      ['二、县交通局', 4, null, null],
      ['村道养护', 4, '丙文件', '丁'],
    ])
    expect(forms.map((form) => [form.unit, form.project])).toEqual([
      ['县教育局', '校舍维修'],
      ['县交通局', '村道养护'],
    ])
  })

  it('of one merged project make one form with all its goals and indicators', () => {
    const forms = formsOf(
      [
        ['单位名称', '项目名称', '资金总额', '绩效指标'],
        ['甲局', '养护', 5, '数量指标：里程≥10公里；\n质量指标：合格率100%（10分）'],
        [null, null, null, '群众满意度≥90%'],
        ['甲局', '清扫', 6, '清扫面积3万平方米'],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3'],
    )
    expect(forms).toHaveLength(2)
    expect(forms[0]).toMatchObject({ total: 5_000_000, faults: [] })
    expect(
      forms[0]?.indicators.map(({ level2, level3, target, weight, cell }) => [
        level2,
        level3,
        target,
        weight,
        cell,
      ]),
    ).toEqual([
      ['数量指标', '里程', '≥10公里', null, 'D2'],
      ['质量指标', '合格率', '100%', 10, 'D2'],
      [null, '群众满意度', '≥90%', null, 'D3'],
    ])
    expect(forms[1]?.indicators[0]).toMatchObject({ level3: '清扫面积', target: '3万平方米' })
  })

  it('without a project name come as faulty forms, not as silence', () => {
    const forms = formsOf([plainHead, [1, '甲局', '养护', 1, '目标'], [2, '乙局', null, 2, '目标二']])
    expect(forms.map((form) => [form.unit, form.project])).toEqual([
      ['甲局', '养护'],
      ['乙局', null],
    ])
  })

  it('carry the cell of every value and the unit code before the name', () => {
    const [form] = formsOf([
      ['单位编码', '单位名称', '项目编码', '项目名称', '申报金额', '项目属性', '起止时间'],
      ['101001', '一小', 'X1', '甲', 1, '新增', '2026-01-01至2026-12-31'],
    ])
    expect(form).toMatchObject({ unit: '101001-一小', code: 'X1', project: '甲', total: 1_000_000 })
    expect(form?.fields).toMatchObject({
      project: { text: '甲', cell: 'D2' },
      attribute: { text: '新增', cell: 'F2' },
      period: { cell: 'G2' },
    })
  })

  it('of monitoring or self-evaluation lists say so', () => {
    const [form] = formsOf([['2026年绩效运行监控汇总表'], plainHead, [1, '甲局', '养护', 1, '目标']])
    expect(form?.kind).toBe('monitoring')
  })
})

describe('a mapping', () => {
  const rows = [plainHead, [1, '甲局', '养护', 1, '目标']]

  it('corrected by a person changes what is read', () => {
    const { ledger, mapping } = ledgerOf(rows)
    const fields = mapping.fields.with(4, 'overview')
    const [form] = readFlat(ledger, { ...mapping, fields })
    expect(form?.goals.annual).toEqual([])
    expect(form?.fields.overview).toEqual({ text: '目标', cell: 'E2' })
    expect(readFlat(ledger, { ...mapping, isWanted: false })).toEqual([])
  })

  it('needs the project, and each field once where texts cannot follow one another', () => {
    const { mapping } = ledgerOf(rows)
    const changed = (column: number, field: 'project' | 'ignore' | 'annualGoal') =>
      mappingFault({ ...mapping, fields: mapping.fields.with(column, field) })
    expect(mappingFault(mapping)).toBeNull()
    expect(changed(2, 'ignore')).toEqual({ field: 'project', fault: 'missing' })
    expect(changed(1, 'project')).toEqual({ field: 'project', fault: 'twice' })
    expect(changed(1, 'annualGoal')).toBeNull()
  })

  it.each([[null], [{}], [{ fields: ['project'], moneyUnit: '元', isWanted: true }], ['x']])(
    'kept as %j for other columns is not used',
    (kept) => expect(keptMapping(kept, 2)).toBeNull(),
  )

  it('kept comes back as it was', () => {
    const { mapping } = ledgerOf(rows)
    expect(keptMapping(structuredClone(mapping), 5)).toEqual(mapping)
  })
})
