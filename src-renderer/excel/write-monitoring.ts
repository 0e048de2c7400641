import type { Worksheet } from 'exceljs'
import { targetText } from '#domain/goals/goal'
import { type FundRow, fundGroups, fundTotal, type Monitoring } from '#domain/monitoring/monitoring'
import { executionRate, percentText } from '#domain/monitoring/ratio'
import { monthsText } from '#domain/monitoring/round'
import { likelihoods } from '#domain/monitoring/rules'
import { monitoringRules } from '#domain/monitoring/table'
import type { OwnerNames } from '#domain/unit-names'
import { bytesOf, heightOf, linesIn, loadExcel, put, wanFormat, wanValue } from './form-style.ts'
import { sheetName } from './write-names.ts'
import { setUpPage } from './write-page.ts'

/** Widths of the national form: levels, names, value, two values, five causes with their text, three likelihoods, remark. */
const widths = [11, 11, 20, 12, 13, 13, 6, 6, 6, 6, 6, 18, 6, 6, 6, 16]
const lastColumn = widths.length
const causeColumn = 7
const likelihoodColumn = 13
const tick = '√'
const centred = { align: 'center' } as const
const money = { align: 'right', format: wanFormat, shrink: true } as const

function widthOver(left: number, right: number): number {
  return widths.slice(left - 1, right).reduce((sum, width) => sum + width, 0)
}

function cell(sheet: Worksheet, row: number, left: number, right: number, text: string, bottom = row): void {
  put(sheet, { top: row, left, bottom, right }, text, centred)
}

function writeHead(sheet: Worksheet, form: Monitoring, names: OwnerNames): number {
  put(sheet, { top: 1, left: 1, bottom: 1, right: lastColumn }, '项目支出绩效目标执行监控表', {
    align: 'center',
    bold: true,
    size: 16,
    border: false,
  })
  sheet.getRow(1).height = 30
  put(sheet, { top: 2, left: 1, bottom: 2, right: lastColumn }, `（${names.year}年度）`, {
    ...centred,
    border: false,
  })
  const coded = (name: string, code: string) => (code ? `［${code}］${name}` : name)
  cell(sheet, 3, 1, 2, '项目名称')
  put(sheet, { top: 3, left: 3, bottom: 3, right: lastColumn }, coded(form.name, form.code))
  cell(sheet, 4, 1, 2, '主管部门及代码')
  put(sheet, { top: 4, left: 3, bottom: 4, right: 6 }, coded(names.department, names.departmentCode))
  cell(sheet, 4, 7, 11, '实施单位')
  put(sheet, { top: 4, left: 12, bottom: 4, right: lastColumn }, names.unit)
  for (const row of [3, 4]) sheet.getRow(row).height = heightOf(1)
  return 5
}

function writeFunds(sheet: Worksheet, top: number, form: Monitoring): number {
  const months = monthsText(form.month).replaceAll(' ', '')
  const lines: [string, Omit<FundRow, 'group'>][] = [
    ['年度资金总额', fundTotal(form.funds)],
    ...form.funds.map((row): [string, FundRow] => [`其中：${fundGroups[row.group]}`, row]),
  ]
  cell(sheet, top, 1, 2, '项目资金\n（万元）', top + lines.length)
  cell(sheet, top, 3, 4, '')
  cell(sheet, top, 5, 6, '年初预算数')
  cell(sheet, top, 7, 11, `${months}执行数`)
  cell(sheet, top, 12, 12, `${months}执行率`)
  cell(sheet, top, 13, lastColumn, '全年预计执行数')
  for (const [index, [label, row]] of lines.entries()) {
    const at = top + 1 + index
    const rate = executionRate(row)
    put(sheet, { top: at, left: 3, bottom: at, right: 4 }, label)
    put(sheet, { top: at, left: 5, bottom: at, right: 6 }, wanValue(row.budget), money)
    put(sheet, { top: at, left: 7, bottom: at, right: 11 }, wanValue(row.paid), money)
    put(sheet, { top: at, left: 12, bottom: at, right: 12 }, rate ? percentText(rate) : '', centred)
    put(sheet, { top: at, left: 13, bottom: at, right: lastColumn }, wanValue(row.forecast), money)
    sheet.getRow(at).height = heightOf(1)
  }
  return top + lines.length + 1
}

