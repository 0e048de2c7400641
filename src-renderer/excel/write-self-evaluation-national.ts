import { fundSum } from '#domain/evaluation/self-evaluation'
import { shownResult } from '#domain/evaluation/self-evaluation-score'
import { targetText } from '#domain/goals/goal'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { heightOf, put, wanValue } from './form-style.ts'
import {
  cell,
  entryPoints,
  type FormWriting,
  heightFor,
  money,
  pointsDress,
  pointsValue,
} from './self-evaluation-cells.ts'
import type { setUpPage } from './write-page.ts'

/** 一级, 二级, 三级, 指标值, 完成值, 分值, 得分 and three columns of 偏差原因, which the money block needs apart. */
const widths = [12, 14, 22, 13, 13, 8, 8, 8, 10, 10]
const lastColumn = widths.length

/** 项目支出绩效自评表 as annexed to 财预〔2020〕10号: A4 upright. */
export function writeNational(writing: FormWriting): Parameters<typeof setUpPage>[1] {
  const { sheet } = writing
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  const funds = writeHead(writing)
  const goal = writeFunds(writing, funds)
  const grid = writeGoal(writing, goal)
  const last = writeEntries(writing, grid)
  const foot = writeTexts(writing, last)
  put(
    sheet,
    { top: foot, left: 1, bottom: foot, right: lastColumn },
    '单位负责人：　　　　　　　　填报人：　　　　　　　　联系电话：　　　　　　　　填报日期：　　年　　月　　日',
    { border: false },
  )
  sheet.getRow(foot).height = 32
  return { lastRow: foot, lastColumn, titles: [grid, grid] }
}

function writeHead({ sheet, form, names }: FormWriting): number {
  const bare = { align: 'center', border: false } as const
  put(sheet, { top: 1, left: 1, bottom: 1, right: lastColumn }, '项目支出绩效自评表', {
    ...bare,
    bold: true,
    size: 16,
  })
  sheet.getRow(1).height = 30
  put(sheet, { top: 2, left: 1, bottom: 2, right: lastColumn }, `（${names.year}年度）`, bare)
  const coded = (name: string, code: string) => (code ? `［${code}］${name}` : name)
  cell(sheet, 3, [1, 1], '项目名称')
  cell(sheet, 3, [2, lastColumn], coded(form.name, form.code), { align: 'left' })
  cell(sheet, 4, [1, 1], '主管部门')
  cell(sheet, 4, [2, 4], coded(names.department, names.departmentCode), { align: 'left' })
  cell(sheet, 4, [5, 6], '实施单位')
  cell(sheet, 4, [7, lastColumn], names.unit, { align: 'left' })
  for (const row of [3, 4]) sheet.getRow(row).height = heightOf(1)
  return 5
}

function writeFunds({ sheet, form, score }: FormWriting, top: number): number {
  const { edition } = score
  const named = (group: string) => edition.funds.find((row) => row.group === group)?.name ?? ''
  const lines = [
    { label: '年度资金总额', ...fundSum(form.funds) },
    ...form.funds.map(({ group, ...amounts }) => ({ label: named(group), ...amounts })),
  ]
  cell(sheet, top, [1, 1], '项目资金\n（万元）', { bottom: top + lines.length })
  const heads: [readonly [number, number], string][] = [
    [[2, 3], ''],
    [[4, 4], '年初预算数'],
    [[5, 5], '全年预算数'],
    [[6, 7], '全年执行数'],
    [[8, 8], '分值'],
    [[9, 9], '执行率'],
    [[10, 10], '得分'],
  ]
  for (const [columns, text] of heads) cell(sheet, top, columns, text)
  sheet.getRow(top).height = heightOf(1)
  for (const [index, { label, initial, revised, paid }] of lines.entries()) {
    const row = top + 1 + index
    const at = (left: number, right = left) => ({ top: row, left, bottom: row, right })
    put(sheet, at(2, 3), label)
    put(sheet, at(4), wanValue(initial), money)
    put(sheet, at(5), wanValue(revised), money)
    put(sheet, at(6, 7), wanValue(paid), money)
    if (index === 0) {
      put(sheet, at(8), pointsValue(edition.executionWeight), pointsDress)
      cell(sheet, row, [9, 9], score.rate ? percentText(score.rate) : '')
      put(sheet, at(10), pointsValue(shownResult(form, score).execution), pointsDress)
    } else {
      const rate = executionRate({ budget: revised, paid })
      cell(sheet, row, [8, 8], '—')
      cell(sheet, row, [9, 9], rate ? percentText(rate) : '—')
      cell(sheet, row, [10, 10], '—')
    }
    sheet.getRow(row).height = heightOf(1)
  }
  return top + lines.length + 1
}

