import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardOf } from '#domain/dashboard/board'
import { indexBoard } from '#domain/dashboard/board-index'
import { compareProducts, executionColour } from '#domain/dashboard/execution-colour'
import type { BoardFacts } from '#domain/dashboard/facts'
import { forecastOf } from '#domain/dashboard/forecast'
import { lastYearRows } from '#domain/dashboard/last-year'
import { isDrilled, projectLines } from '#domain/dashboard/project-lines'
import { daysSince } from '#domain/dashboard/warnings'
import { lineKey } from '#domain/execution/execution'
import { lightsOf } from '#domain/monitoring/lights'
import { ratio } from '#domain/monitoring/ratio'
import { row, units } from '../execution/sample.ts'
import { rules } from '../monitoring/sample.ts'
import { disposal, everything, facts, form, goal, lights, paid } from './sample.ts'

function board(given: Partial<BoardFacts>, month = 12) {
  return boardOf(indexBoard(facts(given)), {
    filter: { ...everything, month },
    ranking: 'unit',
    today: '2026-11-20',
    limits: { warnings: 10, heat: 10 },
  })
}

describe('the colour of execution', () => {
  it('is that of the light itself', () => {
    const anyFacts = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      adjusted: fc.integer({ min: 0, max: 200_000_000_000_000 }),
      paid: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 200_000_000_000_000 })),
      reference: fc.integer({ min: 0, max: 10_000 }),
    })
    fc.assert(
      fc.property(anyFacts, ({ reference, ...spent }) => {
        const light = lightsOf(
          {
            ...spent,
            budget: spent.adjusted,
            forecast: null,
            reference: ratio(reference, 10_000),
            indicators: [],
          },
          rules,
        ).execution
        expect(executionColour({ ...spent, reference }, rules)).toBe(light.colour)
      }),
    )
  })

  it('compares beyond the safe integers exactly', () => {
    const big = 9_007_199_254_740_991
    expect(compareProducts(big, big, big, big)).toBe(0)
    expect(compareProducts(big, big - 1, big, big)).toBeLessThan(0)
    expect(compareProducts(3, 4, 2, 6)).toBe(0)
  })
})

describe('where the money comes from', () => {
  it('is the forms while there is no ledger, and never both', () => {
    const forms = [form({ month: 7, budget: 1000, paid: 450 })]
    expect(board({ forms }, 7)).toMatchObject({ source: 'forms', figures: { paid: 450, adjusted: 1000 } })
    const other = goal({ id: 'g2' })
    const rows = [paid({ goalId: 'g2', paid: 30 })]
    expect(board({ goals: [goal(), other], forms, rows }, 7)).toMatchObject({
      source: 'treasury',
      figures: { paid: 30 },
    })
  })

  it('is nothing where neither was taken in: no light burns', () => {
    const empty = board({}, 9)
    expect(empty).toMatchObject({ source: 'none', figures: { paid: 0, adjusted: 1000 }, warningCount: 0 })
    expect(empty.lights.execution.none).toBe(1)
  })
})

describe('the lights', () => {
  it('are those of the newest form up to the month', () => {
    const forms = [
      form({ id: 'f1', month: 7, lights: lights({ goal: 'red' }) }),
      form({ id: 'f2', month: 10, lights: lights({ goal: 'green' }) }),
    ]
    expect(board({ forms }, 6).lights.goal).toMatchObject({ none: 1 })
    expect(board({ forms }, 9).lights.goal).toMatchObject({ red: 1 })
    expect(board({ forms }, 10).lights.goal).toMatchObject({ green: 1 })
  })

  it('count every project once a light, by unit and by stage', () => {
    const goals = [goal(), goal({ id: 'g2', unitId: 'u2' }), goal({ id: 'g3', unitId: 'u3' })]
    const shown = board({
      goals,
      forms: [form({ lights: lights({ gap: 'red' }) }), form({ id: 'f2', goalId: 'g2', state: 'submitted' })],
      disposals: [disposal()],
      rows: [paid({ month: 7 })],
    })
    const sum = (rows: typeof shown.lightsByUnit) => rows.reduce((all, { count }) => all + count, 0)
    expect([sum(shown.lightsByUnit), sum(shown.lightsByStage)]).toEqual([3, 3])
    expect(shown.lightsByStage.map(({ id }) => id)).toEqual(['none', 'review', 'disposal'])
    expect(shown.lightsByUnit.map(({ id }) => id).toSorted()).toEqual(['u0', 'u3'])
  })
})

