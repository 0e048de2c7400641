import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conclusions } from '#domain/assessments/result'
import { fullMark } from '#domain/assessments/rules'
import {
  checkExpert,
  combinedScore,
  isBetter,
  markFault,
  markText,
  pointsText,
  rateText,
  readMark,
  suggestedConclusion,
} from '#domain/assessments/score'
import { meanOf } from '#domain/mean'
import { expert, rules } from './sample-assessment.ts'

const table = rules.tables.project
const item = { points: 500 }

/** One expert whose points make the given total, taken from the last items so that the first dimensions stay full. */
function scoring(total: number) {
  let missing = 10_000 - total
  const points: Record<string, number> = {}
  // Spread evenly over the dimensions, so that none falls below the line before the total does.
  const items = table.flatMap((dimension) => dimension.items)
  const share = Math.floor(missing / items.length)
  for (const { id, points: full } of items) points[id] = full - share
  missing -= share * items.length
  for (const { id } of items.slice(0, missing)) points[id] = (points[id] ?? 0) - 1
  return combinedScore([expert('甲', points)], table)
}

describe('reading a mark', () => {
  it.each([
    ['优', { grade: 'excellent', points: null }],
    ['4.5', { grade: 'excellent', points: 450 }],
    ['4.49', { grade: 'good', points: 449 }],
    ['4', { grade: 'good', points: 400 }],
    ['3.99', { grade: 'medium', points: 399 }],
    ['3', { grade: 'medium', points: 300 }],
    ['2.99', { grade: 'poor', points: 299 }],
    ['０', { grade: 'poor', points: 0 }],
    ['良 4.2分', { grade: 'good', points: 420 }],
    ['优 1', { grade: 'excellent', points: 100 }],
  ] as const)('%j', (text, mark) => expect(readMark(text, item, rules)).toEqual(mark))

  it.each(['很好', '4.555', '-1', '优优', '4.5.1', '.5'])('does not take %j', (text) =>
    expect(readMark(text, item, rules)).toBeUndefined(),
  )
  it('an empty cell has no mark', () => expect(readMark('  ', item, rules)).toBeNull())

  it('what is shown is read again as the same', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (points) => {
        const mark = readMark(pointsText(points), item, rules)
        if (!mark) throw new Error('a number was not read')
        expect(markFault(mark, item, rules)).toBe('')
        expect(readMark(markText(mark), item, rules)).toEqual(mark)
      }),
    ))

  it('says which grade the points belong to, and where the full mark is passed', () => {
    expect(markFault({ grade: 'excellent', points: 449 }, item, rules)).toBe('4.49 分属于“良”，勾选的是“优”')
    expect(markFault({ grade: 'excellent', points: 501 }, item, rules)).toBe('应在 0 到 5.00 分之间')
    expect(markFault({ grade: 'poor', points: -1 }, item, rules)).not.toBe('')
    expect(markFault({ grade: 'poor', points: null }, item, rules)).toBe('')
  })
})

describe('the sheet of an expert', () => {
  it('is complete only with grade and points in every item', () => {
    const full = expert('甲', 400)
    expect(checkExpert(full, table, rules)).toEqual([])
    const [first = ''] = Object.keys(full.marks)
    const { [first]: _gone, ...rest } = full.marks
    const codes = (change: Partial<typeof full>) =>
      checkExpert({ ...full, ...change }, table, rules).map(({ code, at }) => [code, at])
    expect(codes({ marks: rest })).toEqual([['mark-missing', first]])
    expect(codes({ marks: { ...rest, [first]: { grade: 'good', points: null } } })).toEqual([
      ['points-missing', first],
    ])
    expect(codes({ marks: { ...rest, [first]: { grade: 'poor', points: 400 } } })).toEqual([
      ['mark-unfit', first],
    ])
    expect(codes({ name: ' ' })).toEqual([['expert-name', '']])
  })
})

describe('combining', () => {
  it.each([
    [[], null],
    [[401], 401],
    [[400, 401], 401],
    [[400, 400, 401], 400],
    [[400, 401, 401], 401],
    [[0, 0, 1, 1], 1],
  ])('the mean of %j is %j, a half rounded up', (values, mean) => expect(meanOf(values)).toBe(mean))

  it('the mean lies between, does not mind the order, and is an integer', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 9 }), (values) => {
        const mean = meanOf(values) ?? -1
        expect(Number.isSafeInteger(mean)).toBe(true)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values))
        expect(mean).toBeLessThanOrEqual(Math.max(...values))
        expect(meanOf(values.toReversed())).toBe(mean)
      }),
    ))

  it('counts only who has submitted, and the printed parts add up', () => {
    const open = { ...expert('丁', 0), submittedOn: '' }
    const score = combinedScore([expert('甲', 400), expert('乙', 433), expert('丙', 450), open], table)
    expect(score.experts).toBe(3)
    // (4.00 + 4.33 + 4.50) / 3 = 4.2766…
    expect(score.dimensions.map(({ sum }) => sum)).toEqual([1712, 1712, 1712, 1712, 1712])
    expect(score.total).toBe(8560)
    expect(score.full).toBe(10_000)
  })

  it('every table has five dimensions of 20 points in items of 5', () => {
    for (const dimensions of Object.values(rules.tables)) {
      expect(dimensions.map(fullMark)).toEqual([2000, 2000, 2000, 2000, 2000])
      expect(dimensions.flatMap((one) => one.items.map(({ points }) => points))).toEqual(Array(20).fill(500))
    }
    expect(rules.tables.policy.map(({ name }) => name)).toEqual([
      '政策设立必要性',
      '政策保障充分性',
      '政策目标合理性',
      '政策实施可持续性',
      '政策资金合规性',
    ])
  })
})

describe('the conclusion that a score allows', () => {
  it.each([
    [10_000, 'support'],
    [8000, 'support'],
    [7999, 'adjust'],
    [6000, 'adjust'],
    [5999, 'oppose'],
    [0, 'oppose'],
  ] as const)('%i hundredths: %s', (total, conclusion) => {
    const score = scoring(total)
    expect(score.total).toBe(total)
    expect(suggestedConclusion(score, rules)?.conclusion).toBe(conclusion)
  })

  it.each([
    [1200, 'support', ''],
    [1199, 'adjust', '“投入经济性”得分率 59.9%'],
  ] as const)('a dimension at %i of 2000 hundredths: %s', (sum, conclusion, reason) => {
    const points = { 'economy-1': 0, 'economy-2': sum - 1000, 'economy-3': 500, 'economy-4': 500 }
    const score = combinedScore([expert('甲', points)], table)
    expect(score.dimensions[1]?.sum).toBe(sum)
    const found = suggestedConclusion(score, rules)
    expect(found?.conclusion).toBe(conclusion)
    expect(found?.reason).toContain(reason)
  })

  it('says nothing while nobody has submitted', () =>
    expect(suggestedConclusion(combinedScore([], table), rules)).toBeNull())

  it('gives the figures with the reason', () => {
    expect(suggestedConclusion(scoring(7999), rules)?.reason).toBe(
      '合计 79.99 分，在 60 分与 80 分之间，应为“调整后支持”。',
    )
    expect(suggestedConclusion(scoring(5999), rules)?.reason).toContain(`应为“${conclusions.oppose}”`)
    expect(rateText(1199, 2000)).toBe('59.9%')
    expect(rateText(0, 0)).toBe('0.0%')
  })

  it('ranks them', () => {
    expect(isBetter('support', 'adjust')).toBe(true)
    expect(isBetter('adjust', 'adjust')).toBe(false)
    expect(isBetter('oppose', 'adjust')).toBe(false)
  })
})
