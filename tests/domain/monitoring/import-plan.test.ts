import { describe, expect, it } from 'vitest'
import { pairEntries } from '#domain/form-import/pairs'
import { type FormChoice, type FoundForm, keyOfFound, mayBeWritten } from '#domain/form-import/plan'
import type { ReadForm } from '#domain/goals/read-form'
import { importedContent } from '#domain/monitoring/import-content'
import { planMonitorings } from '#domain/monitoring/import-plan'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { ReadEntry, ReadFundRow, ReadMonitoring } from '#domain/monitoring/read-monitoring'
import { monthsText } from '#domain/monitoring/round'
import type { Unit } from '#domain/year-book'
import { wan } from '../sample-goal.ts'
import { filled, opened, round } from './sample.ts'

const units: Unit[] = [
  {
    id: 'unit-1',
    bookId: 'book',
    code: '318001',
    name: '南江县公路养护中心',
    parentId: '',
    sectionId: '',
    initials: '',
  },
  {
    id: 'unit-2',
    bookId: 'book',
    code: '205003',
    name: '南江县沙河小学',
    parentId: '',
    sectionId: '',
    initials: '',
  },
]

function entry(change: Partial<ReadEntry>): ReadEntry {
  return {
    ...{
      level1: '产出指标',
      level2: '数量指标',
      name: '',
      target: '',
      actual: '',
      forecast: '',
      likelihood: '',
    },
    ...{ likelihoodUnread: '', causes: [], causeText: '', note: '', cell: 'D12' },
    ...change,
  }
}

function fund(
  group: ReadFundRow['group'],
  paid: number | null,
  change: Partial<ReadFundRow> = {},
): ReadFundRow {
  return { group, label: group, budget: null, paid, forecast: null, cell: 'H8', ...change }
}

function read(change: Partial<ReadMonitoring> = {}): ReadMonitoring {
  const entries = opened().entries.map(({ name, level2 }) => entry({ name, level2, actual: '5' }))
  return { month: 7, funds: [], entries, fundsReason: '', measures: '', summary: '', ...change }
}

function found(change: Partial<ReadForm> = {}, monitoring: Partial<ReadMonitoring> = {}): FoundForm {
  const form: ReadForm = {
    ...{ sheet: '表', kind: 'monitoring', year: '2026', department: null, unit: '公路养护中心' },
    ...{
      project: '农村公路日常养护',
      code: null,
      funds: [],
      total: null,
      goals: { annual: [], longTerm: '' },
    },
    ...{ fields: {}, tasks: [], indicators: [], longTermIndicators: [], faults: [], range: 'A1:Q30' },
    monitoring: read(monitoring),
    ...change,
  }
  return { file: '监控.xlsx', form }
}

function plan(each: FoundForm, form: Monitoring = opened(), choice: FormChoice = {}) {
  const choices = new Map([[keyOfFound(each), choice]])
  const [item] = planMonitorings([each], { round, year: 2026, forms: [form], units }, choices)
  if (!item) throw new Error('there is an item')
  return item
}

const codes = (item: ReturnType<typeof plan>) => item.problems.map(({ code }) => code)

