import { describe, expect, it } from 'vitest'
import { canonicalLevels } from '#domain/rules/levels'
import { validateRules } from '#domain/rules/validate-rules'
import { rulesById, shippedRules, type YearRules } from '#domain/year-rules'

const old = rulesById('frame-2015')
const core = rulesById('frame-2021')
const codes = (rules: YearRules) => validateRules(rules).map((problem) => problem.code)
/** The first entry changed. */
function first<T>(rows: readonly T[], change: Partial<T>): T[] {
  return rows.map((row, index) => (index === 0 ? { ...row, ...change } : row))
}

const { tables } = old.assessment
function assessing(change: Partial<YearRules['assessment']>): YearRules {
  return { ...old, assessment: { ...old.assessment, ...change } }
}

describe('rule packs', () => {
  it.each(shippedRules.map((rules) => [rules.id, rules] as const))('%s is valid as shipped', (_, rules) =>
    expect(validateRules(rules)).toEqual([]),
  )
  it('suggests 50/30/10 and 20/40/20/10, with 10 for execution', () => {
    const weights = (rules: YearRules) => rules.frame.map((level) => (level.weight ?? 0) / 100)
    expect([weights(old), weights(core)]).toEqual([
      [50, 30, 10],
      [20, 40, 20, 10],
    ])
  })

  const broken: [string, YearRules][] = [
    ['weights-sum', { ...old, frame: first(old.frame, { weight: 4999 }) }],
    ['weights-sum', { ...old, executionWeight: 2000 }],
    ['weights-sum', { ...old, weightTotals: [10000] }],
    ['weight-hole', { ...old, frame: first(old.frame, { weight: null }) }],
    ['weight-invalid', { ...old, weightTolerance: -1 }],
    ['frame-empty', { ...old, frame: [] }],
    ['level-empty', { ...old, frame: first(old.frame, { level2: [] }) }],
    ['level-overlap', { ...old, frame: first(old.frame, { aliases: ['效益指标'] }) }],
    ['level-unknown', { ...core, weightShifts: first(core.weightShifts, { absent: '投入指标' }) }],
    [
      'weights-sum',
      { ...core, weightShifts: first(core.weightShifts, { to: [{ name: '产出指标', add: 1 }] }) },
    ],
    ['code-duplicate', { ...old, checks: [...old.checks, ...old.checks.slice(0, 1)] }],
    ['code-hole', { ...old, checks: old.checks.slice(1) }],
    // A pack comes from a file in later versions: what its type forbids must be refused all the same.
    ['code-unknown', { ...old, checks: first(old.checks, JSON.parse('{"code":"constructor"}')) }],
    ['severity-unknown', { ...old, checks: first(old.checks, JSON.parse('{"severity":"fatal"}')) }],
    ['source-missing', { ...old, checks: first(old.checks, { clause: ' ' }) }],
    ['source-missing', { ...old, vagueWords: first(old.vagueWords, JSON.parse('{"mark":"听说"}')) }],
    ['text-missing', { ...old, checks: first(old.checks, { message: '' }) }],
    ['params-differ', { ...old, checks: first(old.checks, { params: { surplus: 1 } }) }],
    ['word-duplicate', { ...old, vagueWords: [...old.vagueWords, ...old.vagueWords.slice(0, 1)] }],
    ['word-empty', { ...old, vagueWords: first(old.vagueWords, { word: '' }) }],
    ['part-duplicate', { ...old, parts: [...old.parts, ...old.parts.slice(0, 1)] }],
    ['pack-unnamed', { ...old, version: 0 }],
    ['dimension-hole', assessing({ tables: { project: tables.project.slice(1), policy: tables.policy } })],
    [
      'dimension-duplicate',
      assessing({ tables: { ...tables, policy: first(tables.policy, { id: 'plan' }) } }),
    ],
    ['assessment-sum', assessing({ tables: { ...tables, policy: first(tables.policy, { items: [] }) } })],
    ['lines-invalid', assessing({ lines: { ...old.assessment.lines, adjust: 8000 } })],
    ['lines-invalid', assessing({ lines: { ...old.assessment.lines, dimensionRate: 101 } })],
    ['bands-invalid', assessing({ bands: { ...old.assessment.bands, good: 90 } })],
    ['experts-invalid', assessing({ experts: { ...old.assessment.experts, minimum: 0 } })],
    ['material-duplicate', assessing({ materials: first(old.assessment.materials, { id: 'plan' }) })],
    ['source-missing', assessing({ lines: { ...old.assessment.lines, clause: '' } })],
  ]
  it.each(broken)('refuses a pack with %s', (code, rules) => expect(codes(rules)).toContain(code))
})

describe('levels', () => {
  it.each([
    ['产 出\n指 标', '数量', '产出指标', '数量指标'],
    ['项目完成指标', '时效(必填)', '产出指标', '时效指标'],
    ['产出指标(50分)', '', '产出指标', ''],
    ['效果指标', '环境效益指标', '效益指标', '生态效益指标'],
    ['效益指标', '社会公众或服务对象满意度指标', '满意度指标', '服务对象满意度指标'],
    ['', '数量（必填硬性指标）', '产出指标', '数量指标'],
    ['', '满意度类指标', '满意度指标', '服务对象满意度指标'],
    ['', '产出类指标', '产出指标', ''],
    ['满意度指标', '校园用户满意度', '满意度指标', '校园用户满意度'],
    ['项目决策', '必要性5', '项目决策', '必要性5'],
    ['成本指标', '经济成本指标', '成本指标', '经济成本指标'],
    ['', '', '', ''],
  ])('reads %j / %j', (level1, level2, upper, lower) =>
    expect(canonicalLevels(level1, level2, old)).toEqual({ level1: upper, level2: lower }),
  )
  it('moves cost to a level of its own under the frame of 2021', () => {
    expect(canonicalLevels('产出指标', '成本指标', core)).toEqual({
      level1: '成本指标',
      level2: '经济成本指标',
    })
    expect(canonicalLevels('', '生态环境成本指标', core)).toEqual({
      level1: '成本指标',
      level2: '生态环境成本指标',
    })
  })
  it('gives the same when asked again', () => {
    for (const rules of shippedRules)
      for (const level of rules.frame)
        for (const one of level.level2)
          for (const alias of [one.name, ...one.aliases]) {
            const once = canonicalLevels(level.name, alias, rules)
            expect(once).toEqual({ level1: level.name, level2: one.name })
            expect(canonicalLevels(once.level1, once.level2, rules)).toEqual(once)
          }
  })
})
