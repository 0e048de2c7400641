import type { ObjectKind } from '../goals/goal.ts'
import type { Mark, Sourced } from '../year-rules.ts'
import type {
  ApplicationRules,
  Cut,
  Direction,
  Measure,
  MeasureRule,
  ProposalRule,
  Result,
  SourceKind,
} from './rules.ts'

const document = '巴财〔2020〕38号 三（二）5'
const sichuan = '四川 2025 年结果应用办法'
const dazhou = '达州市商务局'
const ministry = '财预〔2020〕10号'
const usual = '本系统缺省比例'

function source(clause: string, mark: Mark): Sourced {
  return { clause, mark }
}

const items: readonly ObjectKind[] = ['project', 'policy']
const all: readonly ObjectKind[] = ['government', 'department', 'policy', 'project']

function measure(
  id: Measure,
  direction: Direction,
  kinds: readonly ObjectKind[],
  demand: string,
  from: Sourced,
): MeasureRule {
  return { id, direction, kinds, demand, ...from }
}

const measureRows: readonly MeasureRule[] = [
  measure(
    'prioritise',
    'up',
    ['department', 'policy', 'project'],
    '下年预算优先安排，不予压减。',
    source(sichuan, '源'),
  ),
  measure(
    'secure',
    'either',
    ['department', 'policy', 'project'],
    '下年预算据实合理保障。',
    source(sichuan, '源'),
  ),
  measure(
    'improve',
    'none',
    items,
    '修改完善绩效目标后，按程序重新报送审核。',
    source('绩效目标审核结果处理（中：修改完善后重新报送）', '源'),
  ),
  measure(
    'redirect',
    'either',
    ['project'],
    '调整资金投向，低效部分调整用于绩效好的内容。',
    source(document, '源'),
  ),
  measure('adjust', 'either', ['policy'], '调整政策内容或标准，同步调整对应项目。', source(document, '源')),
  measure('merge', 'either', items, '与同类政策、项目整合，归并资金渠道。', source(document, '源')),
  measure(
    'reduce',
    'down',
    ['department', 'policy', 'project'],
    '按审定金额压减预算，落实到预算项目。',
    source(document, '源'),
  ),
  measure(
    'suspend',
    'down',
    items,
    '暂停安排预算，整改到位后再行安排。',
    source(`${ministry}（不整改或整改不到位）`, '惯'),
  ),
  measure('cancel', 'down', items, '取消下年预算，不再安排。', source(sichuan, '源')),
  measure('exit', 'down', items, '清理退出，收回未用资金，不再安排预算。', source(document, '源')),
  measure(
    'transfers',
    'either',
    ['government'],
    '评价结果作为对下转移支付资金分配的因素。',
    source(document, '源'),
  ),
  measure(
    'yearly',
    'none',
    ['government', 'department'],
    '评价结果纳入年度目标绩效考核。',
    source(document, '源'),
  ),
]

type Said = {
  measures: readonly Measure[]
  others?: readonly Measure[]
  cut?: Cut
  rectify?: boolean
  calls?: boolean
}

function row(
  on: SourceKind,
  kinds: readonly ObjectKind[],
  result: Result,
  { measures, others = [], cut, rectify = false, calls = true }: Said,
  from: Sourced,
): ProposalRule {
  const id = `${on} ${kinds.join('+')} ${result}`
  return { id, on, kinds, result, measures, others, cut: cut ?? null, rectify, calls, ...from }
}

const tenth: Cut = { least: 10, most: 20, usual: 10 }
const wholly: Cut = { least: 50, most: 100, usual: 100 }
const half: Cut = { least: 50, most: 100, usual: 50 }
const ofMedium = source(`${dazhou}（中：一定比例核减）；压减 10%—20% 为${usual}`, '拟')
const ofPoor = source(`${sichuan}（差：取消）；压减不低于 50% 为${usual}`, '拟')

