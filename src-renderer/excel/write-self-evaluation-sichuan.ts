import { fundSum } from '#domain/evaluation/self-evaluation'
import { shownResult } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { grades } from '#domain/grade'
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

/** 栏目, 一级, 二级, 三级, 性质, 指标值, 单位, 完成值, 权重, 得分, and two columns of 原因, which the money block needs apart. */
const widths = [13, 11, 16, 24, 9, 11, 9, 12, 8, 8, 8, 28]
const lastColumn = widths.length

/** 510000_0013zp 部门预算项目支出绩效自评表 of 四川's 预算管理一体化: A4 sideways. */
export function writeSichuan(writing: FormWriting): Parameters<typeof setUpPage>[1] {
  const { sheet } = writing
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  const basics = writeHead(writing)
  const funds = writeBasics(writing, basics)
  const grid = writeFunds(writing, funds)
  const last = writeEntries(writing, grid)
  const foot = writeTexts(writing, last)
  put(
    sheet,
    { top: foot, left: 1, bottom: foot, right: lastColumn },
    '项目负责人：　　　　　　　　　　　　　　　　财务负责人：',
    { border: false },
  )
  sheet.getRow(foot).height = 32
  return { lastRow: foot, lastColumn, titles: [grid, grid], landscape: true }
}

function writeHead({ sheet, form, names }: FormWriting): number {
  const bare = { border: false } as const
  put(sheet, { top: 1, left: 1, bottom: 1, right: lastColumn }, '510000_0013zp', bare)
  put(
    sheet,
    { top: 2, left: 1, bottom: 2, right: lastColumn },
    `部门预算项目支出绩效自评表（${names.year}年度）`,
    {
      ...bare,
      align: 'center',
      bold: true,
      size: 16,
    },
  )
  sheet.getRow(2).height = 30
  cell(sheet, 3, [1, 1], '项目名称')
  cell(sheet, 3, [2, lastColumn], form.code ? `${form.code}-${form.name}` : form.name, { align: 'left' })
  cell(sheet, 4, [1, 1], '主管部门')
  cell(sheet, 4, [2, 4], [names.departmentCode, names.department].filter(Boolean).join('-'), {
    align: 'left',
  })
  cell(sheet, 4, [5, 7], '实施单位（盖章）')
  cell(sheet, 4, [8, lastColumn], names.unit, { align: 'left' })
  for (const row of [3, 4]) sheet.getRow(row).height = heightOf(1)
  return 5
}

function writeBasics({ sheet, form }: FormWriting, top: number): number {
  const side = [8, lastColumn] as const
  cell(sheet, top, [1, 1], '项目基本\n情况', { bottom: top + 2 })
  cell(sheet, top, [2, 3], '1.项目年度目标完成情况', { bottom: top + 1 })
  cell(sheet, top, [4, 7], '项目年度目标')
  cell(sheet, top, side, '年度目标完成情况')
  sheet.getRow(top).height = heightOf(1)
  cell(sheet, top + 1, [4, 7], form.annualGoal, { align: 'left' })
  cell(sheet, top + 1, side, form.completion, { align: 'left' })
  sheet.getRow(top + 1).height = heightFor(
    widths,
    [
      [form.annualGoal, [4, 7]],
      [form.completion, side],
    ],
    2,
  )
  cell(sheet, top + 2, [2, 3], '2.项目实施内容及过程概述')
  cell(sheet, top + 2, [4, lastColumn], form.process, { align: 'left' })
  sheet.getRow(top + 2).height = heightFor(widths, [[form.process, [4, lastColumn]]], 2)
  return top + 3
}

