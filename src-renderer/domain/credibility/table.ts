import type { Severity } from '../problem.ts'
import type { CredibilityCode, CredibilityRule, CredibilityRules, Topic } from './rules.ts'

const own = '本系统缺省，可在规则包中调整'
const source = { clause: `财预〔2020〕10号（财政部门可抽查复核自评）；判定条件为${own}`, mark: '拟' } as const
const plain = { clause: own, mark: '拟' } as const

function rule<Code extends CredibilityCode>(
  severity: Severity,
  [points, most]: readonly [points: number, most: number],
  params: CredibilityRule<Code>['params'],
  suggestion: string,
): CredibilityRule<Code> {
  return { severity, points, most, params, suggestion, ...source }
}

type TopicRow = readonly [id: string, words: readonly string[], neighbours: readonly string[]]

/** Fields of work. Works on the ground may well be measured by what they do to the environment; wages may not. */
const topics: readonly TopicRow[] = [
  ['road', ['公路', '道路', '桥梁', '养护', '通车', '交通'], ['environment', 'water', 'farming', 'safety']],
  ['school', ['学校', '学生', '教师', '教育', '幼儿园', '校园', '助学', '培训'], ['building', 'safety']],
  ['health', ['医院', '医疗', '卫生院', '公共卫生', '疾病', '疫苗', '接种', '患者', '诊疗'], ['building']],
  [
    'farming',
    ['农田', '农业', '粮食', '种植', '养殖', '农产品', '耕地', '农作物'],
    ['water', 'environment', 'road', 'forest'],
  ],
  [
    'water',
    ['水利', '水库', '灌溉', '饮水', '河道', '防汛', '供水'],
    ['farming', 'environment', 'road', 'safety'],
  ],
  ['forest', ['森林', '林业', '造林', '林木', '野生动物', '护林'], ['environment', 'farming', 'safety']],
  [
    'environment',
    ['生态环境', '环境卫生', '污染', '垃圾', '污水', '绿化', '空气质量', '水质'],
    ['water', 'forest', 'farming', 'road'],
  ],
  ['employment', ['就业', '创业', '公益性岗位', '失业'], ['school', 'insurance']],
  ['insurance', ['社会保险', '养老保险', '医疗保险', '参保', '社保'], ['employment', 'health', 'pay']],
  ['welfare', ['低保', '特困', '救助', '残疾人', '养老服务', '孤儿'], ['health', 'insurance', 'building']],
  [
    'culture',
    ['文物', '图书馆', '文化馆', '博物馆', '演出', '旅游', '景区'],
    ['building', 'environment', 'road'],
  ],
  ['safety', ['消防', '治安', '公安', '禁毒', '应急', '安全生产'], ['building', 'road', 'forest', 'water']],
  ['building', ['办公楼', '装修', '维修改造', '房屋', '物业'], ['safety', 'environment']],
  ['pay', ['报酬', '工资', '津贴', '绩效奖', '人员经费'], ['insurance']],
  ['software', ['信息系统', '软件', '网络安全', '信息化', '平台运维'], ['safety']],
]

/** The rules as they come: no source gives thresholds, hence all of them are proposals. */
export const credibilityRules: CredibilityRules = {
  checks: {
    'target-changed': rule('error', [15, 3], {}, '以批复的指标值为准；确需调整的应先办理目标调整。'),
    'indicator-dropped': rule('error', [15, 2], {}, '请单位补充自评，或说明没有自评的原因。'),
    'weight-moved': rule('error', [15, 1], { points: 200 }, '以批复的分值为准重新计分。'),
    'full-low-execution': rule(
      'warning',
      [15, 1],
      { rate: 80 },
      '请单位说明钱没花完而任务全部完成的原因，核对年初预算。',
    ),
    'high-low-execution': rule('warning', [15, 1], { total: 9000, rate: 60 }, '抽查主要产出指标的完成依据。'),
    'score-above-rules': rule('warning', [8, 3], { percent: 1 }, '核对改分理由。'),
    'reason-against-numbers': rule('warning', [10, 3], { arrived: 90 }, '请单位说明哪一项属实。'),
    'zero-without-reason': rule('warning', [5, 3], {}, '请单位补充未完成原因。'),
    'text-across': rule('warning', [8, 3], { characters: 12 }, '两个单位的情况不会完全一样，请分别核实。'),
    'foreign-indicator': rule('warning', [8, 2], {}, '核对指标是否抄自其他项目。'),
    'all-on-target': rule('warning', [8, 1], { least: 4 }, '抽查完成值的依据，如验收单、发放表、台账。'),
    'all-full': rule('hint', [3, 1], { least: 3 }, '结合执行率和佐证判断。'),
    'benefit-without-method': rule('hint', [2, 3], {}, '请单位写明取值方式和数据来源。'),
    'text-within': rule('hint', [2, 3], { characters: 16 }, '核实是否确为同一原因。'),
  },
  unfinished: {
    ...plain,
    words: [
      '未完成',
      '没有完成',
      '尚未',
      '未开展',
      '未实施',
      '未达到',
      '未能',
      '无法完成',
      '停工',
      '滞后',
      '推迟',
    ],
    unless: ['上年', '去年', '往年', '前期', '已补', '现已', '最终', '不存在', '无未', '没有未'],
  },
  benefitLevels: ['效益', '满意度', '效果'],
  topics: topics.map(([id, words, neighbours]): Topic => ({ id, words, with: neighbours, ...plain })),
  levels: { high: 30, medium: 12, ...plain },
}
