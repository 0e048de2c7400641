import { describe, expect, it } from 'vitest'
import { ratio } from '#domain/monitoring/ratio'
import { clauseSaying } from '#domain/screening/words'
import { wan } from '../sample-goal.ts'
import { codesOf, type Facts, honest, rules, screened } from './sample.ts'

const all = (change: Partial<{ actual: string; forecast: string }>) => ({ a: change, b: change })

const done: Facts['entries'] = {
  a: { actual: '1200' },
  b: { actual: '1200' },
  r: { actual: '95' },
  w: { actual: '达成' },
}

const treasury = (paid: number | null, allocated: number | null = null) => ({
  treasury: new Map([
    [
      honest().goalId,
      { paid: paid === null ? null : paid * wan, allocated: allocated === null ? null : allocated * wan },
    ],
  ]),
})

describe('one form alone', () => {
  it('finds nothing in an honest form', () => expect(codesOf(honest())).toEqual([]))

  it.each<[name: string, facts: Facts, isFound: boolean]>([
    ['everything at its target', { entries: done }, true],
    ['one a little above', { entries: { ...done, a: { actual: '1201' } } }, false],
    ['one a little below', { entries: { ...done, a: { actual: '1199' } } }, false],
    ['a word not met', { entries: { ...done, w: { actual: '基本达成' } } }, false],
    ['at the last month', { entries: done, month: 9 }, true],
    ['after the last month', { entries: done, month: 10 }, false],
    ['the money just not paid', { entries: done, paid: 1139 }, true],
    ['the money paid', { entries: done, paid: 1140 }, false],
    [
      'one quantity only, the other a rate',
      { entries: { ...done, b: { actual: '95', value: '95', unit: '%' } } },
      false,
    ],
  ])('全部恰好达标: %s', (_name, facts, isFound) => {
    expect(codesOf(honest(facts)).includes('all-on-target')).toBe(isFound)
  })

  it.each<[name: string, facts: Facts, isFound: boolean]>([
    ['just below half of the plan', { paid: 349, forecast: 1200 }, true],
    ['at half of the plan', { paid: 350, forecast: 1200 }, false],
    ['not everything forecast', { paid: 349, forecast: 1199 }, false],
    ['more than everything', { paid: 100, forecast: 1300 }, true],
    ['nothing filled in', { paid: null, forecast: 1200 }, false],
  ])('支出少而预计全部执行: %s', (_name, facts, isFound) => {
    expect(codesOf(honest(facts)).includes('forecast-full')).toBe(isFound)
  })

  it('goes by the planned curve where there is one', () => {
    const form = honest({ paid: 100, forecast: 1200 })
    expect(codesOf(form)).toContain('forecast-full')
    expect(codesOf(form, { referenceOf: () => ratio(16, 100) })).not.toContain('forecast-full')
  })

  it.each<[name: string, facts: Facts, isFound: boolean]>([
    ['two behind, all forecasts the target', { entries: all({ actual: '349', forecast: '1200' }) }, true],
    ['at half of the plan', { entries: all({ actual: '350', forecast: '1200' }) }, false],
    [
      'a forecast that differs',
      { entries: { a: { actual: '100', forecast: '1199' }, b: { actual: '100', forecast: '1200' } } },
      false,
    ],
    ['one behind', { entries: { a: { actual: '100', forecast: '1200' }, b: { forecast: '1200' } } }, false],
  ])('进度慢而预计照抄目标: %s', (_name, facts, isFound) => {
    expect(codesOf(honest(facts)).includes('forecast-is-target')).toBe(isFound)
  })

  it.each([
    ['1800', 0],
    ['1801', 1],
  ])('远超目标: %s of 1200', (actual, count) => {
    const codes = codesOf(honest({ entries: { a: { actual } } }))
    expect(codes.filter((code) => code === 'above-target')).toHaveLength(count)
  })

  it('可能性与预计矛盾, both ways', () => {
    const against = (change: object) =>
      codesOf(honest({ entries: { a: change } })).includes('likelihood-against')
    expect(against({ forecast: '1199', likelihood: 'sure' })).toBe(true)
    expect(against({ forecast: '1200', likelihood: 'sure' })).toBe(false)
    expect(against({ forecast: '1199', likelihood: 'possible' })).toBe(false)
    expect(against({ forecast: '1200', likelihood: 'impossible' })).toBe(true)
  })

  it('勾选原因无说明', () => {
    const of = (causeText: string) => codesOf(honest({ entries: { a: { causes: ['funds'], causeText } } }))
    expect(of(' ')).toContain('causes-without-text')
    expect(of('招标晚')).not.toContain('causes-without-text')
  })

  it('与国库数不一致: above one percent of the larger, and silent without the treasury', () => {
    const form = honest({ paid: 700 })
    expect(codesOf(form)).not.toContain('money-differs')
    expect(codesOf(form, treasury(null))).not.toContain('money-differs')
    expect(codesOf(form, treasury(693))).not.toContain('money-differs')
    expect(codesOf(form, treasury(692.99))).toContain('money-differs')
    expect(codesOf(honest({ paid: 0 }), treasury(0))).not.toContain('money-differs')
    expect(codesOf(honest({ paid: null }), treasury(100))).not.toContain('money-differs')
    const [finding] = screened([form], treasury(350))[0]?.findings ?? []
    expect(finding?.message).toBe('自报执行 700.00 万元，国库支出 350.00 万元，多报 350.00 万元（50.0%）。')
  })

  it('未到位说法与资金矛盾: by what is allocated, else paid, else reported', () => {
    const form = honest({ fundsReason: '上级资金尚未下达。', paid: 599 })
    expect(codesOf(form, treasury(0, 600))).toContain('text-against-treasury')
    expect(codesOf(form, treasury(599, 599))).not.toContain('text-against-treasury')
    expect(codesOf(form, treasury(600))).toContain('text-against-treasury')
    expect(codesOf(form)).not.toContain('text-against-treasury')
    expect(codesOf({ ...form, fundsReason: '部分资金尚未下达' }, treasury(600))).not.toContain(
      'text-against-treasury',
    )
    const own = honest({ fundsReason: '上级资金尚未下达。', paid: 600 })
    expect(screened([own])[0]?.findings[0]?.message).toContain('本表自报已执行 600.00 万元，占预算 50.0%')
  })

  it('说法与进度矛盾: by the light of the whole, and by the indicator', () => {
    const late = { paid: 300, forecast: 1100 }
    expect(codesOf(honest({ ...late, summary: '项目按计划推进。' }))).toContain('text-against-light')
    expect(codesOf(honest({ summary: '项目按计划推进。' }))).not.toContain('text-against-light')
    expect(codesOf(honest({ ...late, summary: '将按计划推进。' }))).not.toContain('text-against-light')
    const entries = (actual: string) => ({ a: { actual, causeText: '进展顺利' } })
    expect(codesOf(honest({ entries: entries('349') }))).toContain('text-against-light')
    expect(codesOf(honest({ entries: entries('350') }))).not.toContain('text-against-light')
    const red = {
      a: { actual: '700', forecast: '959', likelihood: 'possible', causeText: '工程已完成' },
    } as const
    expect(codesOf(honest({ entries: red }))).toContain('text-against-light')
  })

  it('与上轮完全相同: everything, of an earlier month, and only where something is reported', () => {
    const form = honest({ month: 10 })
    const before = { ...form, id: 'm0', month: 7 }
    const former = (each: typeof form) => ({ former: new Map([[each.goalId, each]]) })
    expect(codesOf(form, former(before))).toContain('same-as-before')
    expect(codesOf(form, former({ ...before, summary: '好' }))).not.toContain('same-as-before')
    expect(codesOf(form, former({ ...before, month: 10 }))).not.toContain('same-as-before')
    const blank = { actual: '', forecast: '' }
    const empty = honest({ month: 10, entries: { a: blank, b: blank, r: blank, w: blank } })
    expect(codesOf(empty, former({ ...empty, id: 'm0', month: 7 }))).not.toContain('same-as-before')
  })
})

