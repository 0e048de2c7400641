import { describe, expect, it } from 'vitest'
import { importedSelfEvaluation } from '#domain/evaluation/import-content'
import { planSelfEvaluations } from '#domain/evaluation/import-plan'
import { parseTargetSign } from '#domain/evaluation/import-sign'
import type { ReadSelfEntry, ReadSelfEvaluation } from '#domain/evaluation/read-self-evaluation'
import { editionFor } from '#domain/evaluation/rules'
import { fundSum, type SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { fundsIn } from '#domain/evaluation/self-evaluation-content'
import { pairEntries } from '#domain/form-import/pairs'
import type { ReadForm } from '#domain/goals/read-form'
import { formatWeight } from '#domain/goals/weights'
import { readForm } from '../../storage/world.ts'
import { wan } from '../sample-goal.ts'
import { edition, filledForm, openedForm, pack } from './sample.ts'

function entry(of: SelfEvaluation['entries'][number], change: Partial<ReadSelfEntry> = {}): ReadSelfEntry {
  const { level1, level2, name, operator, value, unit, weight } = of
  const target = `${operator}${value}${unit}`
  return {
    ...{ level1, level2, name, target, operator, value, unit, weight },
    ...{ actual: value, score: weight, scoreText: formatWeight(weight), deviation: '', cell: 'D10' },
    ...change,
  }
}

/** What a file says of the sample, with the row of one indicator changed. */
function read(id = '', change: Partial<ReadSelfEntry> = {}): ReadSelfEvaluation {
  return {
    ...{ editionId: 'national', executionScore: null, fundsReason: '', completion: '完成养护 120 公里。' },
    ...{ process: '', total: null, summary: '', problems: '', measures: '', funds: [] },
    entries: openedForm().entries.map((each) => entry(each, each.id === id ? change : {})),
  }
}

function imported(file: ReadSelfEvaluation, form = openedForm()) {
  const pairs = pairEntries(file.entries, form.entries)
  const { content, problems } = importedSelfEvaluation(file, form, pairs, edition('national'), pack)
  const at = (id: string) => content.entries.find((each) => each.id === id)
  return { content, at, codes: problems.map(({ code, severity }) => `${code} ${severity}`) }
}

describe('indicators of a file', () => {
  it('fill the form; what is the rules’ own score stays theirs', () => {
    const { at, codes } = imported(read())
    expect(at('q')).toMatchObject({ actual: '120', own: null })
    expect(codes).toEqual([])
  })

  it('a blank cell erases nothing', () => {
    const before = filledForm()
    const file = read('q', { actual: '', score: null, scoreText: '' })
    expect(imported(file, before).at('q')?.actual).toBe('120')
  })

  it('another target and another weight are taken as written, and said', () => {
    const lower = imported(read('q', { value: '100', target: '=100公里', actual: '100' }))
    expect(lower.at('q')).toMatchObject({ value: '100', operator: '=' })
    expect(lower.codes).toEqual(['import-target warning'])
    const moved = imported(read('q', { weight: 2200, score: 2200 }))
    expect(moved.at('q')?.weight).toBe(2200)
    expect(moved.codes).toEqual(['import-weight warning'])
  })

  it('a target without its sign or unit is the same target', () => {
    const bare = imported(read('q', { operator: '', unit: '', target: '120' }))
    expect(bare.at('q')).toMatchObject({ operator: '=', value: '120', unit: '公里' })
    expect(bare.codes).toEqual([])
  })

  // 119 of exactly 120 are 19.83 points of 20.
  it.each([
    [1983, null, []],
    [1980, null, []],
    [1900, null, []],
    [2000, 2000, ['import-score hint']],
    [1500, 1500, ['import-score hint']],
  ])('a written score of %i is by a person: %s', (score, own, said) => {
    const { at, codes } = imported(read('q', { actual: '119', score, deviation: '秋汛' }))
    expect([at('q')?.own, codes]).toEqual([own, said])
  })

  it('不适用 in place of a score takes the indicator out', () => {
    expect(imported(read('s', { score: null, scoreText: '不适用' })).at('s')?.applies).toBe(false)
  })
})

describe('money of a file', () => {
  const line = (group: ReadSelfEvaluation['funds'][number]['group'], paid: number) => ({
    ...{ group, label: group, initial: 90 * wan, revised: 90 * wan, paid, cell: 'D7' },
  })

  it('a total alone is that of the one row with a budget', () => {
    const { content, codes } = imported({ ...read(), funds: [line('total', 45 * wan)] })
    expect(fundSum(content.funds).paid).toBe(45 * wan)
    expect(codes).toEqual([])
  })

  it('rows that do not sum to the total are said', () => {
    const funds = [line('total', 45 * wan), line('fiscal', 44 * wan)]
    expect(imported({ ...read(), funds }).codes).toContain('import-sum-differs warning')
  })

  it('figures run together are no amount: nothing is filled in, and it is told', () => {
    const funds = [{ ...line('total', 0), paid: null, unread: ['8808808801010'] }]
    const { content, codes } = imported({ ...read(), funds })
    expect(fundSum(content.funds).paid).toBe(fundSum(openedForm().funds).paid)
    expect(codes).toEqual(['import-fund-unread warning'])
  })

  it('the execution score is a person’s only where it is not the rules’, but for rounding', () => {
    const funds = [line('fiscal', 45 * wan)]
    const own = (executionScore: number) =>
      imported({ ...read(), funds, executionScore }).content.executionOwn
    expect([own(500), own(1000)]).toEqual([null, 1000])
  })
})

describe('a plan', () => {
  const found = (change: Partial<ReadForm> = {}) => ({
    file: 'a.xlsx',
    form: {
      ...readForm('', '农村公路日常养护'),
      kind: 'self-evaluation' as const,
      code: openedForm().code,
      selfEvaluation: read(),
      ...change,
    },
  })
  const world = { year: 2026, forms: [openedForm()], units: [], pack }
  const group = (change: Partial<ReadForm>, forms = world.forms) =>
    planSelfEvaluations([found(change)], { ...world, forms })[0]?.group

  it('fills, and blocks what is of another year, another kind or no longer open', () => {
    expect(group({})).toBe('fill')
    expect(group({ year: '2025' })).toBe('blocked')
    const { selfEvaluation: _, ...other } = found().form
    expect(planSelfEvaluations([{ file: 'a.xlsx', form: other }], world)[0]?.group).toBe('blocked')
    expect(group({}, [{ ...openedForm(), state: 'submitted' }])).toBe('blocked')
  })

  it('leaves to a person what belongs to nothing, or twice to one', () => {
    expect(group({ code: null, project: '没有这个项目' })).toBe('doubtful')
    const twice = planSelfEvaluations([found(), { ...found(), file: 'b.xlsx' }], world)
    expect(twice.map((item) => item.group)).toEqual(['doubtful', 'doubtful'])
  })

  it('puts the form into the edition that was filled in, with all of its money', () => {
    const [item] = planSelfEvaluations(
      [found({ selfEvaluation: { ...read(), editionId: 'sichuan' } })],
      world,
    )
    expect(item?.content?.editionId).toBe('sichuan')
    expect(fundSum(item?.content?.funds ?? [])).toEqual(fundSum(openedForm().funds))
  })
})

it('signs are read as forms write them', () => {
  expect(['≧', '≤', '═', '>=', '定性', '大约'].map(parseTargetSign)).toEqual(['≥', '≤', '=', '≥', '定性', ''])
})

it('rows of money that an edition lacks fall into its others; nothing is lost', () => {
  const funds = [
    { group: 'fiscal' as const, initial: 1, revised: 2, paid: null },
    { group: 'carryover' as const, initial: null, revised: 4, paid: 3 },
    { group: 'other' as const, initial: null, revised: null, paid: null },
  ]
  expect(fundsIn(edition('sichuan'), funds)).toEqual([
    { group: 'fiscal', initial: 1, revised: 6, paid: 3 },
    { group: 'fiscal-account', initial: null, revised: null, paid: null },
    { group: 'unit', initial: null, revised: null, paid: null },
    { group: 'other', initial: null, revised: null, paid: null },
  ])
})

it.each([
  ['511922', 'sichuan'],
  ['420100', 'hubei'],
  ['110000', 'national'],
  ['', 'national'],
])('the form of %s is %s', (regionCode, id) => {
  expect(editionFor(regionCode, pack.evaluation.selfEvaluation)?.id).toBe(id)
})
