import { describe, expect, it } from 'vitest'
import { likelihoodWord } from '#excel/monitoring-columns'
import { isTicked, likelihoodIn } from '#excel/monitoring-marks'
import { wan } from '../domain/sample-goal.ts'
import {
  formsIn,
  halfYearMerges,
  halfYearRows,
  monitoringIn,
  nationalMerges,
  nationalRows,
} from './monitoring-sheets.ts'
import type { Row } from './written-sheet.ts'

describe('the national form of the project library', () => {
  it.each([
    ['.xlsx', false],
    ['.xls', true],
  ])('is read from %s', (_name, isOld) => {
    const [form] = formsIn(nationalRows, nationalMerges, isOld)
    expect(form).toMatchObject({ kind: 'monitoring', project: '公益林管护', unit: '林业站', year: '2026' })
    const { month, funds, entries } = monitoringIn(nationalRows, nationalMerges, isOld)
    expect(month).toBe(7)
    expect(funds.map(({ group, budget, paid, forecast }) => [group, budget, paid, forecast])).toEqual([
      ['total', 120.5 * wan, 60 * wan, 120.5 * wan],
      ['general', 100.5 * wan, 50 * wan, 100.5 * wan],
      ['carryover', 20 * wan, 10 * wan, 20 * wan],
      ['other', 0, 0, 0],
    ])
    expect(entries).toMatchObject([
      { name: '巡护里程', actual: '700公里', forecast: '1200公里', likelihood: 'sure', causes: [] },
      { likelihood: 'possible', causes: ['system', 'other'], causeText: '招标晚。' },
      { actual: '0', likelihood: 'impossible', causes: [], note: '无法实施' },
    ])
  })

  it('is read all the same without any merge', () => {
    const { entries, funds } = monitoringIn(nationalRows)
    expect(entries.map(({ likelihood }) => likelihood)).toEqual(['sure', 'possible', 'impossible'])
    expect(funds).toHaveLength(4)
  })

  it('is read wherever it stands', () => {
    const moved = [[], [], ...nationalRows.map((cells): Row => [null, null, ...cells])]
    expect(monitoringIn(moved)).toMatchObject({ month: 7, entries: [{ likelihood: 'sure' }, {}, {}] })
  })

  it('two forms on one sheet are two', () => {
    const forms = formsIn([...nationalRows, [], ...nationalRows.map((cells) => [...cells])])
    expect(forms.map(({ monitoring }) => monitoring?.entries.length)).toEqual([3, 3])
  })

  it('in 元 it is the same money', () => {
    const rows = nationalRows.map((cells) =>
      cells.map((cell) =>
        cell === '项目资金（万元）' ? '项目资金（元）' : cell === '60.00' ? '600,000.00' : cell,
      ),
    )
    expect(monitoringIn(rows).funds[0]?.paid).toBe(60 * wan)
  })

  it('a head repeated on the next page goes on', () => {
    const head = nationalRows.slice(19, 21)
    const more: Row = [null, '效益指标', '生态效益指标', '森林覆盖率', '≥60%', '60%', '60%']
    const { entries } = monitoringIn([...nationalRows, ...head, more])
    expect(entries.map(({ name }) => name)).toEqual(['巡护里程', '完成时间', '火灾受害率', '森林覆盖率'])
  })
})

it('the half-year form has its month, words for likelihoods, and its reasons and measures as one text', () => {
  const [form] = formsIn(halfYearRows, halfYearMerges)
  expect(form).toMatchObject({ kind: 'monitoring', project: '工业遗产申遗', unit: '博物馆' })
  const { month, funds, entries, measures } = monitoringIn(halfYearRows, halfYearMerges)
  expect(month).toBe(6)
  expect(funds.map(({ group, paid }) => [group, paid])).toEqual([
    ['total', 120.5 * wan],
    ['general', 120.5 * wan],
  ])
  expect(
    entries.map(({ level1, name, actual, likelihood, note }) => [level1, name, actual, likelihood, note]),
  ).toEqual([
    ['产 出 指 标', '数量', '1处', 'sure', ''],
    ['产 出 指 标', '质量', '0.5', 'possible', '等批复'],
    ['效 益 指 标', '社会效益', '初步显现', 'impossible', ''],
  ])
  expect(measures).toBe('批复晚于预期。\n加快报批。')
})

describe('cells', () => {
  it.each(['√', '✔', '✓', '1', '是', 'V', '对', '■', '☑'])('%s is a tick', (text) =>
    expect(isTicked(text)).toBe(true),
  )
  it.each(['', ' ', '×', '□', '否', '0', '/', '—', '无', 'x'])('“%s” is none', (text) =>
    expect(isTicked(text)).toBe(false),
  )

  it.each([
    ['确定能', 'sure'],
    [' 能 ', 'sure'],
    ['有可能', 'possible'],
    ['可能', 'possible'],
    ['不可能', 'impossible'],
    ['完全不能完成', 'impossible'],
    ['也许', ''],
    ['确定能完成目标的可能性', ''],
  ])('%s is %s', (text, likelihood) => expect(likelihoodWord(text)).toBe(likelihood))

  it.each([
    ['确定能□ 有可能√ 完全不可能□', 'possible', ''],
    ['√确定能 □有可能', 'sure', ''],
    ['基本上有可能', 'possible', ''],
    ['/', '', ''],
    ['看情况', '', '看情况'],
    ['确定能√ 有可能√', '', '确定能√ 有可能√'],
    ['确定能 有可能', '', '确定能 有可能'],
  ])('%s: %s', (text, likelihood, unread) => expect(likelihoodIn(text)).toEqual({ likelihood, unread }))

  it('several ticks are none, and said to be so', () => {
    const rows = nationalRows.map((cells) => [...cells])
    const ticked = rows[21]
    if (!ticked) throw new Error('the first indicator stands there')
    ticked[14] = '√'
    expect(monitoringIn(rows).entries[0]).toMatchObject({
      likelihood: '',
      likelihoodUnread: '同时勾选了几项',
    })
  })
})

describe('what is out of all proportion', () => {
  const head = nationalRows.slice(0, 21)
  const [, , , , , ...wide] = nationalRows[21] ?? []

  it('fifteen thousand indicators are read, twenty thousand rows refused', () => {
    const rows = (count: number): Row[] =>
      Array.from({ length: count }, (_, index) => [
        null,
        '产出指标',
        '数量指标',
        `巡护点${index}`,
        '≥1',
        ...wide,
      ])
    expect(monitoringIn([...head, ...rows(15_000)], nationalMerges).entries).toHaveLength(15_000)
    expect(() => formsIn([...head, ...rows(20_000)])).toThrow('超过 20000 行')
  })

  it('a head as wide as the sheet, a cell as long as a book, and ticks everywhere do no harm', () => {
    const many = Array.from({ length: 190 }, () => '确定能')
    const long = '慢'.repeat(30_000)
    const rows = nationalRows.map((cells) => [...cells])
    rows[20] = [...(rows[20] ?? []), ...many]
    rows[21] = [...(rows[21] ?? []), ...many.map(() => '√')]
    const reason = rows[22]
    if (reason) reason[12] = long
    const { entries } = monitoringIn(rows, nationalMerges)
    expect(entries[0]?.likelihoodUnread).toBe('同时勾选了几项')
    expect(entries[1]?.causeText).toHaveLength(30_000)
  })
})
