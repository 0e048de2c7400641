import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffContent, sameContent } from '#domain/goals/compare'
import { goalFlow, isEditable } from '#domain/goals/flow'
import { emptyContent, emptyIndicator, goalStatuses, matchKeyOf } from '#domain/goals/goal'
import { sentenceMarks, sharedSentences } from '#domain/goals/sentences'
import { formatWeight, parseWeight, weightMeter } from '#domain/goals/weights'
import { makeId } from '#domain/ids'
import { growthInTenths, isMultiple, tenthsText } from '#domain/money'
import { rulesById } from '#domain/year-rules'
import { indicator, sampleGoal, wan, withIndicator } from './sample-goal.ts'

const old = rulesById('frame-2015')
const core = rulesById('frame-2021')

describe('weights', () => {
  it.each([
    ['22.5', 2250],
    ['１０分', 1000],
    ['10.00', 1000],
    ['10%', 1000],
    ['30。5', 3050],
    ['-5', -500],
    ['', null],
    ['十', null],
    ['1.234', null],
  ])('reads %j', (text, value) => expect(parseWeight(text)).toBe(value))
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), (value) => {
        expect(parseWeight(formatWeight(value))).toBe(value)
      }),
    )
  })
  it('sums by level in the order of the frame', () =>
    expect(weightMeter(sampleGoal().indicators, old)).toEqual({
      total: 9000,
      goal: 9000,
      byLevel1: [
        { name: '产出指标', sum: 5000, suggested: 5000 },
        { name: '效益指标', sum: 3000, suggested: 3000 },
        { name: '满意度指标', sum: 1000, suggested: 1000 },
      ],
    }))
  it('gives the points of absent levels to others (101号: 50/30/10)', () => {
    const rows = sampleGoal().indicators.filter((row) => row.level2 !== '成本指标')
    expect(weightMeter(rows, core).byLevel1.map((level) => level.suggested)).toEqual([0, 5000, 3000, 1000])
  })
  it('accepts 100', () =>
    expect(weightMeter(withIndicator('q', { weight: 3000 }).indicators, old)).toMatchObject({
      total: 10_000,
      goal: 10_000,
    }))
  it('does not depend on order, and the levels make the whole', () => {
    const levels = fc.constantFrom('产出指标', '效益', '其他', '')
    const weights = fc.array(fc.tuple(levels, fc.option(fc.integer({ min: 0, max: 10_000 }))))
    fc.assert(
      fc.property(weights, (rows) => {
        const list = rows.map(([level1, weight], index) => indicator(String(index), { level1, weight }))
        const meter = weightMeter(list, old)
        expect(meter.byLevel1.reduce((sum, level) => sum + level.sum, 0)).toBe(meter.total)
        expect(weightMeter(list.toReversed(), old).total).toBe(meter.total)
      }),
    )
  })
})

describe('comparing goals', () => {
  it('finds nothing between a goal and itself, whatever the ids of its rows', () => {
    const goal = sampleGoal()
    const renamed = { ...goal, indicators: goal.indicators.map((row) => ({ ...row, id: `${row.id}-2` })) }
    expect(diffContent(goal, renamed)).toEqual([])
    const unfilled = { source: 'other', amount: null } as const
    expect(sameContent(goal, { ...goal, funding: [...goal.funding.toReversed(), unfilled] })).toBe(true)
  })
  it('names what changed as a person reads it', () => {
    const after = withIndicator('q', { value: '130', weight: 2500 })
    expect(diffContent(sampleGoal(), { ...after, total: 91 * wan, attribute: 'new', secret: true })).toEqual([
      { field: 'attribute', label: '项目属性', from: '延续', to: '新增' },
      { field: 'total', label: '资金总额', from: '90.00', to: '91.00' },
      { field: 'indicators.q.value', label: '指标“养护里程”的指标值', from: '=120公里', to: '=130公里' },
      { field: 'indicators.q.weight', label: '指标“养护里程”的权重', from: '20', to: '25' },
      { field: 'secret', label: '是否涉密', from: '否', to: '是' },
    ])
  })
  it('tells added, removed and moved rows apart', () => {
    const goal = sampleGoal()
    const rows = goal.indicators
    const added = { ...goal, indicators: [...rows, indicator('n', { name: '新指标', value: '1' })] }
    expect(diffContent(goal, added)).toMatchObject([{ field: 'indicators.n', from: '' }])
    expect(diffContent(added, goal)).toMatchObject([{ field: 'indicators.n', to: '' }])
    expect(diffContent(goal, { ...goal, indicators: rows.toReversed() })).toMatchObject([
      { field: 'indicators', to: '已调整' },
    ])
  })
  it('pairs rows of one name in their order', () => {
    const twice = ['a', 'b'].map((id) => indicator(id, { name: '路', level2: '数量指标', value: id }))
    const goal = sampleGoal({ indicators: twice })
    expect(diffContent(goal, structuredClone(goal))).toEqual([])
  })
})

