import type { CheckContext } from '#domain/goals/check'
import type { GoalContent, Indicator } from '#domain/goals/goal'
import { rulesById } from '#domain/year-rules'
import { indicator, sampleGoal, stored, wan, withIndicator } from './sample-goal.ts'

export type Case = [
  code: string,
  at: string,
  content: GoalContent,
  has: string,
  change?: Partial<CheckContext>,
]

export const department = sampleGoal({
  kind: 'department',
  tasks: [{ id: 't', name: '养护', content: '日常养护', total: 90 * wan, fiscal: 60 * wan, other: 30 * wan }],
})

const task = { id: 't', name: '养护', content: '日常养护', total: 90 * wan, fiscal: null, other: null }

export const without = (id: string) => sampleGoal().indicators.filter((one) => one.id !== id)

export const more = (...rows: Indicator[]) =>
  sampleGoal({ indicators: [...sampleGoal().indicators, ...rows] })

/** Each finding once, with the figures its message must hold. */
export const found: Case[] = [
  ['part-missing', 'responsible', sampleGoal({ responsible: ' ' }), '责任主体没有填写'],
  ['part-missing', 'tasks', sampleGoal({ kind: 'department' }), '年度主要任务没有填写'],
  ['part-missing', 'indicators', sampleGoal({ indicators: [] }), '绩效指标'],
  ['part-missing', 'total', sampleGoal({ total: null }), '资金总额'],
  [
    'task-incomplete',
    'tasks.t',
    { ...department, tasks: [{ ...task, content: '' }] },
    '第 1 项年度主要任务缺少主要内容',
  ],
  ['goal-too-short', 'annualGoals', sampleGoal({ annualGoals: ['43.2'] }), '只有 0 个字'],
  ['placeholder-text', 'annualGoals', sampleGoal({ annualGoals: ['指标1'] }), '指标1'],
  ['placeholder-text', 'indicators.q.value', withIndicator('q', { value: '**' }), '**'],
  ['placeholder-text', 'indicators.q.name', withIndicator('q', { name: '养护里程(≥**公里)' }), '**'],
  [
    'vague-wording',
    'annualGoals',
    sampleGoal({ annualGoals: ['完成养护，进一步提升道路通行能力。'] }),
    '“进一步”',
  ],
  ['vague-wording', 'annualGoals', sampleGoal({ annualGoals: ['明显改善出行条件'] }), '明显改善'],
  [
    'vague-wording',
    'indicators.e.value',
    withIndicator('e', { operator: '定性', value: '效果明显', unit: '' }),
    '效果明显',
  ],
  [
    'number-possible',
    'indicators.q.value',
    withIndicator('q', { operator: '', value: '完成', unit: '' }),
    '数量指标',
  ],
  [
    'number-possible',
    'indicators.e.value',
    withIndicator('e', { operator: '', value: '提升', unit: '' }),
    '提升',
  ],
  ['cost-direction', 'indicators.c.operator', withIndicator('c', { operator: '≥' }), '≥90万元'],
  ['satisfaction-direction', 'indicators.s.operator', withIndicator('s', { operator: '≤' }), '≤90%'],
  ['satisfaction-unit', 'indicators.s.unit', withIndicator('s', { unit: '' }), '≥90'],
  ['sign-in-value', 'indicators.z.value', withIndicator('z', { operator: '', value: '≧ %', unit: '' }), '≧'],
  ['unit-in-value', 'indicators.z.value', withIndicator('z', { value: '90%', unit: '' }), '90%'],
  ['unit-spelling', 'indicators.z.unit', withIndicator('z', { unit: '百分比' }), '百分比'],
  ['unit-mismatch', 'indicators.q.unit', withIndicator('q', { name: '培训人数', unit: '个' }), '“个”'],
  [
    'unit-mismatch',
    'indicators.q.unit',
    withIndicator('q', { name: '村组干部230人', value: '230', unit: '个' }),
    '“个”',
  ],
  ['unit-mismatch', 'indicators.z.unit', withIndicator('z', { unit: '人' }), '“人”'],
  ['percent-above-hundred', 'indicators.z.value', withIndicator('z', { value: '292' }), '≥292%'],
  [
    'at-least-hundred',
    'indicators.z.operator',
    withIndicator('z', { value: '100', unit: '百分比' }),
    '≥100百分比',
  ],
  ['qualitative-with-number', 'indicators.z.value', withIndicator('z', { operator: '定性' }), '90%'],
  [
    'quantitative-with-grade',
    'indicators.z.operator',
    withIndicator('z', { operator: '=', value: '优', unit: '' }),
    '优',
  ],
  ['value-not-number', 'indicators.z.value', withIndicator('z', { value: '达到标准', unit: '' }), '达到标准'],
  [
    'name-contradicts-value',
    'indicators.z.value',
    withIndicator('z', { name: '达标率100%', value: '98' }),
    '“≥98%”',
  ],
  ['indicator-name-missing', 'indicators.q.name', withIndicator('q', { name: '' }), '第 1 个'],
  ['indicator-value-missing', 'indicators.q.value', withIndicator('q', { value: '' }), '养护里程'],
  [
    'indicator-level-missing',
    'indicators.q.level1',
    withIndicator('q', { level1: '', level2: '' }),
    '一级指标和二级指标',
  ],
  ['indicator-level-unknown', 'indicators.e.level2', withIndicator('e', { level2: '质量指标' }), '质量指标'],
  ['level2-missing', 'indicators', sampleGoal({ indicators: without('q') }), '没有设置数量指标'],
  [
    'level2-missing',
    'indicators',
    sampleGoal(),
    '没有设置经济成本指标',
    {
      rules: {
        ...rulesById('frame-2021'),
        frame: rulesById('frame-2021').frame.map((level) => ({
          ...level,
          level2: level.level2.map(({ alsoUnder: _, ...one }) => one),
        })),
      },
    },
  ],
  [
    'indicator-duplicate',
    'indicators.q2.name',
    more(indicator('q2', { ...sampleGoal().indicators[0], id: 'q2', value: '80' })),
    '=120公里、=80公里',
  ],
  [
    'weights-absent',
    'indicators',
    sampleGoal({ indicators: sampleGoal().indicators.map((one) => ({ ...one, weight: null })) }),
    '没有填权重',
  ],
  [
    'weights-partial',
    'indicators.q.weight',
    withIndicator('q', { weight: null }),
    '6 个指标中有 1 个没有填权重，已填的合计 70 分',
  ],
  [
    'weights-sum',
    'indicators',
    withIndicator('q', { weight: 1999 }),
    '应为 90 或 100 分，比 90 分少 0.01 分',
  ],
  ['weight-negative', 'indicators.q.weight', withIndicator('q', { weight: -2000 }), '-20 分'],
  [
    'level1-weight',
    'indicators',
    {
      ...sampleGoal(),
      indicators: sampleGoal().indicators.map((one) =>
        one.id === 'q' ? { ...one, weight: 899 } : one.id === 'e' ? { ...one, weight: 4101 } : one,
      ),
    },
    '产出指标合计 38.99 分，建议 50 分',
  ],
  [
    'funding-total-differs',
    'funding',
    sampleGoal({ total: 90 * wan + 1 }),
    '90.000001 万元，各来源之和 90.00 万元，相差 0.000001 万元',
  ],
  ['total-not-positive', 'total', sampleGoal({ total: 0 }), '0.00 万元'],
  [
    'amount-negative',
    'funding.unit',
    sampleGoal({ funding: [{ source: 'unit', amount: -1 * wan }] }),
    '-1.00 万元',
  ],
  ['tasks-total-differs', 'tasks', { ...department, total: 80 * wan }, '相差 10.00 万元'],
  ['task-parts-differ', 'tasks.t', { ...department, tasks: [{ ...task, fiscal: 50 * wan }] }, '50.00 万元'],
  [
    'cost-above-budget',
    'indicators.c.value',
    withIndicator('c', { value: '90.01' }),
    '90.01 万元，大于资金总额 90.00 万元',
  ],
  [
    'wan-slip-total',
    'total',
    sampleGoal({ total: 900_000 * wan, funding: [] }),
    '900,000.00 万元，上年 90.00 万元',
    { previous: stored(sampleGoal()) },
  ],
  ['wan-slip-text', 'overview', sampleGoal({ overview: '本项目申请 90 元用于养护 120 公里。' }), '“90元”'],
  [
    'wan-slip-cost',
    'indicators.c.value',
    withIndicator('c', { value: '900000', unit: '万元' }),
    '900,000.00 万元',
  ],
  [
    'below-last-year',
    'indicators.z.value',
    sampleGoal(),
    '2025 年是“≥95%”',
    { previous: stored(withIndicator('z', { value: '95' })) },
  ],
  [
    'below-last-year',
    'indicators.c.value',
    sampleGoal(),
    '更宽',
    { previous: stored(withIndicator('c', { value: '80' })) },
  ],
  [
    'text-copied',
    'annualGoals',
    sampleGoal(),
    '本单位“桥梁养护”',
    {
      similar: [{ name: '桥梁养护', unitName: '南江县公路养护中心', sentence: '完成县道日常养护 120 公里' }],
    },
  ],
  ['period-reversed', 'endsOn', sampleGoal({ endsOn: '2025-12-31' }), '2025-12-31'],
  [
    'period-outside-year',
    'startsOn',
    sampleGoal({ startsOn: '2027-01-01', endsOn: '2027-12-31' }),
    '2026 年度',
  ],
  ['code-malformed', 'code', sampleGoal({ code: '12345' }), '12345'],
  ['secret-disclosed', 'disclosed', sampleGoal({ secret: true }), '涉密'],
  ['disclosure-reason-missing', 'disclosureReason', sampleGoal({ disclosed: false }), '没有写原因'],
  [
    'pre-assessment-missing',
    'preAssessment',
    sampleGoal({ attribute: 'new', total: 100 * wan + 1, funding: [] }),
    '超过 100 万元',
  ],
  [
    'pre-assessment-missing',
    'preAssessment',
    sampleGoal(),
    '增幅 50.0%',
    { previous: stored(sampleGoal({ total: 60 * wan })) },
  ],
]
