import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readChoice } from '#domain/goals/form-choices'
import { readPeriod } from '#domain/goals/form-period'
import { contentFromForm } from '#domain/goals/from-form'
import { fundingSources } from '#domain/goals/goal'
import type { ReadForm, ReadIndicator } from '#domain/goals/read-form'
import { rulesById } from '#domain/year-rules'
import { readForms } from '../excel/read-forms.ts'
import { wan } from './sample-goal.ts'

function form(change: Partial<ReadForm>): ReadForm {
  return {
    sheet: 'Sheet1',
    kind: 'goal',
    year: '2026',
    department: null,
    unit: null,
    project: '道路养护',
    code: null,
    funds: [],
    total: null,
    goals: { annual: [], longTerm: '' },
    fields: {},
    tasks: [],
    indicators: [],
    longTermIndicators: [],
    faults: [],
    range: 'A1:H20',
    ...change,
  }
}

function read(change: Partial<ReadIndicator>): ReadIndicator {
  return {
    level1: null,
    level2: null,
    level3: null,
    target: null,
    operator: null,
    value: null,
    unit: null,
    weight: null,
    actual: null,
    score: null,
    cell: 'D12',
    ...change,
  }
}

function content(change: Partial<ReadForm>) {
  let id = 0
  return contentFromForm(form(change), 'unit', rulesById('frame-2015'), () => `id-${++id}`)
}

function fields(texts: Record<string, string>) {
  return {
    fields: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text, cell: 'B2' }])),
  }
}

function funds(
  ...lines: [label: string, amount: number, cell?: string][]
): Pick<ReadForm, 'funds' | 'total'> {
  const list = lines.map(([label, amount, cell = 'D5']) => ({ label, amount: amount * wan, cell }))
  return { funds: list, total: list[0]?.amount ?? null }
}

describe('choices', () => {
  const words = [
    ['new', /新增/],
    ['continuing', /延续/],
  ] as const
  it.each([
    ['新增项目□ 延续项目☑', 'continuing'],
    ['新增项目□延续项目□√', 'continuing'],
    ['新增项目□ √ 延续项目□', 'new'],
    ['□新增项目 √延续项目', 'continuing'],
    ['☑新增 □延续', 'new'],
    ['新增 延续√', 'continuing'],
    ['新增项目', 'new'],
    ['新增项目□ 延续项目□', ''],
    ['新增项目☑ 延续项目☑', ''],
    ['新增、延续', ''],
    ['', ''],
  ])('reads %j', (text, value) => expect(readChoice(text, words)).toBe(value))
})

