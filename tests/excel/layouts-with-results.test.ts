import { describe, expect, it } from 'vitest'
import { formsOn, short } from './filled-sheets.ts'

describe('layouts of published forms with results', () => {
  it('L05: monitoring with overlapping merges and a head of two rows', () => {
    const [form] = formsOn(
      [
        [],
        ['项目支出绩效目标执行监控表'],
        ['( 2019年度)'],
        [],
        ['项目名称', null, null, '校园足球'],
        ['主管部门及代码', null, null, '[105]教育部', null, null, '实施单位', '教育部'],
        ['项目资金（万元）', null, null, null, null, null, null, '年初预算数', null, null, '1-7月执行数'],
        [null, null, null, '  年度资金总额：', null, null, null, '190.00', null, null, '0.00'],
        ['年度总体目标', '完成制作'],
        [],
        [
          null,
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          '1-7月执行数',
          '全年预计执行数',
          '偏差原因分析',
          null,
          '完成目标可能性',
          null,
          null,
          '备注',
        ],
        [null, null, null, null, null, null, null, '经费保障', '其他', '确定能', '有可能', '完全不可能'],
        [null, '产出指标', '数量指标', '动画集数', '≥20集', '0', '20集', null, null, '✔'],
        [null, '产出指标', '质量指标', '合格率', '≥95%', '95%', '95%', null, null, '✔'],
      ],
      [
        'A5:C5',
        'D5:M5',
        'A6:C6',
        'D6:F6',
        'H6:M6',
        'A7:C8',
        'A8:C8',
        'D7:G7',
        'H7:J7',
        'K7:M7',
        'D8:G8',
        'H8:J8',
        'K8:M8',
        'B9:M10',
        'B10:M10',
        'A9:A10',
        'A11:A12',
        'B11:B12',
        'C11:C12',
        'D11:D12',
        'E11:E12',
        'F11:F12',
        'G11:G12',
        'H11:I11',
        'J11:L11',
        'M11:M12',
      ],
    )
    expect(form?.kind).toBe('monitoring')
    expect(form?.total).toBe(190_000_000)
    expect(form?.goals.annual).toEqual(['完成制作'])
    expect(form?.indicators.map((row) => [...short(row), row.actual])).toEqual([
      ['产出指标', '数量指标', '动画集数', '≥20集', '0'],
      ['产出指标', '质量指标', '合格率', '≥95%', '95%'],
    ])
  })

  it('L17: half-year monitoring without a third level', () => {
    const [form] = formsOn([
      ['黄石市项目支出绩效监控表 (申遗)'],
      ['（2019年度）'],
      ['项目单位(盖章):某中心   单位:万元'],
      ['项目名称', '申遗'],
      ['主管部门', '文旅局', '项目执行单位', '申遗中心'],
      [
        '一级指标',
        '指标名称',
        '指标值',
        '半年度\n指标执行情况',
        '完成目标可能性(确定能、有可能、不可能)',
        '备注',
      ],
      ['产 出 指 标', '数量', '≥3次', '按进度执行,已使用约40%', '确定能'],
      [null, '质量', '合格', '一般', '有可能'],
      ['偏差或不能完成目标原因分析', '无'],
      ['相关建议或举措', '无'],
      ['注：本表由项目单位填写。'],
    ])
    expect(form?.kind).toBe('monitoring')
    expect(form?.unit).toBe('申遗中心')
    expect(form?.indicators.map((row) => [row.level3, row.target, row.actual])).toEqual([
      ['数量', '≥3次', '按进度执行,已使用约40%'],
      ['质量', '合格', '一般'],
    ])
  })

  it('L29: self-evaluation without weights', () => {
    const [form] = formsOn([
      ['2022年度项目支出绩效自评表'],
      ['单位名称', '粮食局', '单位负责人及电话', '张某'],
      ['项目名称', '储备粮'],
      ['主管部门', '商务局', '实施单位', '粮食局'],
      ['总体目标', '年度目标', null, '年度总体目标完成情况'],
      [null, '保供', null, '已保供'],
      ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '产生差异的原因及改进措施'],
      ['产出指标', '数量指标', '储备量', '5000吨', '5000吨'],
    ])
    expect(form?.kind).toBe('self-evaluation')
    expect(form?.goals.annual).toEqual(['保供'])
    expect(form?.indicators.map((row) => row.actual)).toEqual(['5000吨'])
  })
})
