import { describe, expect, it } from 'vitest'
import type { Goal } from '../../src-renderer/domain/goals/goal.ts'
import { rulesById } from '../../src-renderer/domain/year-rules.ts'
import {
  columnOf,
  indicatorKeys,
  indicatorsOfRows,
  rowsOfIndicators,
  settleIndicator,
  unreadAfterPaste,
  unreadMark,
  yearFiller,
} from '../../src-renderer/features/goals/goal-indicator-rows.ts'
import { arrangePaste } from '../../src-renderer/features/goals/goal-paste.ts'
import { decodeBlock } from '../../src-renderer/ui/sheet-clipboard.ts'
import { newSheet } from '../../src-renderer/ui/sheet-model.ts'
import { sheetReducer } from '../../src-renderer/ui/sheet-reducer.ts'

const rules = rulesById('frame-2015')

function pasteInto(text: string, col = 0) {
  let count = 0
  const readOnly = Array.from({ length: 15 }, (_, at) => at === 7 || at === 8)
  const action = { type: 'paste' as const, ...arrangePaste(decodeBlock(text), col) }
  const state = sheetReducer(newSheet([]), action, {
    readOnly,
    nextId: () => `i${++count}`,
    settle: (cells, changed) => settleIndicator(cells, changed, rules),
  })
  return state.rows
}

function plain(text: string, col = 0) {
  return indicatorsOfRows(pasteInto(text, col)).map((row) => [
    row.level1,
    row.level2,
    row.name,
    row.operator,
    row.value,
    row.unit,
    row.weight,
  ])
}

describe('a block from Excel or WPS', () => {
  it('splits one target column into sign, value and unit and shifts the weight behind it', () => {
    expect(plain('产出指标\t数量指标\t培训人数\t≥１２０人次\t20\n\t质量指标\t合格率\t≥95％\t１５\n')).toEqual(
      [
        ['产出指标', '数量指标', '培训人数', '≥', '120', '人次', 2000],
        ['产出指标', '质量指标', '合格率', '≥', '95', '%', 1500],
      ],
    )
  })

  it('takes three target columns as they are', () => {
    expect(plain('产出指标\t成本指标\t总投资\t<=\t320.5\t万元\t10')).toEqual([
      ['产出指标', '成本指标', '总投资', '≤', '320.5', '万元', 1000],
    ])
  })

  it('splits a whole target that stands in the first of three target columns', () => {
    const split = ['产出指标', '质量指标', '合格率', '≥', '95', '%', 1500]
    expect(plain('产出指标\t质量指标\t合格率\t≥95%\t\t\t15')).toEqual([split])
    expect(
      plain(
        '一级指标\t二级指标\t三级指标\t指标性质\t指标值\t单位\t权重\n产出指标\t质量指标\t合格率\t≥95%\t\t\t15',
      ),
    ).toEqual([split])
    // What the row says itself is not written over.
    expect(plain('产出指标\t质量指标\t甲\t≥\t3\t个\t5\n\t\t乙\t≥95%\t90\t\t15')[1]).toEqual([
      ...['产出指标', '质量指标', '乙', '', '90', '', 1500],
    ])
  })

  it('follows its own head in any order', () => {
    expect(
      plain('三级指标\t权重\t一级指标\t指标值\t二级指标\n知晓率\t10分\t效益指标\t不低于85%\t社会效益指标'),
    ).toEqual([['效益指标', '社会效益指标', '知晓率', '≥', '85', '%', 1000]])
  })

  it('knows the weight by its many names', () => {
    for (const head of ['分值权重', '权重（分值）', '分值（权重）', '权重（%）', '指标分值']) {
      expect(plain(`三级指标\t${head}\n知晓率\t10`)[0]?.[6]).toBe(1000)
    }
  })

  it('names the columns that have no place, not those that say nothing', () => {
    const text = '序号\t三级指标\t责任股室\t指标值\t\n1\t甲\t农业股\t≥3个\t\n2\t乙\t\t≥4个\t\n'
    expect(arrangePaste(decodeBlock(text), 0).unplaced).toEqual(['责任股室'])
  })

  it('keeps line breaks in names and words as targets', () => {
    expect(plain('产出指标\t质量指标\t"验收\n合格"\t优良\t5')).toEqual([
      ['产出指标', '质量指标', '验收\n合格', '', '优良', '', 500],
    ])
  })

  it('leaves out the sums of the table, and counts them', () => {
    const text =
      '一级指标\t二级指标\t三级指标\t指标值\t权重\n产出指标\t数量指标\t甲\t≥3个\t90\n合 计\t\t\t\t90\n'
    expect(plain(text)).toEqual([['产出指标', '数量指标', '甲', '≥', '3', '个', 9000]])
    expect(arrangePaste(decodeBlock(text), 0).skipped).toBe(1)
    expect(arrangePaste([['合计']], 2)).toMatchObject({ block: [['合计']], skipped: 0 })
  })

  it('says what it did not understand and keeps the text', () => {
    const rows = pasteInto('产出类\t数量指标\t甲\t≥3个\t十分')
    expect(unreadAfterPaste(rows, ['value'], rules)).toEqual([])
    expect(unreadAfterPaste(rows, indicatorKeys, rules).map((each) => each.column)).toContain('weight')
    expect(rows[0]?.cells[columnOf('weight')]).toBe('十分')
    expect(indicatorsOfRows(rows)[0]?.weight).toBeNull()
  })

  it('keeps what was kept where a cell cannot be read, and empties it where it is emptied', () => {
    const before = indicatorsOfRows(pasteInto('产出指标\t数量指标\t甲\t≥3个\t20'))
    const written = (key: 'weight' | 'operator', text: string) =>
      indicatorsOfRows(
        rowsOfIndicators(before, null, null).map((row) => ({
          ...row,
          cells: row.cells.with(columnOf(key), text),
        })),
        before,
      )
    expect(written('weight', '十五')).toEqual(before)
    expect(written('operator', '大概')).toEqual(before)
    expect(written('weight', '')[0]?.weight).toBeNull()
  })
})

it('splits a typed target and leaves the unit alone when only a number is typed', () => {
  const blank = Array<string>(15).fill('')
  const typed = settleIndicator(blank.with(4, '≥95％'), [4], rules)
  expect(typed.slice(3, 6)).toEqual(['≥', '95', '%'])
  expect(settleIndicator(typed.with(4, '９８'), [4], rules).slice(3, 6)).toEqual(['≥', '98', '%'])
})

it('gives the same indicators back', () => {
  const rows = pasteInto('产出指标\t数量指标\t甲\t≥3个\t12.5\n\t\t乙\t优良\t5')
  const indicators = indicatorsOfRows(rows)
  expect(indicatorsOfRows(rowsOfIndicators(indicators, null, null))).toEqual(indicators)
  expect(rows.flatMap((row) => indicatorKeys.filter((key) => unreadMark(row, key)))).toEqual([])
})

it('shows last year beside an indicator of the same name, also when the name is typed later', () => {
  const indicators = indicatorsOfRows(pasteInto('产出指标\t数量指标\t养护 里程\t≥８６公里\t10'))
  const last = { indicators } as Goal
  const cells = yearFiller(last, null)(Array<string>(15).fill('').with(columnOf('name'), '养护里程'))
  expect(cells[columnOf('previous')]).toBe('≥86公里')
  expect(cells[columnOf('earlier')]).toBe('')
})
