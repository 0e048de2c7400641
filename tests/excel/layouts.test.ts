import { describe, expect, it } from 'vitest'
import { formsOn, short } from './filled-sheets.ts'
import type { Row } from './written-sheet.ts'

describe('layouts of published forms', () => {
  it('L01: goals of a whole department', () => {
    const [form, ...more] = formsOn(
      [
        ['2024年市级部门整体预算绩效目标表'],
        ['部门名称', '某市人力资源局'],
        ['基本信息', '财政供养人员数', 120, '下属二级单位数', 3],
        ['预算整体情况', '部门预算支出', '预算金额（万元）', '收入来源', '预算金额（万元）'],
        [null, '基本支出', 100.5, '财政拨款', 300.75],
        [null, '项目支出', 200.25, '其他资金', 0],
        ['总体绩效目标', '目标1：稳定就业\n目标2：扩大参保'],
        ['年度重点工作任务', '名称', '主要实施内容', '拟投入的资金（万元）', '期望达到的目标 （概述）'],
        [null, '就业', '培训', 50, '就业增加'],
        [null, '参保', '扩面', 60.5, '参保增加'],
        ['其他需完成的任务 （可选填）'],
        ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值'],
        [null, '产出指标', '数量指标', '城镇新增就业人数（人）', '≥5000'],
        [null, null, '成本指标'],
        [null, '满意度指标', '服务对象', '群众满意度', '≧95%'],
      ],
      ['A1:E1', 'B2:E2', 'A4:A6', 'B7:E7', 'A8:A10', 'B11:E11', 'A12:A15', 'B13:B14'],
    )
    expect(more).toEqual([])
    expect(form?.kind).toBe('department-goal')
    expect(form?.year).toBe('2024')
    expect(form?.department).toBe('某市人力资源局')
    expect(form?.goals.annual).toEqual(['稳定就业', '扩大参保'])
    expect(form?.tasks.map(({ name, content, total }) => [name, content, total])).toEqual([
      ['就业', '培训', 50_000_000],
      ['参保', '扩面', 60_500_000],
    ])
    expect(form?.funds.map(({ label, amount }) => [label, amount])).toEqual([
      ['基本支出', 100_500_000],
      ['财政拨款', 300_750_000],
      ['项目支出', 200_250_000],
      ['其他资金', 0],
    ])
    expect(form?.indicators.map(short)).toEqual([
      ['产出指标', '数量指标', '城镇新增就业人数（人）', '≥5000'],
      ['满意度指标', '服务对象', '群众满意度', '≧95%'],
    ])
  })

  it('L04: two grids side by side, the year on the right', () => {
    const [form] = formsOn(
      [
        [],
        ['教育督导绩效目标表'],
        ['( 2020年度)'],
        [],
        ['项目名称', null, null, '教育督导'],
        ['主管部门及代码', null, null, '[105]教育部', null, '实施单位', null, '教育部'],
        ['项目属性', null, null, '延续项目', null, '项目周期', null, '1年'],
        ['项目资金\n（万元）', null, null, '中期资金总额：', '300.00', '年度资金总额：', null, '100.00'],
        [null, null, null, '    其中：财政拨款', '300.00', '   其中：财政拨款', null, '100.00'],
        [null, null, null, '       其他资金', '0.00', '      其他资金', null, '0.00'],
        ['总体目标', '中期目标', null, null, null, '年度目标'],
        [null, '三年内全覆盖', null, null, null, '今年过半'],
        ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', null, '指标值'],
        [null, '产出指标', '数量指标', '督导次数', '≥30次', '数量指标', '督导次数', null, '≥10次'],
        [null, null, '质量指标', '合格率', '≥95%', '质量指标', '合格率', null, '≥90%'],
        [
          null,
          '满意度指标',
          '服务对象满意度指标',
          '满意度',
          '≥90%',
          '服务对象满意度指标',
          '满意度',
          null,
          '≥85%',
        ],
      ],
      [
        'A2:I2',
        'A3:I3',
        'A5:C5',
        'D5:I5',
        'A6:C6',
        'D6:E6',
        'F6:G6',
        'H6:I6',
        'A7:C7',
        'D7:E7',
        'F7:G7',
        'H7:I7',
        'A8:C10',
        'F8:G8',
        'H8:I8',
        'F9:G9',
        'H9:I9',
        'F10:G10',
        'H10:I10',
        'A11:A12',
        'B11:E11',
        'F11:I11',
        'B12:E12',
        'F12:I12',
        'G13:H13',
        'G14:H14',
        'G15:H15',
        'G16:H16',
        'B14:B15',
        'A13:A16',
      ],
    )
    expect(form?.project).toBe('教育督导')
    expect(form?.year).toBe('2020')
    expect(form?.department).toBe('[105]教育部')
    expect(form?.goals).toEqual({ annual: ['今年过半'], longTerm: '三年内全覆盖' })
    expect(form?.total).toBe(100_000_000)
    expect(form?.indicators.map(short)).toEqual([
      ['产出指标', '数量指标', '督导次数', '≥10次'],
      ['产出指标', '质量指标', '合格率', '≥90%'],
      ['满意度指标', '服务对象满意度指标', '满意度', '≥85%'],
    ])
    expect(form?.longTermIndicators.map((row) => row.target)).toEqual(['≥30次', '≥95%', '≥90%'])
  })

  it('L09: the Sichuan goal form of 2021', () => {
    const [form] = formsOn(
      [
        ['项目支出绩效目标申报表'],
        ['(2021年度)'],
        ['项目名称', '道路养护'],
        ['预算单位', '某县交通局'],
        ['项目资金', '年度资金总额', '金额(万元)'],
        [null, '年度资金总额', 120],
        [null, '(一)财政拨款小计', 100],
        [null, '1、一般公共预算', 100],
        [null, '(二)自有资金小计', 20],
        [null, '1、事业收入', 20],
        ['总体\n目标', '年度目标'],
        [null, '完成养护'],
        ['绩效指标', '一级指标', '二级指标', '三级指标', '指标值(包含数字及文字描述)'],
        [null, '项目完成\n指标', '数量指标', '养护里程', '100公里'],
        [null, '满意度指标', '满意度指标', '群众满意度', '≥90%'],
      ],
      ['A5:A10', 'A11:A12', 'A13:A15'],
    )
    expect(form?.unit).toBe('某县交通局')
    expect(form?.total).toBe(120_000_000)
    expect(form?.goals.annual).toEqual(['完成养护'])
    expect(form?.indicators).toHaveLength(2)
    expect(form?.indicators[1]?.level2).toBe('满意度指标')
  })

  it('L20: money in 元, cost as a first level of its own', () => {
    const [form] = formsOn([
      ['财政项目支出绩效目标申报表'],
      ['（2026年度）'],
      ['项目名称', '征收', '项目性质', '经常性', '项目类别', '其他'],
      ['主管部门', '建管委', '实施单位', '建管委'],
      ['计划开始日期', '2026-01-01', '计划完成日期', '2026-12-31'],
      ['项目资金\n（元）', '项目资金总额', '22,614,500.00', '年度资金申请总额', '3498000'],
      [null, '其中：财政资金', '22,614,500.00', '其中：当年财政拨款', '3498000'],
      ['项目\n绩效\n目标', '项目总目标', null, '年度总体目标'],
      [null, '全部完成', null, '年内开工'],
      ['绩效\n指标', '一级指标', '二级指标', '三级指标', '年度(/项目)指标值'],
      [null, '成本指标', '经济成本指标', '成本控制', '=100.00(%)'],
    ])
    expect(form?.total).toBe(349_800_000)
    expect(form?.goals).toEqual({ annual: ['年内开工'], longTerm: '全部完成' })
    expect(form?.indicators.map(short)).toEqual([['成本指标', '经济成本指标', '成本控制', '=100.00(%)']])
    expect(form?.fields.startsOn?.text).toBe('2026-01-01')
  })

  it('L33: type of the value, a starred head, unit and explanation in columns of their own', () => {
    const [form] = formsOn([
      ['项目支出绩效目标申报表（2023年度）'],
      ['项目名称', '农田建设'],
      ['一级指标', '二级指标', '三级指标', '指标值类型', '*指标值', '计量单位', '指标解释', '评扣分标准'],
      ['成本指标', '社会成本指标', '负面影响', '定性', '无', '无', '说明', '扣分'],
      ['产出指标', '数量指标', '农田面积', '定量', '≥200', '亩', '说明', '扣分'],
    ])
    expect(form?.indicators.map((row) => [row.level3, row.target, row.unit])).toEqual([
      ['负面影响', '无', null],
      ['农田面积', '≥200亩', '亩'],
    ])
  })

  it('two forms on one sheet, one after the other', () => {
    const one = (name: string): readonly Row[] => [
      ['项目支出绩效目标申报表（2024年度）'],
      ['项目名称', name],
      ['一级指标', '二级指标', '三级指标', '指标值', '权重'],
      ['产出指标', '数量指标', '次数', '≥1次', 90],
      ['合计', null, null, null, 90],
    ]
    const forms = formsOn([...one('甲'), ...one('乙')])
    expect(forms.map((form) => [form.project, form.year, form.indicators.length])).toEqual([
      ['甲', '2024', 1],
      ['乙', '2024', 1],
    ])
  })
})