describe('which form of the round', () => {
  it('by code, by name and unit, and else by hand', () => {
    const coded = plan(found({ code: '51192225T000000000012', unit: '别的单位' }))
    expect(coded).toMatchObject({ way: 'code', group: 'fill' })
    expect(plan(found())).toMatchObject({ way: 'name', group: 'fill' })
    const strange = found({ project: '农村公路养护' })
    expect(plan(strange)).toMatchObject({ way: '', group: 'doubtful', candidates: ['m1'], content: null })
    expect(plan(strange, opened(), { formId: 'm1' })).toMatchObject({ way: 'hand', group: 'fill' })
    expect(plan(found(), opened(), { formId: '' })).toMatchObject({ way: '', form: null })
  })

  it('a name alone is not enough where another unit stands on the form', () => {
    expect(plan(found({ unit: '沙河小学' }))).toMatchObject({ way: '', group: 'doubtful' })
  })

  it('says where the name is another one under the same code', () => {
    const item = plan(found({ code: '51192225T000000000012', project: '县道大修' }))
    expect(codes(item)).toEqual(['import-name'])
    expect(item.group).toBe('doubtful')
  })

  it.each<[string, Partial<ReadForm>, Partial<Monitoring>, string]>([
    ['another kind of form', { kind: 'goal' }, {}, 'import-kind'],
    ['another year', { year: '2025' }, {}, 'import-year'],
    [
      'a cell without a value',
      { faults: [{ cell: 'F8', code: 'formula-error', message: '公式出错' }] },
      {},
      'import-cell',
    ],
    ['a form that was handed in', {}, { state: 'submitted' }, 'import-state'],
  ])('%s is blocked', (_name, change, state, code) => {
    const each = found(change)
    if (change.kind === 'goal') delete each.form.monitoring
    const item = plan(each, { ...opened(), ...state })
    expect([codes(item), item.group, mayBeWritten(item)]).toEqual([[code], 'blocked', false])
  })

  it('another month is doubtful, but may be written', () => {
    const item = plan(found({}, { month: 6 }))
    expect(item).toMatchObject({ group: 'doubtful' })
    expect(item.problems[0]?.message).toBe(`表上的数据是 ${monthsText(6)}，本轮是 ${monthsText(7)}。`)
    expect(mayBeWritten(item)).toBe(true)
  })

  it('two files for one form are both doubtful', () => {
    const [first, second] = [found(), { ...found(), file: '又一份.xlsx' }]
    const items = planMonitorings([first, second], { round, year: 2026, forms: [opened()], units })
    expect(items.map(({ group }) => group)).toEqual(['doubtful', 'doubtful'])
  })
})

describe('what would change', () => {
  it('fills, changes, or leaves as it is', () => {
    expect(plan(found()).group).toBe('fill')
    const before = { ...opened(), entries: opened().entries.map((each) => ({ ...each, actual: '4' })) }
    const changing = plan(found(), before)
    expect(changing.group).toBe('change')
    expect(changing.changes[0]).toMatchObject({ from: '4', to: '5' })
    const same = plan(found(), {
      ...before,
      entries: before.entries.map((each) => ({ ...each, actual: '5' })),
    })
    expect([same.group, mayBeWritten(same)]).toEqual(['same', false])
  })

  it('never erases what is blank in the file', () => {
    const form = filled({ summary: '平稳', fundsReason: '招标晚' })
    const { content } = plan(
      found({}, { entries: read().entries.map((each) => ({ ...each, actual: '' })) }),
      form,
    )
    const { funds, fundsReason, entries, measures, summary } = form
    expect(content).toEqual({ funds, fundsReason, entries, measures, summary })
  })

  it('takes the remarks of indicators for the measures where there are none', () => {
    const entries = [entry({ name: '养护里程', note: '等批复' })]
    expect(plan(found({}, { entries })).content?.measures).toBe('养护里程：等批复')
    expect(plan(found({}, { entries, measures: '加快' })).content?.measures).toBe('加快')
  })
})

