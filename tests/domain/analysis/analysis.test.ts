import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expiringFindings } from '#domain/analysis/expiring'
import { dividedFindings, type FindingObject } from '#domain/analysis/finding'
import { lowUnitFindings, type UnitResult } from '#domain/analysis/low-units'
import { mergeFindings } from '#domain/analysis/merge'
import { likeness, nameCore, pairsOf } from '#domain/analysis/names'
import { type AnalysedGoal, analysed } from '#domain/analysis/project'
import { alikePairs, type Pair, repeatedFindings } from '#domain/analysis/repeated'
import { analysisRules } from '#domain/analysis/rules'
import { costFindings, isOutlier, unitCostsOf } from '#domain/analysis/unit-cost'
import { type SpentGoal, unspentFindings } from '#domain/analysis/unspent'
import { emptyIndicator } from '#domain/goals/goal'
import { sampleGoal, stored } from '../sample-goal.ts'

const unit = { name: '南江县教育局', code: '205001' }

function goal(id: string, name: string, part: Partial<AnalysedGoal> = {}): AnalysedGoal {
  const base = analysed({ ...stored(sampleGoal({ name, code: '' }), 2026), id }, unit)
  return { ...base, ...part }
}

function pairsAmong(goals: readonly AnalysedGoal[]): Pair[] {
  const steps = alikePairs(goals, analysisRules.repeated)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

describe('names', () => {
  it('leave out year, stage and words that any project has', () => {
    expect(nameCore('2026年度农村公路养护专项资金项目')).toBe('农村公路养护')
    expect(nameCore('工作经费')).toBe('工作经费')
  })

  it('are as alike as themselves, in either order, never more', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const share = likeness(pairsOf(left), pairsOf(right))
        expect(share).toBe(likeness(pairsOf(right), pairsOf(left)))
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(100)
      }),
    )
    expect(likeness(pairsOf('农村公路'), pairsOf('农村公路'))).toBe(100)
  })
})

describe('repeated projects', () => {
  it('are found by name and by text, at the line and not below it', () => {
    const marks = ['a', 'b', 'c', 'd']
    const [one, two, three] = [
      goal('g1', '农村公路养护项目', { sentenceMarks: marks }),
      goal('g2', '2026年农村公路养护', { unitCode: '301', unitName: '交通局' }),
      goal('g3', '学校食堂', { sentenceMarks: ['a', 'b', 'x', 'y'], unitCode: '302' }),
    ]
    const found = repeatedFindings(pairsAmong([one, two, three]), 2026, analysisRules)
    expect(found.map(({ objects }) => objects.map(({ goalId }) => goalId).toSorted())).toEqual(
      expect.arrayContaining([
        ['g1', 'g2'],
        ['g1', 'g3'],
      ]),
    )
    // Behind the count stand the sentences themselves.
    expect(found.find(({ objects }) => objects.some(({ goalId }) => goalId === 'g3'))).toMatchObject({
      sentenceMarks: ['a', 'b'],
    })
    const less = { ...three, sentenceMarks: ['a', 'x', 'y', 'z'] }
    expect(repeatedFindings(pairsAmong([one, less]), 2026, analysisRules)).toEqual([])
  })

  it('are not the same project carried on, but another of last year is', () => {
    const own = goal('g1', '农村公路养护')
    const same = goal('g0', '农村公路养护', { year: 2025 })
    const other = goal('g9', '农村公路养护', { year: 2025, unitCode: '301' })
    expect(repeatedFindings(pairsAmong([own, same]), 2026, analysisRules)).toEqual([])
    const [found] = repeatedFindings(pairsAmong([own, other]), 2026, analysisRules)
    expect(found).toMatchObject({ money: own.total })
    expect(found?.title).toContain('上年')
  })

  it('are not told by what too many have', () => {
    const many = Array.from({ length: analysisRules.repeated.mostPlaces + 1 }, (_, at) =>
      goal(`g${at}`, `甲${String.fromCharCode(0x4e00 + at * 7)}`, {
        sentenceMarks: ['a', 'b'],
        unitCode: `${at}`,
      }),
    )
    expect(pairsAmong(many)).toEqual([])
    expect(pairsAmong(many.slice(1))).not.toEqual([])
  })
})

it('proposes to merge what one unit has for one purpose, and nothing across units or budgets', () => {
  const [one, two] = [goal('g1', '城市最低生活保障'), goal('g2', '农村最低生活保障')]
  expect(mergeFindings([one, two], analysisRules)).toMatchObject([{ id: 'merge:g1:g2' }])
  expect(mergeFindings([one, { ...two, unitId: 'another' }], analysisRules)).toEqual([])
  expect(mergeFindings([one, { ...two, book: 'fund' }], analysisRules)).toEqual([])
})

it('names policies that end by the end of next year, and no others', () => {
  const policy = (id: string, endsOn: string) => goal(id, `政策${id}`, { kind: 'policy', endsOn })
  const goals = [
    policy('a', '2025-12-31'),
    policy('b', '2026-12-31'),
    policy('c', '2027-12-31'),
    policy('d', '2028-01-01'),
    policy('e', ''),
  ]
  const found = expiringFindings([...goals, goal('p', '项目', { endsOn: '2025-01-01' })], 2026, analysisRules)
  expect(found.map(({ id }) => id)).toEqual(['expiring:a', 'expiring:b', 'expiring:c'])
  expect(found[0]?.title).toContain('已到期')
})