function writeFunds({ sheet, form, score }: FormWriting, top: number): number {
  const { edition } = score
  const named = (group: string) => edition.funds.find((row) => row.group === group)?.name ?? ''
  const lines = [
    { label: '总额', ...fundSum(form.funds) },
    ...form.funds.map(({ group, ...amounts }) => ({ label: named(group), ...amounts })),
  ]
  const weight = formatWeight(edition.executionWeight)
  cell(sheet, top, [1, 1], `预算执行\n情况\n（${weight}分）`, { bottom: top + lines.length })
  const heads: [readonly [number, number], string][] = [
    [[2, 3], '年度预算数（万元）'],
    [[4, 4], '年初预算'],
    [[5, 6], '调整后预算数'],
    [[7, 8], '预算执行数'],
    [[9, 9], '执行率'],
    [[10, 10], '权重'],
    [[11, 11], '得分'],
    [[12, 12], '原因'],
  ]
  for (const [columns, text] of heads) cell(sheet, top, columns, text)
  sheet.getRow(top).height = heightOf(1)
  const reason = [form.fundsReason, form.adjustmentReason, form.carriedReason]
    .filter((text) => text.trim() !== '')
    .join('\n')
  cell(sheet, top + 1, [12, 12], reason, { bottom: top + lines.length, align: 'left' })
  for (const [index, { label, initial, revised, paid }] of lines.entries()) {
    const row = top + 1 + index
    const at = (left: number, right = left) => ({ top: row, left, bottom: row, right })
    const rate = index === 0 ? score.rate : executionRate({ budget: revised, paid })
    put(sheet, at(2, 3), label)
    put(sheet, at(4), wanValue(initial), money)
    put(sheet, at(5, 6), wanValue(revised), money)
    put(sheet, at(7, 8), wanValue(paid), money)
    cell(sheet, row, [9, 9], rate ? percentText(rate) : '—')
    if (index === 0) {
      put(sheet, at(10), pointsValue(edition.executionWeight), pointsDress)
      put(sheet, at(11), pointsValue(shownResult(form, score).execution), pointsDress)
    } else {
      cell(sheet, row, [10, 10], '—')
      cell(sheet, row, [11, 11], '—')
    }
    sheet.getRow(row).height = heightOf(1)
  }
  return top + lines.length + 1
}

function writeEntries(writing: FormWriting, top: number): number {
  const { sheet, form, score } = writing
  const heads = [
    '一级指标',
    '二级指标',
    '三级指标',
    '指标性质',
    '指标值',
    '度量单位',
    '完成值',
    '权重',
    '得分',
  ]
  const bottom = top + form.entries.length
  cell(sheet, top, [1, 1], `绩效指标\n（${formatWeight(score.edition.indicatorTotal)}分）`, { bottom })
  for (const [index, text] of heads.entries()) cell(sheet, top, [index + 2, index + 2], text)
  cell(sheet, top, [11, lastColumn], '未完成原因分析')
  sheet.getRow(top).height = heightOf(1)
  for (const [index, entry] of form.entries.entries()) {
    const row = top + 1 + index
    const at = (column: number) => ({ top: row, left: column, bottom: row, right: column })
    cell(sheet, row, [2, 2], entry.level1)
    cell(sheet, row, [3, 3], entry.level2)
    cell(sheet, row, [4, 4], entry.name, { align: 'left' })
    cell(sheet, row, [5, 5], entry.operator)
    cell(sheet, row, [6, 6], entry.value)
    cell(sheet, row, [7, 7], entry.unit)
    cell(sheet, row, [8, 8], entry.actual)
    put(sheet, at(9), pointsValue(entry.weight), pointsDress)
    put(sheet, at(10), entryPoints(writing, entry), pointsDress)
    cell(sheet, row, [11, lastColumn], entry.deviation, { align: 'left' })
    sheet.getRow(row).height = heightFor(widths, [
      [entry.level1, [2, 2]],
      [entry.level2, [3, 3]],
      [entry.name, [4, 4]],
      [entry.value, [6, 6]],
      [entry.unit, [7, 7]],
      [entry.actual, [8, 8]],
      [entry.deviation, [11, lastColumn]],
    ])
  }
  const sum = bottom + 1
  const full = form.entries.reduce((all, { weight }) => all + (weight ?? 0), score.edition.executionWeight)
  cell(sheet, sum, [1, 8], '合计')
  put(sheet, { top: sum, left: 9, bottom: sum, right: 9 }, pointsValue(full), pointsDress)
  const total = pointsValue(shownResult(form, score).total)
  put(sheet, { top: sum, left: 10, bottom: sum, right: 10 }, total, pointsDress)
  cell(sheet, sum, [11, lastColumn], '')
  sheet.getRow(sum).height = heightOf(1)
  return sum + 1
}

function writeTexts({ sheet, form, score }: FormWriting, top: number): number {
  const { total, grade } = shownResult(form, score)
  const result =
    total === null
      ? ''
      : `自评总分 ${formatWeight(total)} 分${grade === '' ? '' : `，等级为${grades[grade]}`}。`
  const rows: [string, string][] = [
    ['评价结论', `${result}${form.summary}`],
    ['存在问题', form.problems],
    ['改进措施', form.measures],
  ]
  if (form.department.opinion !== '') rows.push(['主管部门意见', form.department.opinion])
  for (const [index, [label, text]] of rows.entries()) {
    const row = top + index
    cell(sheet, row, [1, 1], label)
    cell(sheet, row, [2, lastColumn], text, { align: 'left' })
    sheet.getRow(row).height = heightFor(widths, [[text, [2, lastColumn]]], 2)
  }
  return top + rows.length
}