describe('copied text', () => {
  const shared = '通过实施本项目，使辖区内群众出行条件得到改善'
  it('finds a sentence again in spite of width, spaces and marks', () => {
    const one = sampleGoal({ overview: `${shared}。` })
    const other = sampleGoal({ overview: '其他。', annualGoals: [` ${shared.replace('，', ', ')};`] })
    expect(sharedSentences(one, other)).toEqual([shared])
    expect(sentenceMarks(other).some((mark) => sentenceMarks(one).includes(mark))).toBe(true)
  })
  it('leaves short sentences and citations alone', () =>
    expect(
      sentenceMarks(
        sampleGoal({
          overview: '改善群众出行条件。',
          annualGoals: [],
          basis: '根据《四川省农村公路条例》第三条的规定实施本项目',
        }),
      ),
    ).toEqual([]))
  it('takes sentences from 12 characters on', () => {
    const of = (overview: string) => sentenceMarks({ overview, annualGoals: [], longTermGoal: '', basis: '' })
    expect([of('一二三四五六七八九十一').length, of('一二三四五六七八九十一二').length]).toEqual([0, 1])
  })
})

describe('states', () => {
  it('knows exactly these ways', () => {
    const ways = goalFlow.steps.flatMap(({ id, from, to }) =>
      from.flatMap((start) => to.map((end) => `${start} → ${end} ${id}`)),
    )
    expect(ways).toEqual([
      'draft → submitted submit-goal',
      'returned → submitted submit-goal',
      'submitted → draft withdraw-goal',
      'submitted → joint pass-first-review',
      'submitted → returned return-first-review',
      'joint → reviewed pass-joint-review',
      'joint → key pass-joint-review',
      'joint → returned return-joint-review',
      'joint → submitted return-joint-review',
      'joint → rejected reject-joint-review',
      'key → reviewed pass-key-review',
      'key → returned return-key-review',
      'key → submitted return-key-review',
      'key → joint return-key-review',
      'key → rejected reject-key-review',
      'joint → submitted recall-first-review',
      'key → joint recall-joint-review',
      'reviewed → joint recall-joint-review',
      'reviewed → approved approve-goal',
      'reviewed → returned return-approval',
      'reviewed → submitted return-approval',
      'reviewed → joint return-approval',
      'approved → reviewed reopen-goal',
      'rejected → returned reopen-rejected',
    ])
  })
  it('lets only drafts and returned goals be changed', () =>
    expect((Object.keys(goalStatuses) as (keyof typeof goalStatuses)[]).filter(isEditable)).toEqual([
      'draft',
      'returned',
    ]))
  it('asks an opinion of every step back but of taking one’s own back', () =>
    expect(
      goalFlow.steps.filter(({ back, opinion }) => back && opinion !== 'required').map(({ id }) => id),
    ).toEqual(['withdraw-goal', 'recall-first-review', 'recall-joint-review']))
})

describe('keys and ids', () => {
  it('finds the same project again by code, else by unit and name', () => {
    const goal = emptyContent('u')
    expect(matchKeyOf({ ...goal, code: ' ５１a ' })).toBe('code:51A')
    expect(matchKeyOf({ ...goal, name: '公 路' })).toBe(matchKeyOf({ ...goal, name: '公路' }))
  })
  it('gives ids in the order of time, never the same for other bytes', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 45 }),
        fc.nat({ max: 1000 }),
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        (time, later, random) => {
          const first = makeId(time, random)
          expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
          expect(first < makeId(time + later + 1, random)).toBe(true)
        },
      ),
    )
  })
  it('starts indicators empty', () =>
    expect(emptyIndicator('x')).toMatchObject({ weight: null, operator: '' }))
})

describe('ratios of money', () => {
  it('are exact beyond the integers of a float', () => {
    const large = 9_007_199_254_740_000
    expect(isMultiple(large, 900_719_925_474, 10_000, 0)).toBe(true)
    expect(isMultiple(large - 1, 900_719_925_474, 10_000, 0)).toBe(false)
  })
  it.each([
    [130, 100, 300],
    [1306, 1000, 306],
    [70, 100, -300],
    [5, 0, 0],
  ])('growth of %i over %i', (a, b, tenths) => expect(growthInTenths(a, b)).toBe(tenths))

  it('tenths of a percent are shown without their sign', () => {
    expect([0, 7, -300, 1253].map(tenthsText)).toEqual(['0.0%', '0.7%', '30.0%', '125.3%'])
  })
})