const byEvaluation: readonly ProposalRule[] = [
  row(
    'evaluation',
    ['project'],
    'excellent',
    { measures: ['prioritise'], others: ['secure'] },
    source(sichuan, '源'),
  ),
  row(
    'evaluation',
    ['project'],
    'good',
    { measures: ['secure'], others: ['prioritise', 'redirect'] },
    source(sichuan, '源'),
  ),
  row(
    'evaluation',
    ['project'],
    'medium',
    { measures: ['reduce'], others: ['redirect', 'merge'], cut: tenth, rectify: true },
    ofMedium,
  ),
  row(
    'evaluation',
    ['project'],
    'poor',
    { measures: ['cancel'], others: ['reduce', 'suspend', 'exit'], cut: wholly, rectify: true },
    ofPoor,
  ),
  row(
    'evaluation',
    ['policy'],
    'excellent',
    { measures: ['prioritise'], others: ['secure'] },
    source(sichuan, '源'),
  ),
  row('evaluation', ['policy'], 'good', { measures: ['secure'], others: ['adjust'] }, source(sichuan, '源')),
  row(
    'evaluation',
    ['policy'],
    'medium',
    { measures: ['adjust'], others: ['merge', 'reduce'], rectify: true },
    source(document, '源'),
  ),
  row(
    'evaluation',
    ['policy'],
    'poor',
    { measures: ['exit'], others: ['adjust', 'merge', 'reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${document}；退出、压减的幅度为${usual}`, '拟'),
  ),
]

const small: Cut = { least: 1, most: 5, usual: 2 }
const larger: Cut = { least: 3, most: 10, usual: 5 }
const ofWhole = source(`${document}；部门预算压减比例为${usual}`, '拟')

/** The budget of a department is mostly bound: the shares are smaller than those of a project. */
const byWhole: readonly ProposalRule[] = (['evaluation', 'self-evaluation'] as const).flatMap((on) => {
  const calls = on === 'evaluation'
  return [
    row(
      on,
      ['department'],
      'excellent',
      { measures: ['prioritise', 'yearly'], calls },
      source(document, '源'),
    ),
    row(on, ['department'], 'good', { measures: ['secure', 'yearly'], calls }, source(document, '源')),
    row(on, ['department'], 'medium', { measures: ['reduce', 'yearly'], cut: small, rectify: true }, ofWhole),
    row(on, ['department'], 'poor', { measures: ['reduce', 'yearly'], cut: larger, rectify: true }, ofWhole),
  ]
})

const byGovernment: readonly ProposalRule[] = (['evaluation', 'self-evaluation'] as const).flatMap((on) =>
  (['excellent', 'good', 'medium', 'poor'] as const).map((result) =>
    row(
      on,
      ['government'],
      result,
      {
        measures: ['transfers', 'yearly'],
        rectify: result === 'poor' || result === 'medium',
        calls: on === 'evaluation',
      },
      source(document, '源'),
    ),
  ),
)

/** A unit's own result is not proved as an evaluation is: good ones may be applied, bad ones have to be. */
const bySelf: readonly ProposalRule[] = [
  row(
    'self-evaluation',
    items,
    'excellent',
    { measures: ['secure'], others: ['prioritise'], calls: false },
    source(sichuan, '源'),
  ),
  row('self-evaluation', items, 'good', { measures: ['secure'], calls: false }, source(sichuan, '源')),
  row(
    'self-evaluation',
    ['project'],
    'medium',
    { measures: ['reduce'], others: ['redirect', 'merge', 'secure'], cut: tenth, rectify: true },
    ofMedium,
  ),
  row(
    'self-evaluation',
    ['project'],
    'poor',
    { measures: ['reduce'], others: ['cancel', 'suspend', 'exit'], cut: half, rectify: true },
    ofPoor,
  ),
  row(
    'self-evaluation',
    ['policy'],
    'medium',
    { measures: ['adjust'], others: ['merge', 'reduce'], rectify: true },
    source(document, '源'),
  ),
  row(
    'self-evaluation',
    ['policy'],
    'poor',
    { measures: ['reduce'], others: ['exit', 'adjust', 'merge'], cut: half, rectify: true },
    ofPoor,
  ),
]

const reviewed = '绩效目标审核结果处理'

const byProcess: readonly ProposalRule[] = [
  row(
    'assessment',
    items,
    'support',
    { measures: ['secure'], calls: false },
    source(`${sichuan}（支持）`, '源'),
  ),
  row(
    'assessment',
    items,
    'adjust',
    { measures: ['reduce'], others: ['improve', 'secure'] },
    source('事前评估核减的资金从部门年度预算控制数中相应核减', '源'),
  ),
  row(
    'assessment',
    items,
    'oppose',
    { measures: ['cancel'], cut: { least: 100, most: 100, usual: 100 } },
    source(`${sichuan}（不予支持）`, '源'),
  ),
  row(
    'review',
    items,
    'excellent',
    { measures: ['secure'], calls: false },
    source(`${reviewed}（优）`, '源'),
  ),
  row('review', items, 'good', { measures: ['secure'], calls: false }, source(`${reviewed}（良）`, '源')),
  row(
    'review',
    items,
    'medium',
    { measures: ['improve'], others: ['reduce'] },
    source(`${reviewed}（中：修改完善后重新报送）`, '源'),
  ),
  row(
    'review',
    items,
    'poor',
    { measures: ['cancel'], cut: { least: 100, most: 100, usual: 100 } },
    source(`${reviewed}（差：不得进入下一步预算安排）`, '源'),
  ),
  row(
    'disposal',
    all,
    'adjusted',
    { measures: ['reduce'], others: ['redirect', 'secure'] },
    source('巴财〔2020〕38号 三（二）2（处置意见作为编制下年预算的依据）', '源'),
  ),
  row(
    'disposal',
    all,
    'recovered',
    { measures: ['reduce'], others: ['cancel', 'exit'] },
    source('巴财〔2020〕38号 三（二）2（处置意见作为编制下年预算的依据）', '源'),
  ),
  row(
    'disposal',
    items,
    'suspended',
    { measures: ['suspend'], others: ['reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${ministry}（整改到位后再安排）；幅度为${usual}`, '拟'),
  ),
  row(
    'disposal',
    items,
    'unrectified',
    { measures: ['suspend'], others: ['reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${ministry}（不整改或整改不到位，调减预算或整改到位后再安排）；幅度为${usual}`, '拟'),
  ),
]

/** 结果应用 as it comes: by object after the founding document, by grade after the province's and cities' own rules. */
export const applicationRules: ApplicationRules = {
  workingDays: 20,
  ...source(`${document}（落实并书面反馈）；20 个工作日为本系统缺省`, '拟'),
  rectification: {
    workingDays: 30,
    ...source(`${document}（落实整改要求）；30 个工作日为本系统缺省`, '拟'),
  },
  measures: measureRows,
  proposals: [...byEvaluation, ...byWhole, ...byGovernment, ...bySelf, ...byProcess],
}