describe('money', () => {
  const paidOf = (funds: ReadFundRow[], form = opened()) => {
    const { content, problems } = importedContent(read({ funds }), form, [])
    return [content.funds.map(({ paid }) => paid), problems.map(({ code }) => code)]
  }

  it('goes to its line', () => {
    expect(paidOf([fund('total', 60 * wan), fund('general', 60 * wan), fund('other', 0)])).toEqual([
      [60 * wan, null, 0],
      [],
    ])
  })
  it('a total alone is that of the one line with a budget', () => {
    expect(paidOf([fund('total', 60 * wan)])).toEqual([[60 * wan, null, null], []])
    const two = opened()
    const split = { ...two, funds: two.funds.map((row) => ({ ...row, budget: 10 * wan })) }
    expect(paidOf([fund('total', 60 * wan)], split)).toEqual([[null, null, null], ['import-total-unsplit']])
  })
  it('lines that do not sum up, or that nobody knows, are said', () => {
    expect(paidOf([fund('total', 61 * wan), fund('general', 60 * wan)])[1]).toEqual(['import-sum-differs'])
    expect(paidOf([fund('total', 61 * wan), fund('general', 60 * wan), fund('', wan)])[1]).toEqual([
      'import-fund-unknown',
    ])
  })
  it('the budget stays that of the goal', () => {
    const { content, problems } = importedContent(
      read({ funds: [fund('general', null, { budget: 80 * wan })] }),
      opened(),
      [],
    )
    expect(content.funds[0]?.budget).toBe(90 * wan)
    expect(problems[0]?.message).toContain('表上 80.00 万元，系统 90.00 万元')
    const filling = importedContent(read({ funds: [fund('carryover', null, { budget: wan })] }), opened(), [])
    expect(filling.content.funds[1]?.budget).toBe(wan)
  })
})

describe('which indicator each row reports on', () => {
  const { entries } = opened()
  const ways = (list: ReadEntry[], hand?: ReadonlyMap<number, string>) =>
    pairEntries(list, entries, hand).map(({ entryId, way }) => `${entryId} ${way}`)

  it('by name, width and spaces aside', () => {
    expect(ways([entry({ name: '养护 里程' }), entry({ name: '优良路率' })])).toEqual(['q name', 'z name'])
  })
  it('equal names by target, then in order, each once', () => {
    const twins = [
      { ...entries[0], id: 'x', name: '里程', value: '10' },
      { ...entries[0], id: 'y', name: '里程', value: '20' },
    ] as typeof entries // the sample has a first indicator
    const list = [
      entry({ name: '里程', target: '=20公里' }),
      entry({ name: '里程' }),
      entry({ name: '里程' }),
    ]
    expect(pairEntries(list, twins).map(({ entryId }) => entryId)).toEqual(['y', 'x', ''])
  })
  it('by the second level where it names nothing else', () => {
    expect(ways([entry({ name: '数量', level2: '' }), entry({ name: '时 效', level2: '' })])).toEqual([
      'q level',
      't level',
    ])
    expect(ways([entry({ name: '数量', level2: '数量指标' })])).toEqual([' '])
  })
  it('a similar name is offered and said to be doubtful', () => {
    expect(ways([entry({ name: '沿线群众的满意度' })])).toEqual(['s alike'])
    const item = plan(found({}, { entries: [entry({ name: '沿线群众的满意度', actual: '95' })] }))
    expect(item.group).toBe('doubtful')
    expect(codes(item)).toContain('import-alike')
  })
  it('a person’s word comes first, also that a row belongs nowhere', () => {
    const hand = new Map([
      [0, 'z'],
      [1, ''],
    ])
    expect(ways([entry({ name: '养护里程' }), entry({ name: '优良路率' })], hand)).toEqual([
      'z hand',
      ' hand',
    ])
    const each = found(
      {},
      { entries: [entry({ name: '无关', actual: '1' }), entry({ name: '养护里程', actual: '7' })] },
    )
    expect(plan(each).group).toBe('doubtful')
    expect(plan(each, opened(), { pairs: new Map([[0, '']]) }).group).toBe('fill')
  })
})

it('plans a thousand files against five thousand forms in seconds', () => {
  const forms = Array.from({ length: 5000 }, (_, index) => ({
    ...opened(),
    id: `m${index}`,
    code: `51192225T${String(index).padStart(12, '0')}`,
    name: `第 ${index} 号村道养护`,
  }))
  const files = Array.from({ length: 1000 }, (_, index) => ({
    ...found({
      project: `第 ${index} 号村道养护`,
      code: index % 2 === 0 ? `51192225T${String(index).padStart(12, '0')}` : null,
    }),
    file: `${index}.xlsx`,
  }))
  const items = planMonitorings(files, { round, year: 2026, forms, units })
  expect(items.filter(({ group }) => group === 'fill')).toHaveLength(1000)
})