function writeGoal({ sheet, form }: FormWriting, top: number): number {
  cell(sheet, top, [1, 1], '年度总体目标', { bottom: top + 1 })
  cell(sheet, top, [2, 5], '预期目标')
  cell(sheet, top, [6, lastColumn], '实际完成情况')
  sheet.getRow(top).height = heightOf(1)
  cell(sheet, top + 1, [2, 5], form.annualGoal, { align: 'left' })
  cell(sheet, top + 1, [6, lastColumn], form.completion, { align: 'left' })
  const texts = [
    [form.annualGoal, [2, 5]],
    [form.completion, [6, lastColumn]],
  ] as const
  sheet.getRow(top + 1).height = heightFor(widths, texts, 3)
  return top + 2
}

function writeEntries(writing: FormWriting, top: number): number {
  const { sheet, form, score } = writing
  const heads = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分']
  for (const [index, text] of heads.entries()) cell(sheet, top, [index + 1, index + 1], text)
  cell(sheet, top, [8, lastColumn], '偏差原因分析及改进措施')
  sheet.getRow(top).height = heightOf(1)
  for (const [index, entry] of form.entries.entries()) {
    const row = top + 1 + index
    const points = entryPoints(writing, entry)
    cell(sheet, row, [1, 1], entry.level1)
    cell(sheet, row, [2, 2], entry.level2)
    cell(sheet, row, [3, 3], entry.name, { align: 'left' })
    cell(sheet, row, [4, 4], targetText(entry))
    cell(sheet, row, [5, 5], entry.actual)
    put(sheet, { top: row, left: 6, bottom: row, right: 6 }, pointsValue(entry.weight), pointsDress)
    put(sheet, { top: row, left: 7, bottom: row, right: 7 }, points, pointsDress)
    cell(sheet, row, [8, lastColumn], entry.deviation, { align: 'left' })
    const texts = [
      [entry.level1, [1, 1]],
      [entry.level2, [2, 2]],
      [entry.name, [3, 3]],
      [targetText(entry), [4, 4]],
      [entry.actual, [5, 5]],
      [entry.deviation, [8, lastColumn]],
    ] as const
    sheet.getRow(row).height = heightFor(widths, texts)
  }
  const sum = top + 1 + form.entries.length
  const full = form.entries.reduce((all, { weight }) => all + (weight ?? 0), score.edition.executionWeight)
  cell(sheet, sum, [1, 5], '总分')
  put(sheet, { top: sum, left: 6, bottom: sum, right: 6 }, pointsValue(full), pointsDress)
  const total = pointsValue(shownResult(form, score).total)
  put(sheet, { top: sum, left: 7, bottom: sum, right: 7 }, total, pointsDress)
  cell(sheet, sum, [8, lastColumn], '')
  sheet.getRow(sum).height = heightOf(1)
  return sum + 1
}

/** The national form has no field for these; they are only drawn where something stands in them. */
function writeTexts({ sheet, form }: FormWriting, top: number): number {
  const texts = [
    ['执行率原因', form.fundsReason],
    ['预算调整理由', form.adjustmentReason],
    ['结转原因', form.carriedReason],
    ['自评结论', form.summary],
    ['存在问题', form.problems],
    ['改进措施', form.measures],
    ['主管部门意见', form.department.opinion],
  ] as const
  let row = top
  for (const [label, text] of texts) {
    if (text.trim() === '') continue
    cell(sheet, row, [1, 1], label)
    cell(sheet, row, [2, lastColumn], text, { align: 'left' })
    sheet.getRow(row).height = heightFor(widths, [
      [text, [2, lastColumn]],
      [label, [1, 1]],
    ])
    row += 1
  }
  return row
}