function writeLong(sheet: Worksheet, row: number, label: string, text: string): number {
  cell(sheet, row, 1, 2, label)
  put(sheet, { top: row, left: 3, bottom: row, right: lastColumn }, text)
  const lines = Math.max(2, linesIn(text, widthOver(3, lastColumn)), linesIn(label, widthOver(1, 2)))
  sheet.getRow(row).height = heightOf(lines)
  return row + 1
}

function writeGridHead(sheet: Worksheet, top: number, form: Monitoring): void {
  const months = monthsText(form.month).replaceAll(' ', '')
  const single = ['一级指标', '二级指标', '三级指标', '年度指标值', `${months}执行情况`, '全年预计完成情况']
  for (const [index, text] of single.entries()) cell(sheet, top, index + 1, index + 1, text, top + 1)
  cell(sheet, top, causeColumn, causeColumn + 5, '偏差原因分析')
  for (const [index, { name }] of monitoringRules.causes.entries())
    cell(sheet, top + 1, causeColumn + index, causeColumn + index, name)
  cell(sheet, top + 1, causeColumn + 5, causeColumn + 5, '原因说明')
  cell(sheet, top, likelihoodColumn, likelihoodColumn + 2, '完成目标可能性')
  for (const [index, word] of Object.values(likelihoods).entries())
    cell(sheet, top + 1, likelihoodColumn + index, likelihoodColumn + index, word)
  cell(sheet, top, lastColumn, lastColumn, '备注', top + 1)
  sheet.getRow(top).height = heightOf(1)
  sheet.getRow(top + 1).height = heightOf(3)
}

function writeEntries(sheet: Worksheet, top: number, form: Monitoring): number {
  for (const [index, entry] of form.entries.entries()) {
    const row = top + index
    const one = (column: number, text: string, dress: Parameters<typeof put>[3] = centred) =>
      put(sheet, { top: row, left: column, bottom: row, right: column }, text, dress)
    const left = { align: 'left' } as const
    one(1, entry.level1)
    one(2, entry.level2)
    one(3, entry.name, left)
    one(4, targetText(entry))
    one(5, entry.actual)
    // 空时写“无”, as the reported data have it.
    one(6, entry.forecast || '无')
    for (const [at, { id }] of monitoringRules.causes.entries())
      one(causeColumn + at, entry.causes.includes(id) ? tick : '')
    one(causeColumn + 5, entry.causeText || '无偏差', left)
    for (const [at, key] of Object.keys(likelihoods).entries())
      one(likelihoodColumn + at, entry.likelihood === key ? tick : '')
    one(lastColumn, '')
    const texts: [string, number][] = [
      [entry.name, 3],
      [entry.level2, 2],
      [entry.actual, 5],
      [entry.forecast, 6],
      [entry.causeText, causeColumn + 5],
    ]
    const lines = texts.map(([text, column]) => linesIn(text, widthOver(column, column)))
    sheet.getRow(row).height = heightOf(Math.max(...lines))
  }
  return top + form.entries.length
}

/** 项目支出绩效目标执行监控表 (annex of 财预〔2019〕136号) of one form as an .xlsx file. */
export async function monitoringFormWorkbook(form: Monitoring, names: OwnerNames): Promise<Uint8Array> {
  const excel = await loadExcel()
  const book = new excel.Workbook()
  const sheet = book.addWorksheet(sheetName(form.name || '监控表', new Set()))
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width
  const funds = writeHead(sheet, form, names)
  const goal = writeLong(sheet, writeFunds(sheet, funds, form), '年度总体目标', form.annualGoal)
  writeGridHead(sheet, goal, form)
  let last = writeEntries(sheet, goal + 2, form)
  // The national form has one field of text; what the county adds to it is only drawn where it is filled.
  if (form.fundsReason !== '') last = writeLong(sheet, last, '资金执行偏差原因', form.fundsReason)
  last = writeLong(sheet, last, '预计年底不能完成目标的原因及拟采取的措施', form.measures)
  if (form.summary !== '') last = writeLong(sheet, last, '总体情况', form.summary)
  put(
    sheet,
    { top: last, left: 1, bottom: last, right: lastColumn },
    '单位负责人：　　　　　　　　填报人：　　　　　　　　联系电话：　　　　　　　　填报日期：　　年　　月　　日',
    { border: false },
  )
  sheet.getRow(last).height = 34
  setUpPage(sheet, { lastRow: last, lastColumn, titles: [goal, goal + 1], landscape: true })
  return bytesOf(book)
}