it('names departments with low results as often as the rules say', () => {
  const result = (year: number, grade: UnitResult['grade']): UnitResult => ({
    ...{ unitCode: '205', unitName: '教育局', year, goalId: `g${year}`, name: '项目', grade, source: '自评' },
  })
  expect(lowUnitFindings([result(2024, 'medium'), result(2025, 'good')], analysisRules)).toEqual([])
  expect(lowUnitFindings([result(2024, 'medium'), result(2025, 'poor')], analysisRules)).toHaveLength(1)
})

describe('unspent money', () => {
  const object: FindingObject = { goalId: 'g', name: '项目', unitName: '', year: 2026, money: null }
  const spent = (paid: number, causes: string[] = [], reason = ''): SpentGoal => ({
    ...{ object, budget: 120_000_000, paid, causes, reason },
  })

  it('begins below the share of what was due by time', () => {
    // 80 % of ten twelfths of 120 万元 are 80 万元.
    expect(unspentFindings([spent(80_000_000)], 10, analysisRules)).toEqual([])
    expect(unspentFindings([spent(79_999_999)], 10, analysisRules)).toHaveLength(1)
    expect(unspentFindings([spent(0)], 0, analysisRules)).toEqual([])
  })

  it('stands under each of its causes, or under none', () => {
    const found = unspentFindings(
      [spent(0, ['经费保障', '人员保障']), spent(0), spent(0, [], '招标晚')],
      12,
      analysisRules,
    )
    expect(found.map(({ id }) => id).toSorted()).toEqual([
      'unspent:人员保障',
      'unspent:有文字说明，未选原因',
      'unspent:未说明原因',
      'unspent:经费保障',
    ])
  })
})

describe('unit costs', () => {
  const object = (id: string, money: number): FindingObject => ({
    ...{ goalId: id, name: '农村公路改建', unitName: '', year: 2026, money },
  })
  const quantity = (value: string, unitName = '公里') => ({
    ...emptyIndicator('i', '产出指标', '数量指标'),
    ...{ name: '完成路基', operator: '≥' as const, value, unit: unitName },
  })

  it('are the money by the quantity, and what a cost indicator states', () => {
    const [cost] = unitCostsOf(object('g', 1_000_000), [quantity('12.5')], analysisRules)
    expect(cost).toMatchObject({ cost: 80_000, unit: '公里', subject: '道路新建改建' })
    const price = {
      ...emptyIndicator('p', '成本指标', '经济成本指标'),
      name: '造价',
      value: '60',
      unit: '万元/公里',
    }
    expect(unitCostsOf(object('g', 0), [price], analysisRules)).toMatchObject([{ cost: 60_000_000 }])
  })

  it('are not guessed where several quantities share the money, or none is known', () => {
    expect(unitCostsOf(object('g', 1), [quantity('1'), quantity('2', '人')], analysisRules)).toEqual([])
    expect(unitCostsOf(object('g', 1), [quantity('1', '次')], analysisRules)).toEqual([])
    expect(unitCostsOf(object('g', 1), [quantity('0')], analysisRules)).toEqual([])
    expect(unitCostsOf({ ...object('g', 1), money: null }, [quantity('1')], analysisRules)).toEqual([])
  })

  it('name what is twice the one in the middle, or half of it', () => {
    expect(isOutlier(199, 100, 2)).toBe(false)
    expect(isOutlier(200, 100, 2)).toBe(true)
    expect(isOutlier(51, 100, 2)).toBe(false)
    expect(isOutlier(50, 100, 2)).toBe(true)
    expect(isOutlier(5, 0, 2)).toBe(false)
    const costs = [1000, 1100, 5000].flatMap((money, at) =>
      unitCostsOf(object(`g${at}`, money), [quantity('1')], analysisRules),
    )
    const [found] = costFindings(costs, analysisRules)
    expect(found?.evidence.filter((line) => line.includes('偏高'))).toHaveLength(1)
    expect(costFindings(costs.slice(1), analysisRules)).toEqual([])
  })
})

it('puts aside what somebody dismissed, with the reason', () => {
  const [finding] = mergeFindings(
    [goal('g1', '城市最低生活保障'), goal('g2', '农村最低生活保障')],
    analysisRules,
  )
  if (!finding) throw new Error('there is one')
  const dismissed = {
    ...{
      id: 'd',
      bookId: 'b',
      findingId: finding.id,
      name: finding.title,
    },
    ...{ reason: '按政策分别设立', revision: 1, changedAt: '', changedBy: '' },
  }
  expect(dividedFindings([finding], [])).toMatchObject({ open: [finding], aside: [] })
  expect(dividedFindings([finding], [dismissed])).toMatchObject({
    open: [],
    aside: [{ by: { reason: '按政策分别设立' } }],
  })
})
