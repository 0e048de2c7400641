import { expect } from 'vitest'
import type { ReadForm, ReadIndicator } from '#domain/goals/read-form'
import { readForms } from './read-forms.ts'
import { type Row, workbookOf } from './written-sheet.ts'

export function formsOf(
  rows: readonly Row[],
  merges: string[] = [],
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): ReadForm[] {
  const bytes = workbookOf(rows, merges, { sheet: '表', bookType })
  return readForms(bytes, bookType === 'xlsx' ? '表.xlsx' : '表.xls')
}

/** The upper part of a form. */
const top: Row[] = [
  ['项目支出绩效自评表'],
  ['（2024年度）'],
  ['项目名称', '村道建设'],
  ['主管部门', '交通运输局', null, '实施单位', '公路养护段'],
]

/** The indicators of the one form with these rows under its upper part. */
export function gridOf(rows: Row[], merges: string[] = []): ReadIndicator[] {
  const [form, ...more] = formsOf([...top, ...rows], merges)
  expect(more).toEqual([])
  expect([form?.project, form?.department, form?.unit, form?.year]).toEqual([
    '村道建设',
    '交通运输局',
    '公路养护段',
    '2024',
  ])
  return form?.indicators ?? []
}

export function whole(row: ReadIndicator): Row {
  return [row.level1, row.level2, row.level3, row.target, row.weight, row.actual, row.score]
}

export const road = ['产出指标', '数量指标', '新建村道', '≥10公里', 20, '11公里', '19']

export const check = ['效益指标', '社会效益指标', '验收合格率', '100%', 10, '98%', '9.5']

export const plainHead = ['一级指标', '二级指标', '三级指标', '指标值', '分值', '完成值', '得分']
