import { expect, it } from 'vitest'
import { library, libraryIn, wholeSet } from '../../src-renderer/domain/library/library.ts'
import { frame2015 } from '../../src-renderer/domain/rules/frame-2015.ts'
import { frame2021 } from '../../src-renderer/domain/rules/frame-2021.ts'
import type { YearRules } from '../../src-renderer/domain/year-rules.ts'
import { indicatorKeys, type Row } from '../../src-renderer/features/goals/goal-indicator-rows.ts'
import { withEntries } from '../../src-renderer/features/goals/library-insert.ts'
import { newSheet } from '../../src-renderer/ui/sheet-model.ts'
import { sheetReducer } from '../../src-renderer/ui/sheet-reducer.ts'

function row(id: string, level1: string, level2: string, name: string): Row {
  return { id, cells: indicatorKeys.map((key) => ({ level1, level2, name })[String(key)] ?? '') }
}

const rows = [
  row('a', '成本指标', '经济成本指标', '总成本'),
  row('b', '产出指标', '数量指标', '里程'),
  row('c', '产出指标', '质量指标', '合格率'),
  row('d', '满意度指标', '服务对象满意度指标', '满意度'),
  row('e', '', '', ''),
]

function put(before: readonly Row[], ids: readonly string[], rules: YearRules = frame2021) {
  let count = 0
  const entries = library.filter((entry) => ids.includes(entry.id))
  return withEntries(
    before,
    entries,
    rules,
    () => `n${++count}`,
    (cells) => cells,
  )
}

function names(made: { rows: readonly Row[] }): string[] {
  return made.rows.map(({ cells }) => cells[indicatorKeys.indexOf('name')] ?? '')
}

it('puts a row below the rows of its second level', () => {
  const made = put(rows, ['road-01'])
  expect(names(made)).toEqual(['总成本', '里程', '农村公路日常养护里程', '合格率', '满意度', ''])
  expect(made.row).toBe(2)
  expect(indicatorKeys[made.col]).toBe('value')
})

it('puts a row of a new second level where the frame has it, before blank rows', () => {
  expect(names(put(rows, ['road-07', 'road-10']))).toEqual([
    '总成本',
    '里程',
    '合格率',
    '公路水毁路段抢通时限',
    '农村公路优良中等路率',
    '满意度',
    '',
  ])
})

it('puts a whole set into an empty sheet in the order of the frame', () => {
  const ids = wholeSet(library, 'road').map((entry) => entry.id)
  const made = put([], ids)
  const order = frame2021.frame.flatMap((upper) => upper.level2.map((second) => second.name))
  const places = made.rows.map(({ cells }) => order.indexOf(cells[1] ?? ''))
  expect(places).toEqual(places.toSorted((left, right) => left - right))
  expect(made.rows).toHaveLength(6)
})

it('writes cost as 产出指标 › 成本指标 in a book of the older frame', () => {
  const cells = put([], ['road-08'], frame2015).rows[0]?.cells
  expect(cells?.slice(0, 3)).toEqual(['产出指标', '成本指标', '每公里日常养护费用'])
  expect(libraryIn(frame2015).find((entry) => entry.id === 'road-08')?.level2).toBe('成本指标')
})

it('is one step of the sheet, taken back by one undo', () => {
  const rules = { readOnly: indicatorKeys.map(() => false), nextId: () => 'x' }
  const start = newSheet(rows)
  const made = put(rows, ['road-01', 'road-12'])
  const after = sheetReducer(start, { type: 'put-rows', ...made }, rules)
  expect(after.rows).toHaveLength(7)
  expect(after.cursor).toEqual({ row: 2, col: indicatorKeys.indexOf('value') })
  expect(sheetReducer(after, { type: 'undo' }, rules).rows).toBe(rows)
})
