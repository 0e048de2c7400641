import { utils } from 'xlsx'
import type { ReadForm } from '#domain/goals/read-form'
import type { ReadMonitoring } from '#domain/monitoring/read-monitoring'
import { readForms } from './read-forms.ts'
import { type Row, workbookOf } from './written-sheet.ts'

export function formsIn(rows: Row[], merges: readonly string[] = [], isOld = false): ReadForm[] {
  const bookType = isOld ? 'biff8' : 'xlsx'
  const bytes = workbookOf(rows, merges, { sheet: '项目支出绩效目标执行监控', bookType })
  return readForms(bytes, isOld ? '监控.xls' : '监控.xlsx')
}

export function monitoringIn(rows: Row[], merges: readonly string[] = [], isOld = false): ReadMonitoring {
  const [form, ...others] = formsIn(rows, merges, isOld)
  if (!form?.monitoring || others.length > 0) throw new Error('one monitoring form was written')
  return form.monitoring
}

function row(cells: Readonly<Record<string, Row[number]>>): Row {
  const last = Math.max(...Object.keys(cells).map((column) => utils.decode_col(column)))
  return Array.from({ length: last + 1 }, (_, column) => cells[utils.encode_col(column)] ?? null)
}

const indicators: [string, string, string, string, string, string, Record<string, Row[number]>][] = [
  ['产出指标', '数量指标', '巡护里程', '≥1200公里', '700公里', '1200公里', { N: '✔' }],
  [
    '产出指标',
    '时效指标',
    '完成时间',
    '12月底前',
    '正在实施',
    '12月底前',
    { O: '✔', I: '√', L: '1', M: '招标晚。' },
  ],
  ['效益指标', '社会效益指标', '火灾受害率', '≤0.9‰', '0', '0', { P: '√', J: '□', K: '×', Q: '无法实施' }],
]

/** The national form as the central project library exports it: every cell text, nested merges (layouts L05). */
export const nationalRows: Row[] = [
  [],
  row({ A: '项目支出绩效目标执行监控表' }),
  row({ A: '( 2026年度)' }),
  [],
  row({ A: '项目名称', D: '公益林管护' }),
  row({ A: '主管部门及代码', D: '[105]林业局', G: '实施单位', H: '林业站' }),
  row({ A: '项目资金（万元）', H: '年初预算数', K: '1-7月执行数', N: '1-7月执行率', P: '全年预计执行数' }),
  row({ D: '  年度资金总额：', H: '120.50', K: '60.00', N: '49.79%', P: '120.50' }),
  row({ D: '      其中：财政拨款', H: '100.50', K: '50.00', N: '49.75%', P: '100.50' }),
  row({ D: '        上年结转资金', H: '20.00', K: '10.00', N: '50.00%', P: '20.00' }),
  row({ D: '            其他资金', H: '0.00', K: '0.00', N: '0.00%', P: '0.00' }),
  row({ A: '年度总体目标', B: '管护公益林 20 万亩。' }),
  ...Array.from({ length: 7 }, () => []),
  row({
    B: '一级指标',
    C: '二级指标',
    D: '三级指标',
    E: '年度指标值',
    F: '1-7月执行数',
    G: '全年预计执行数',
    H: '偏差原因分析',
    N: '完成目标可能性',
    Q: '备注',
  }),
  row({
    H: '经费保障',
    I: '制度保障',
    J: '人员保障',
    K: '硬件条件保障',
    L: '其他',
    M: '原因说明',
    N: '确定能',
    O: '有可能',
    P: '完全不可能',
  }),
  ...indicators.map(([B, C, D, E, F, G, more]) => row({ B, C, D, E, F, G, ...more })),
]

export const nationalMerges = [
  ...['A2:Q2', 'A3:Q3', 'A5:C5', 'D5:Q5', 'A6:C6', 'D6:F6', 'H6:Q6', 'A7:C11', 'D7:G7'],
  ...['A8:C8', 'A9:C9', 'A10:C10', 'A11:C11'],
  ...[7, 8, 9, 10, 11].flatMap((at) => [`H${at}:J${at}`, `K${at}:M${at}`, `N${at}:O${at}`, `P${at}:Q${at}`]),
  ...[8, 9, 10, 11].map((at) => `D${at}:G${at}`),
  'A12:A19',
  ...[12, 13, 14, 15, 16, 17, 18, 19].map((at) => `B${at}:Q19`),
  ...['A20:A21', 'B20:B21', 'C20:C21', 'D20:D21', 'E20:E21', 'F20:F21', 'G20:G21'],
  ...['H20:M20', 'N20:P20', 'Q20:Q21'],
]

/** The half-year form of 黄石 (rules 3.3, layouts L17): no third level, the likelihood as a word. */
export const halfYearRows: Row[] = [
  ['黄石市项目支出绩效监控表 (申遗)'],
  ['（2026年度）'],
  ['项目单位(盖章):文化局     单位:万元'],
  ['项目名称', '工业遗产申遗'],
  ['主管部门', '文化和旅游局', null, '项目执行单位', '博物馆'],
  ['项目属性', '1、持续性项目 □ √ 2、新增性项目 □'],
  ['项目类型', '1、常年性项目 □ √ 2、延续性项目 □ 3、一次性项目 □'],
  ['项目资金', null, '年初预算数', '1-6月执行数', '全年预计执行数'],
  [null, '年度资金总额', 350, 120.5, 350],
  [null, '其中：当年一般公共预算拨款', 350, 120.5, 350],
  [
    '一级指标',
    '指标名称',
    '指标值',
    '半年度\n指标执行情况',
    '完成目标可能性(确定能、有可能、不可能)',
    '备注',
  ],
  ['产 出 指 标', '数量', '≥3处', '1处', '确定能', null],
  [null, '质量', '100%', 0.5, '有可能√ 不可能□', '等批复'],
  ['效 益 指 标', '社会效益', '提升', '初步显现', '不可能', null],
  ['偏差或不能完成目标原因分析', '批复晚于预期。'],
  ['相关建议或举措', '加快报批。'],
  ['注：选“有可能”“不可能”时，须写明原因，从规划和目标设计、投入保障、制度保障、项目管理等方面分析。'],
]

export const halfYearMerges = ['A8:A10', 'A12:A13', 'B15:F15', 'B16:F16', 'A17:F17', 'A1:F1']