describe('the ranking', () => {
  const rows = [
    paid({ month: 6, paid: 300 }),
    paid({ month: 7, paid: 900 }),
    paid({ goalId: 'g2', unitId: 'u2', month: 6, paid: 500 }),
    paid({ goalId: 'g3', unitId: 'u3', month: 6, paid: 500 }),
    paid({ goalId: 'g4', unitId: 'u0', month: 6, adjusted: 0, initial: 0, paid: 0 }),
  ]
  const goals = [
    goal(),
    goal({ id: 'g2', unitId: 'u2' }),
    goal({ id: 'g3', unitId: 'u3' }),
    goal({ id: 'g4', unitId: 'u0', total: 0 }),
  ]
  it('shares a place between equals and says who moved', () => {
    const places = board({ goals, rows }, 7).ranked.map(({ id, place, change }) => [id, place, change])
    expect(places).toEqual([
      ['u1', 1, 2],
      ['u2', 2, -1],
      ['u3', 2, -1],
      ['u0', null, null],
    ])
  })
  it('knows no change in January', () => {
    const january = rows.map((each) => ({ ...each, month: 1 })).filter(({ paid: sum }) => sum !== 900)
    expect(board({ goals, rows: january }, 1).ranked.every(({ change }) => change === null)).toBe(true)
  })
})

describe('a warning', () => {
  it('is as old as the first month of its run', () => {
    const rows = [paid({ month: 1, paid: 90 }), paid({ month: 12, paid: 900 })]
    // 25 % is asked from April on.
    const [first] = board({ rows }, 6).warnings
    expect(first).toMatchObject({
      goalId: 'g1',
      kind: 'execution',
      since: '2026-05-01',
      sectionName: '教科文科',
    })
    expect(first?.cause).toContain('预算执行：执行率 9.0%')
    expect(first?.days).toBe(daysSince('2026-05-01', '2026-11-20'))
  })

  it('of a form is as old as the first round of its run, or its open disposal', () => {
    const red = lights({ goal: 'red' })
    const forms = [
      form({ id: 'f0', month: 3, lights: red, since: '2026-04-01' }),
      form({ id: 'f1', month: 5, since: '2026-06-01' }),
      form({ id: 'f2', month: 7, lights: red, since: '2026-08-10' }),
      form({ id: 'f3', month: 10, lights: red, since: '2026-11-05' }),
    ]
    const since = (given: Partial<BoardFacts>) => board({ forms, ...given }, 10).warnings[0]?.since
    expect(since({})).toBe('2026-08-10')
    expect(since({ disposals: [disposal({ openedOn: '2026-07-30' })] })).toBe('2026-07-30')
    expect(since({ disposals: [disposal({ openedOn: '2026-07-30', state: 'closed' })] })).toBe('2026-08-10')
  })

  it('stands before those that call less loudly', () => {
    const goals = ['g1', 'g2', 'g3'].map((id) => goal({ id }))
    const forms = [
      form({ goalId: 'g1', lights: lights({ gap: 'yellow' }) }),
      form({ goalId: 'g2', lights: lights({ gap: 'red' }) }),
      form({ goalId: 'g3', lights: lights({ gap: 'red', goal: 'red' }) }),
    ]
    const { warnings, warningCount, redCount } = board({ goals, forms })
    expect(warnings.map(({ goalId }) => goalId)).toEqual(['g3', 'g2', 'g1'])
    expect([warningCount, redCount]).toEqual([3, 2])
  })
})

it.each([
  ['2026-11-01', '2026-11-01', 0],
  ['2026-11-01', '2026-11-02', 1],
  ['2026-11-02', '2026-11-01', 0],
  ['', '2026-11-01', 0],
])('counts the days from %s to %s', (from, to, days) => expect(daysSince(from, to)).toBe(days))

describe('the forecast', () => {
  const itemAt = (given: Partial<BoardFacts>) => {
    const [item] = indexBoard(facts(given)).items
    if (!item) throw new Error('one goal')
    return item
  }
  it('goes by the unit where it has said one, never below what is paid', () => {
    const rows = [paid({ paid: 500 })]
    expect(forecastOf(itemAt({ rows, forms: [form({ forecast: 900 })] }), 7)).toEqual({
      paid: 900,
      unspent: 100,
      basis: 'unit',
    })
    expect(forecastOf(itemAt({ rows, forms: [form({ forecast: 400 })] }), 7)).toEqual({
      paid: 500,
      unspent: 500,
      basis: 'unit',
    })
    expect(forecastOf(itemAt({ rows, forms: [form({ forecast: 1200 })] }), 7).unspent).toBe(0)
  })
  it('else draws out what was paid by the plan', () => {
    expect(forecastOf(itemAt({ rows: [paid({ paid: 400 })] }), 6)).toEqual({
      paid: 800,
      unspent: 200,
      basis: 'plan',
    })
    expect(forecastOf(itemAt({ rows: [paid({ paid: 501 })] }), 6).unspent).toBe(0)
  })
  it('is exact where the product leaves the plain numbers', () => {
    // 1,234,567,890,123,457 分 × 10000 ÷ 9999, rounded down.
    const points = [0, 0, 0, 0, 0, 9999, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000]
    const huge = { paid: 1_234_567_890_123_457, adjusted: 2_000_000_000_000_000 }
    const forecast = forecastOf(itemAt({ goals: [goal({ points })], rows: [paid(huge)] }), 6)
    expect(forecast.paid).toBe(1_234_691_359_259_382)
  })
  it('takes a plan that has not begun to be kept', () => {
    const points = [0, 0, 0, 0, 0, 0, 0, 0, 0, 5000, 8000, 10_000]
    expect(forecastOf(itemAt({ goals: [goal({ points })], rows: [paid({ paid: 0 })] }), 6).unspent).toBe(0)
  })
})

