import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CheckContext, checkGoal, healthOf, mayBeSubmitted } from '#domain/goals/check'
import type { GoalContent, Indicator } from '#domain/goals/goal'
import { sentenceMarks } from '#domain/goals/sentences'
import { checkParams } from '#domain/rules/check-codes'
import { rulesById } from '#domain/year-rules'
import { context, indicator, sampleGoal, stored, wan, withIndicator } from './sample-goal.ts'

type Case = [code: string, at: string, content: GoalContent, has: string, change?: Partial<CheckContext>]

const department = sampleGoal({
  kind: 'department',
  tasks: [{ id: 't', name: '养护', content: '日常养护', total: 90 * wan, fiscal: 60 * wan, other: 30 * wan }],
})
const task = { id: 't', name: '养护', content: '日常养护', total: 90 * wan, fiscal: null, other: null }
const without = (id: string) => sampleGoal().indicators.filter((one) => one.id !== id)
const more = (...rows: Indicator[]) => sampleGoal({ indicators: [...sampleGoal().indicators, ...rows] })

/** Each finding once, with the figures its message must hold. */
const found: Case[] = [
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
    'funding',
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

/** What is right at the very border or by a reason, and must not be reported. */
const silent: Case[] = [
  ['part-missing', '', sampleGoal({ longTermGoal: '', remarks: '' }), ''],
  ['task-incomplete', '', department, ''],
  ['goal-too-short', '', sampleGoal({ annualGoals: ['养护县道一百公里'] }), ''],
  ['placeholder-text', '', withIndicator('q', { name: '指标体系建设数量' }), ''],
  ['vague-wording', '', sampleGoal({ annualGoals: ['进一步提升优良路率，达到 90%'] }), ''],
  ['vague-wording', '', sampleGoal({ annualGoals: ['加强低保动态管理，做到应保尽保'] }), ''],
  ['number-possible', '', withIndicator('q', { operator: '', value: '应保尽保', unit: '' }), ''],
  ['number-possible', '', withIndicator('t', { value: '按季度支付' }), ''],
  [
    'cost-direction',
    '',
    withIndicator('c', { name: '成本节约率', operator: '≥', value: '5', unit: '%' }),
    '',
  ],
  ['satisfaction-direction', '', withIndicator('s', { name: '群众投诉率', operator: '≤', value: '5' }), ''],
  ['satisfaction-unit', '', withIndicator('s', { unit: '分' }), ''],
  ['sign-in-value', '', sampleGoal(), ''],
  ['unit-in-value', '', withIndicator('t', { operator: '≤', value: '12月底' }), ''],
  ['unit-spelling', '', sampleGoal(), ''],
  ['unit-mismatch', '', withIndicator('q', { name: '服务效率', unit: '件' }), ''],
  ['percent-above-hundred', '', withIndicator('z', { name: '产值增长率', value: '120' }), ''],
  ['percent-above-hundred', '', withIndicator('z', { operator: '=', value: '100' }), ''],
  ['at-least-hundred', '', withIndicator('z', { operator: '=', value: '100' }), ''],
  [
    'qualitative-with-number',
    '',
    withIndicator('e', { operator: '定性', value: '优良中低差', unit: '' }),
    '',
  ],
  ['quantitative-with-grade', '', withIndicator('e', { operator: '定性', value: '优', unit: '' }), ''],
  ['value-not-number', '', withIndicator('t', { operator: '≤', value: '2026年12月31日' }), ''],
  ['name-contradicts-value', '', withIndicator('z', { name: '达标率90%' }), ''],
  ['indicator-name-missing', '', more(indicator('blank', { level1: '产出指标' })), ''],
  ['indicator-value-missing', '', withIndicator('q', { value: '', longTermTarget: '600公里' }), ''],
  ['indicator-level-missing', '', withIndicator('q', { level1: '', level2: '数量' }), ''],
  ['indicator-level-unknown', '', withIndicator('e', { level2: '环境效益指标' }), ''],
  ['level2-missing', '', sampleGoal({ kind: 'government', indicators: without('q') }), ''],
  [
    'indicator-duplicate',
    '',
    more(indicator('q2', { level1: '产出指标', level2: '质量指标', name: '养护里程' })),
    '',
  ],
  ['weights-absent', '', withIndicator('q', { weight: null }), ''],
  ['weights-partial', '', sampleGoal(), ''],
  ['weights-sum', '', withIndicator('q', { weight: 3000 }), ''],
  ['weight-negative', '', withIndicator('q', { weight: 0 }), ''],
  [
    'level1-weight',
    '',
    {
      ...sampleGoal(),
      indicators: sampleGoal().indicators.map((one) =>
        one.id === 'q' ? { ...one, weight: 1000 } : one.id === 'e' ? { ...one, weight: 4000 } : one,
      ),
    },
    '',
  ],
  [
    'funding-total-differs',
    '',
    sampleGoal({
      funding: [
        { source: 'unit', amount: 90 * wan },
        { source: 'other', amount: null },
      ],
    }),
    '',
  ],
  ['total-not-positive', '', sampleGoal({ total: 1 }), ''],
  ['amount-negative', '', sampleGoal({ funding: [{ source: 'unit', amount: 0 }] }), ''],
  ['tasks-total-differs', '', department, ''],
  ['task-parts-differ', '', department, ''],
  ['cost-above-budget', '', withIndicator('c', { value: '90.00' }), ''],
  ['cost-above-budget', '', withIndicator('c', { name: '单位成本', value: '900' }), ''],
  ['wan-slip-total', '', sampleGoal(), '', { previous: stored(sampleGoal({ total: 9 * wan })) }],
  ['wan-slip-text', '', sampleGoal({ overview: '本项目申请 900000 元。' }), ''],
  ['wan-slip-cost', '', withIndicator('c', { value: '900000', unit: '元' }), ''],
  ['below-last-year', '', sampleGoal(), '', { previous: stored(sampleGoal()) }],
  ['below-last-year', '', sampleGoal(), '', { previous: stored(withIndicator('c', { value: '100' })) }],
  ['text-copied', '', sampleGoal(), ''],
  ['period-reversed', '', sampleGoal({ endsOn: '2026-01-01' }), ''],
  ['period-outside-year', '', sampleGoal({ startsOn: '2024-01-01', endsOn: '2026-01-01' }), ''],
  ['code-malformed', '', sampleGoal({ code: '51000021R000000019951' }), ''],
  ['secret-disclosed', '', sampleGoal({ secret: true, disclosed: false }), ''],
  ['disclosure-reason-missing', '', sampleGoal({ disclosed: false, disclosureReason: '内部事项' }), ''],
  ['pre-assessment-missing', '', sampleGoal({ attribute: 'new', total: 100 * wan, funding: [] }), ''],
  [
    'pre-assessment-missing',
    '',
    sampleGoal({ attribute: 'new', category: 'social', total: 500 * wan, funding: [] }),
    '',
  ],
  [
    'pre-assessment-missing',
    '',
    sampleGoal({ total: 78 * wan }),
    '',
    { previous: stored(sampleGoal({ total: 60 * wan })) },
  ],
]

describe('目标体检', () => {
  it('finds nothing on a goal in order', () => expect(checkGoal(sampleGoal(), context())).toEqual([]))

  it.each(found)('reports %s at %s', (code, at, content, has, change) => {
    const problems = checkGoal(content, context(change)).filter((problem) => problem.code === code)
    const problem = problems.find((one) => one.at === at && one.message.includes(has))
    expect(problem, JSON.stringify(problems)).toBeDefined()
    expect(problem?.clause).not.toBe('')
    expect(`${problem?.message}${problem?.suggestion}`).not.toMatch(/[{}]/)
  })

  it.each(silent)('%s is silent where it must be %s', (code, _at, content, _has, change) => {
    expect(checkGoal(content, context(change)).filter((problem) => problem.code === code)).toEqual([])
  })

  it('has a positive and a negative case for every finding', () => {
    const all = Object.keys(checkParams).sort()
    expect([...new Set(found.map(([code]) => code))].sort()).toEqual(all)
    expect([...new Set(silent.map(([code]) => code))].sort()).toEqual(all)
  })

  it('blocks 送审 by errors only', () => {
    const absent = sampleGoal({
      indicators: sampleGoal().indicators.map((one) => ({ ...one, weight: null })),
    })
    expect(mayBeSubmitted(checkGoal(absent, context()))).toBe(true)
    expect(mayBeSubmitted(checkGoal(withIndicator('q', { weight: null }), context()))).toBe(false)
    expect(healthOf(checkGoal(absent, context()))).toEqual({ errors: 0, warnings: 1, hints: 0 })
  })

  it('does not depend on the order of indicators or funds', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 })
    fc.assert(
      fc.property(order, fc.boolean(), (places, turned) => {
        const goal = sampleGoal()
        const rows = places.flatMap((place) => goal.indicators[place] ?? [])
        const funding = turned ? goal.funding.toReversed() : goal.funding
        expect(checkGoal({ ...goal, indicators: rows, funding }, context())).toEqual([])
      }),
    )
  })

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const goal = withIndicator('q', { name: text, value: text, unit: text, level1: text, level2: text })
        checkGoal({ ...goal, name: text, annualGoals: [text], overview: text, code: text }, context())
      }),
    )
  })

  it.each(['1', '1,', '一', '《', '*', '□新增', '进一步，', '95%', ' ', '。'])(
    'stays quick on a cell full of %j',
    (piece) => {
      const text = piece.repeat(Math.floor(200_000 / piece.length))
      const goal = withIndicator('q', { name: text, value: text, unit: text, level1: text, level2: text })
      const hostile = { ...goal, name: text, annualGoals: [text], overview: text, basis: text, code: text }
      const problems = checkGoal(hostile, context())
      sentenceMarks(hostile)
      // Steps that grow with the square of the text would outlast the test's limit.
      expect(problems.length).toBeGreaterThan(0)
    },
  )
})