describe('text that several forms share', () => {
  const twelve = '施工单位进场较晚影响进度'
  const form = (id: string, unitId: string, fundsReason: string) => honest({ id, unitId, fundsReason })
  const found = (...forms: ReturnType<typeof form>[]) =>
    screened(forms).map(({ form: { id }, findings }) => [id, ...findings.map(({ code }) => code)].join(' '))

  it('counts from twelve characters on, whatever the signs and the width', () => {
    expect(found(form('1', 'u1', `${twelve}。`), form('2', 'u2', `${twelve}，`)).sort()).toEqual([
      '1 text-across',
      '2 text-across',
    ])
    const short = twelve.slice(1)
    expect(found(form('1', 'u1', short), form('2', 'u2', short))).toEqual(['1', '2'])
  })

  it('is told apart within a unit, and once a form', () => {
    expect(found(form('1', 'u1', `${twelve}。${twelve}。`), form('2', 'u1', twelve))).toEqual([
      '1 text-within',
      '2 text-within',
    ])
  })

  it('leaves out what is not reported', () => {
    expect(found(form('1', 'u1', twelve), { ...form('2', 'u2', twelve), state: 'draft' })).toEqual(['1'])
  })

  it('names both places', () => {
    const [first] = screened([form('1', 'u1', twelve), form('2', 'u2', twelve)])
    expect(first?.findings[0]?.copied?.places.map(({ monitoringId, at }) => [monitoringId, at])).toEqual([
      ['1', 'fundsReason'],
      ['2', 'fundsReason'],
    ])
  })

  it('looks through 5,000 forms', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      honest({
        id: `m${index}`,
        goalId: `g${index}`,
        unitId: `u${index % 200}`,
        summary: `第 ${index % 2500} 标段的路基工程施工已经结束。`,
        fundsReason: '各单位都写同一句话说明支出慢的原因。',
      }),
    )
    const list = screened(many)
    expect(list.every(({ findings }) => findings.length >= 2)).toBe(true)
  })
})

describe('what a clause says', () => {
  const { smooth, unfunded } = rules.screening
  it.each([
    ['项目按计划推进。', '项目按计划推进'],
    ['因雨季停工，但工程 已完成。', '但工程 已完成'],
    ['未按计划推进', ''],
    ['将按计划推进', ''],
    ['招标已完成', ''],
    ['已完成的部分运行良好', ''],
    ['尚未完成', ''],
    ['', ''],
  ])('smooth: %s', (text, clause) => expect(clauseSaying(text, smooth)).toBe(clause))
  it.each([
    ['上级资金没有到位', '上级资金没有到位'],
    ['资金已到位', ''],
    ['剩余资金未下达', ''],
  ])('unfunded: %s', (text, clause) => expect(clauseSaying(text, unfunded)).toBe(clause))
})
