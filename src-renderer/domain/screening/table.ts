import type { Severity } from '../problem.ts'
import type { Mark } from '../year-rules.ts'
import type { ScreeningCode, ScreeningRule, ScreeningRules } from './rules.ts'

const own = '本系统缺省，可在规则包中调整'
const source = {
  clause: `巴财〔2020〕38号 三（二）2（对绩效目标实施情况进行筛查）；判定条件为${own}`,
  mark: '拟',
} as const
const plain = { clause: own, mark: '拟' satisfies Mark } as const

function rule<Code extends ScreeningCode>(
  severity: Severity,
  [points, most]: [points: number, most: number],
  params: ScreeningRule<Code>['params'],
  suggestion: string,
): ScreeningRule<Code> {
  return { severity, points, most, params, suggestion, ...source }
}

const wan = 1_000_000

/** The rules of 筛查 as they come: no source gives thresholds, hence all of them are proposals. */
export const screeningRules: ScreeningRules = {
  checks: {
    'money-differs': rule('error', [20, 1], { percent: 1 }, '核对国库支付凭证和单位明细账。'),
    'text-against-treasury': rule('error', [15, 2], { arrived: 50 }, '核对指标文件和资金支付记录。'),
    'text-against-light': rule('warning', [10, 3], { behind: 50 }, '请单位说明真实进度，必要时到现场核实。'),
    'all-on-target': rule(
      'warning',
      [15, 1],
      { throughMonth: 9, least: 2, paidBelow: 95 },
      '抽查指标的完成依据，如验收单、发放表、台账。',
    ),
    'forecast-full': rule('warning', [10, 1], { behind: 50 }, '请单位提供后续月份的用款计划和合同。'),
    'forecast-is-target': rule('warning', [10, 1], { behind: 50, least: 2 }, '请单位提供后续实施计划。'),
    'above-target': rule('warning', [5, 3], { excess: 150 }, '核实数据；属实的，检查年初目标是否偏低。'),
    'likelihood-against': rule('warning', [5, 3], {}, '请单位核对可能性和全年预计。'),
    'text-across': rule('warning', [8, 3], { characters: 12 }, '两个单位的情况不会完全一样，请分别核实。'),
    'text-within': rule('hint', [2, 3], { characters: 12 }, '核实是否确为同一原因。'),
    'same-as-before': rule('warning', [15, 1], {}, '核实本轮是否重新填报。'),
    'causes-without-text': rule('hint', [2, 3], {}, '请单位补充原因说明。'),
  },
  smooth: {
    ...plain,
    words: [
      '按计划',
      '进展顺利',
      '顺利推进',
      '进度正常',
      '正常推进',
      '有序推进',
      '符合进度',
      '按期推进',
      '按进度',
    ],
    endings: ['已完成', '已全部完成', '全部完成', '已全面完成', '已如期完成', '已完工'],
    unless: [
      ...['未', '没有', '不能', '无法', '难以', '不', '慢于', '滞后', '才能', '前期'],
      ...['将', '确保', '力争', '争取', '预计', '拟', '应', '督促', '倒排', '加快', '下一步', '年底', '后续'],
      ...['招标', '采购', '设计', '可研', '立项', '勘察', '审批', '评审', '合同', '部分', '基本', '原'],
    ],
  },
  unfunded: {
    ...plain,
    words: ['未到位', '没有到位', '未下达', '没有下达', '未拨付', '没有拨付', '未拨到', '未安排', '不到位'],
    endings: [],
    unless: [
      '部分',
      '剩余',
      '余下',
      '其余',
      '尾款',
      '第二批',
      '第三批',
      '二期',
      '配套',
      '自筹',
      '原',
      '前期',
      '此前',
    ],
  },
  // What is not credible weighs more than what is merely late: lights and size order forms of equal findings.
  sizes: [
    { from: 200 * wan, points: 3, ...plain },
    { from: 500 * wan, points: 6, ...plain },
    { from: 1000 * wan, points: 10, ...plain },
  ],
  lights: { red: 3, yellow: 1, blue: 2, ...plain },
  levels: { high: 35, medium: 20, ...plain },
}