describe('the heat map', () => {
  it('shows the projects most behind, up to the month', () => {
    const goals = [goal(), goal({ id: 'g2' }), goal({ id: 'g3', total: 0 })]
    const rows = [paid({ paid: 500 }), paid({ goalId: 'g2', paid: 100 })]
    const { heat } = board({ goals, rows }, 6)
    expect(heat.map(({ goalId }) => goalId)).toEqual(['g2', 'g1'])
    expect(heat[0]?.cells).toHaveLength(6)
    expect(heat[0]?.cells[5]).toEqual({ month: 6, rate: 1000, reference: 5000, colour: 'red' })
  })
})

describe('the line of the year', () => {
  const paidOf = (given: Partial<BoardFacts>) => board(given).line.map((each) => each.paid)
  it('says nothing of the months before the first that is known, and 0 of one in which nothing was paid', () => {
    expect(paidOf({ forms: [form({ month: 7, paid: 450 })] }).slice(5, 8)).toEqual([null, 450, 450])
    expect(paidOf({ rows: [paid({ month: 2, paid: 0 }), paid({ paid: 5 })] }).slice(0, 3)).toEqual([
      null,
      0,
      0,
    ])
    expect(paidOf({}).every((each) => each === null)).toBe(true)
  })
  it('does so of last year too', () => {
    const { line } = board({ rows: [paid({ month: 1 })], lastYear: [paid({ month: 12, paid: 9 })] })
    expect(line.slice(10).map(({ lastYear }) => lastYear)).toEqual([null, 9])
  })
})

describe('a number opens', () => {
  it('the projects that it counts, as many as it says', () => {
    const goals = ['g1', 'g2', 'g3'].map((id) => goal({ id }))
    const index = indexBoard(
      facts({
        goals,
        rows: [paid({ paid: 10 }), paid({ goalId: '', line: 'code:X' })],
        // What a unit had last year alone is in the sums, and nothing that was spent without a project.
        lastYear: [paid({ goalId: '', unitId: 'u2', line: 'code:Y' })],
        forms: [form({ goalId: 'g2', lights: lights({ gap: 'red', forecast: 'yellow' }) })],
        disposals: [disposal({ goalId: 'g2' })],
      }),
    )
    const shown = boardOf(index, {
      filter: everything,
      ranking: 'unit',
      today: '2026-11-20',
      limits: { warnings: 10, heat: 10 },
    })
    const lines = projectLines(index, everything)
    const count = (drill: string) => lines.filter((line) => isDrilled(line, drill)).length
    expect(count('gap-red')).toBe(shown.lights.gap.red)
    expect(count('execution-red')).toBe(shown.lights.execution.red)
    expect(count('warning')).toBe(shown.warningCount)
    expect(count('red')).toBe(shown.redCount)
    expect(count('unmatched')).toBe(shown.unmatched.units)
    expect(count('stage-disposal')).toBe(1)
    expect(count('')).toBe(5)
    expect(count('nonsense')).toBe(0)
  })
})

describe('the rows of last year', () => {
  const goals = [
    { id: 'g1', unitId: 'u1', code: 'A-1', name: '校舍维修' },
    { id: 'g2', unitId: 'u2', code: '', name: '食堂改造' },
    { id: 'g3', unitId: 'u2', code: '', name: '同名' },
    { id: 'g4', unitId: 'u2', code: '', name: '同名' },
  ]
  const lastUnits = units.map((unit) => ({ ...unit, id: `last-${unit.id}` }))
  const placed = (given: Partial<Parameters<typeof row>[0]>) => {
    const base = { unitId: 'last-u2', unitName: '南江县第二小学', code: '', name: '', ...given }
    const [found] = lastYearRows([row({ ...base, line: lineKey(base) })], { goals, units, lastUnits })
    return [found?.goalId, found?.unitId]
  }
  it.each([
    ['by code', { code: 'a-1', name: '别的名称' }, ['g1', 'u1']],
    ['by name and unit', { code: '旧码', name: '食堂 改造' }, ['g2', 'u2']],
    ['not by a name that two goals have', { name: '同名' }, ['', 'u2']],
    ['else with its unit', { name: '没有了' }, ['', 'u2']],
    ['or nothing', { name: '没有了', unitId: '', unitName: '撤销的单位' }, ['', '']],
  ])('find their goal %s', (_how, given, expected) => expect(placed(given)).toEqual(expected))
})