describe('periods', () => {
  it.each([
    ['2023.07-2024.01', '2023-07-01', '2024-01-31'],
    ['2022年1月—12月', '2022-01-01', '2022-12-31'],
    ['2021年1月-12月', '2021-01-01', '2021-12-31'],
    ['2024-01-01至2026-12-31', '2024-01-01', '2026-12-31'],
    ['2024-01-01-2026-12-31', '2024-01-01', '2026-12-31'],
    ['2023－2025年', '2023-01-01', '2025-12-31'],
    ['2024.1-12', '2024-01-01', '2024-12-31'],
    ['1-12月', '2026-01-01', '2026-12-31'],
    ['2026年', '2026-01-01', '2026-12-31'],
    ['2026年度', '2026-01-01', '2026-12-31'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2026/1/1', '2026-01-01', ''],
    ['20250101-20251231', '2025-01-01', '2025-12-31'],
    ['长期', '', ''],
    ['', '', ''],
  ])('reads %j', (text, startsOn, endsOn) => expect(readPeriod(text, '2026')).toEqual({ startsOn, endsOn }))
})

describe('money of a form', () => {
  it('does not count a parent and its parts twice', () => {
    const lines = funds(
      ['资金总额', 100],
      ['其中:财政拨款', 80],
      ['上级财政资金', 30],
      ['本级财政资金', 50],
      ['其他资金', 20],
    )
    expect(content(lines).funding).toEqual([
      { source: 'general-upper', amount: 30 * wan },
      { source: 'general-local', amount: 50 * wan },
      { source: 'other', amount: 20 * wan },
    ])
  })
  it('gives a parent what its parts leave over', () =>
    expect(content(funds(['资金总额', 100], ['财政拨款', 100], ['上级财政资金', 30])).funding).toEqual([
      { source: 'general-upper', amount: 30 * wan },
      { source: 'general-local', amount: 70 * wan },
    ]))
  it('keeps what does not add up, for the check to report', () =>
    expect(
      content(funds(['资金总额', 100], ['财政拨款', 100], ['上级财政资金', 30], ['本级财政资金', 60]))
        .funding,
    ).toEqual([
      { source: 'general-upper', amount: 30 * wan },
      { source: 'general-local', amount: 60 * wan },
    ]))
  it('knows the lines of the old and the Sichuan form', () =>
    expect(
      content(
        funds(
          ['资金总额', 21],
          ['上年结转资金', 1],
          ['单位资金', 9],
          ['自有资金', 2],
          ['事业收入', 3],
          ['经营性收入', 4],
          ['财政专户管理资金', 5],
          ['国有资本经营预算', 6],
        ),
      ).funding,
    ).toEqual([
      { source: 'capital', amount: 6 * wan },
      { source: 'fiscal-account', amount: 5 * wan },
      { source: 'unit', amount: 9 * wan },
      { source: 'carryover', amount: 1 * wan },
    ]))
  it('takes the column of the year beside that of the whole period', () => {
    const lines = funds(
      ['年度资金总额', 40, 'H5'],
      ['中期资金总额', 100, 'D5'],
      ['财政拨款', 100, 'D6'],
      ['财政拨款', 40, 'H6'],
    )
    expect(content(lines).funding).toEqual([{ source: 'general-local', amount: 40 * wan }])
  })
  it('reads back the names under which it is written', () => {
    const names = Object.entries(fundingSources)
    const lines = names.map(([, name], index): [string, number] => [name.normalize('NFKC'), index + 1])
    const total = lines.reduce((sum, [, amount]) => sum + amount, 0)
    expect(content(funds(['年度资金总额', total], ...lines)).funding).toEqual(
      names.map(([source], index) => ({ source, amount: (index + 1) * wan })),
    )
  })
  it('tells the budget from the money', () => {
    expect(content(funds(['资金总额', 10], ['政府性基金', 10]))).toMatchObject({ book: 'fund' })
    expect(content(funds(['资金总额', 10], ['财政拨款', 10]))).toMatchObject({ book: 'general' })
  })
  it('makes the parts the total, whatever their order, where they add up', () => {
    const parts = fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.boolean())
    fc.assert(
      fc.property(parts, ([upper, local, other, turned]) => {
        const lines: [string, number][] = [
          ['财政拨款', upper + local],
          ['上级财政资金', upper],
          ['本级财政资金', local],
          ['其他资金', other],
        ]
        const read = content(
          funds(['资金总额', upper + local + other], ...(turned ? lines.toReversed() : lines)),
        )
        expect(read.funding.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(read.total)
      }),
    )
  })
})

describe('a form as content', () => {
  it('parts code and name, contact and telephone', () => {
    const read = content({
      project: '51000021R000000019951-工资性支出',
      ...fields({
        contact: '李某 13900000000',
        attribute: '新增项目□ 延续项目☑',
        duration: '社会发展性项目',
      }),
    })
    expect(read).toMatchObject({
      code: '51000021R000000019951',
      name: '工资性支出',
      contact: '李某',
      phone: '13900000000',
      attribute: 'continuing',
      category: 'social',
    })
  })
  it('reads days of a start and an end', () =>
    expect(content(fields({ startsOn: '2026/1/1', endsOn: '2026年12月' }))).toMatchObject({
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    }))
  it('reads indicators with target glued or in columns, and drops blank rows', () => {
    const { indicators } = content({
      indicators: [
        read({ level1: '产出指标', level2: '数量', level3: '里程', target: '≥95.5公里', weight: 22.5 }),
        read({ level3: '合格率', target: '≧98%', operator: '≧', value: '98', unit: '%' }),
        read({ level3: '评价', target: '优良中低差', operator: '定性', value: '优良中低差', unit: '无' }),
        read({ level1: '效益指标', level2: '经济效益指标' }),
      ],
    })
    expect(indicators).toMatchObject([
      { id: 'id-1', level2: '数量指标', operator: '≥', value: '95.5', unit: '公里', weight: 2250 },
      { operator: '≥', value: '98', unit: '%', weight: null },
      { operator: '定性', value: '优良中低差', unit: '' },
    ])
    expect(indicators).toHaveLength(3)
  })
  it('puts long-term targets beside those of the year', () => {
    const { indicators } = content({
      indicators: [read({ level3: '里程', target: '=10公里' })],
      longTermIndicators: [
        read({ level3: '里程', target: '=50公里' }),
        read({ level3: '桥梁', target: '3座' }),
      ],
    })
    expect(indicators).toMatchObject([
      { name: '里程', value: '10', longTermTarget: '=50公里' },
      { name: '桥梁', value: '', longTermTarget: '3座' },
    ])
  })
  it('reads a form of a whole department', () =>
    expect(
      content({
        kind: 'department-goal',
        project: null,
        unit: '南江县教育局',
        tasks: [{ name: '营养餐', content: '供餐', total: wan, fiscal: wan, other: null, cell: 'B5' }],
      }),
    ).toMatchObject({
      kind: 'department',
      name: '南江县教育局部门整体支出',
      tasks: [{ id: 'id-1', total: wan }],
    }))
  it.each(['□', '□新增', '1', '-', '至', '1-', '财政', '2'])(
    'comes to its end on cells full of %j',
    (piece) => {
      const text = piece.repeat(Math.floor(20_000 / piece.length))
      const keys = ['period', 'contact', 'attribute', 'duration', 'disclosure', 'kind', 'startsOn']
      const whole = content({
        project: text,
        funds: [{ label: text, amount: 1, cell: 'A1' }],
        indicators: [read({ level1: text, level2: text, level3: text, target: text, operator: text })],
        ...fields(Object.fromEntries(keys.map((key) => [key, text]))),
      })
      expect(whole.indicators).toHaveLength(1)
    },
  )
  it('gives the same content for the same form', () =>
    expect(content(funds(['资金总额', 3], ['财政拨款', 3]))).toEqual(
      content(funds(['资金总额', 3], ['财政拨款', 3])),
    ))
  it('reads a published form from end to end', () => {
    const bytes = readFileSync(new URL('../fixtures/forms/G02-goal-old.xlsx', import.meta.url))
    const [published] = readForms(new Uint8Array(bytes), 'G02-goal-old.xlsx')
    if (!published) throw new Error('no form')
    const goal = contentFromForm(published, 'unit', rulesById('frame-2015'), () => 'id')
    expect(goal.name).toBe('兰溪路-真南路下立交工程')
    expect(goal.indicators).toHaveLength(9)
    expect(goal.indicators.find((row) => row.name === '居民群众满意度')).toMatchObject({
      operator: '≥',
      unit: '%',
    })
  })
})
