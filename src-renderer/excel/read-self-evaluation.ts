import type { ReadSelfEntry, ReadSelfEvaluation } from '#domain/evaluation/read-self-evaluation'
import type { ReadIndicator } from '#domain/goals/read-form'
import { parseWeight } from '#domain/goals/weights'
import { plain, rowOf, type SheetText, textAt } from './cells.ts'
import type { MoneyUnit } from './funds.ts'
import type { GridHead } from './grid-head.ts'
import type { FormRows } from './read-monitoring.ts'
import { readMoneyBlock } from './self-evaluation-funds.ts'

const unsaid = /^[/\\—–-]*$/

/** What a 自评表 reports: money with its score, indicators with score and deviation, and the texts around them. */
export function readSelfEvaluation(
  sheet: SheetText,
  { from, head, end }: FormRows,
  indicators: readonly ReadIndicator[],
  unit: MoneyUnit,
): ReadSelfEvaluation {
  const { funds, executionScore, reason } = readMoneyBlock(sheet, from, head.row, unit)
  const below = textsBelow(sheet, end, head)
  return {
    editionId: head.columns.operator === undefined ? 'national' : 'sichuan',
    funds,
    executionScore,
    fundsReason: reason,
    completion: completionIn(sheet, from, head.row),
    process: beside(sheet, from, head.row, /实施内容(及|和)?(实施)?过程|项目实施(内容|情况)/),
    entries: indicators.map((indicator) => entryOf(sheet, head, indicator)),
    ...below,
  }
}

function entryOf(sheet: SheetText, head: GridHead, indicator: ReadIndicator): ReadSelfEntry {
  const row = rowOf(indicator.cell)
  const deviation = deviationColumn(sheet, head)
  const said = (text: string | null) => (text === null || unsaid.test(plain(text)) ? '' : text)
  const score = said(indicator.score)
  const points = indicator.weight === null ? null : parseWeight(`${indicator.weight}`)
  return {
    level1: indicator.level1 ?? '',
    level2: indicator.level2 ?? '',
    name: indicator.level3 ?? '',
    target: indicator.target ?? '',
    operator: indicator.operator ?? '',
    value: indicator.value ?? '',
    unit: indicator.unit ?? '',
    weight: points,
    actual: said(indicator.actual),
    score: parseWeight(score),
    scoreText: score,
    deviation: deviation === undefined ? '' : said(textAt(sheet, row, deviation)),
    cell: indicator.cell,
  }
}

/** The last column whose head speaks of a deviation, a reason or what is done about it. */
function deviationColumn(sheet: SheetText, head: GridHead): number | undefined {
  const lowest = head.row + head.depth - 1
  for (let column = sheet.width - 1; column >= 0; column--)
    for (const row of [lowest, head.row]) {
      const cell = sheet.rows[row]?.[column]
      if (!cell || cell.left !== column) continue
      if (/偏差|未完成.{0,4}原因|原因分析|改进措施/.test(plain(cell.text))) return column
    }
  return undefined
}

/** What stands beneath 实际完成情况 beside the year's goal. */
function completionIn(sheet: SheetText, from: number, to: number): string {
  for (let row = from; row < to - 1; row++)
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.left !== column || cell.top !== row) continue
      const label = plain(cell.text)
      if (!/^(年度|全年)?(总体|绩效)?(目标)?(实际)?完成情况$|^实际完成情况/.test(label)) continue
      const text = textAt(sheet, row + 1, column)
      if (text !== '' && plain(text) !== label) return text
    }
  return ''
}

/** The text to the right of a label. */
function beside(sheet: SheetText, from: number, to: number, label: RegExp): string {
  for (let row = from; row < to; row++)
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.left !== column || cell.top !== row || !label.test(plain(cell.text))) continue
      const text = textAt(sheet, row, (cell.right ?? column) + 1)
      if (text !== '') return text
    }
  return ''
}

const summary = /^(评价结论|自评结论|绩效自评结论|自评总结|总体评价|综合评价)/
const problems = /^(存在的?(主要)?问题|主要问题|问题及原因)/
const measures = /^(改进措施|改进意见|下一步|有关建议|工作建议|相关建议)/
const total = /^(合计|总分|总计|总得分|自评总分)/
const formEnd =
  /^\*?(项目|政策|专项)名称|(监控|申报|自评|目标|评价)表(\(.*\))?$|^(单位负责人|填报人|填表人|项目负责)/
const mostRows = 16

/** The total and the wide texts beneath a grid, each behind its label. */
function textsBelow(
  sheet: SheetText,
  from: number,
  head: GridHead,
): Pick<ReadSelfEvaluation, 'total' | 'summary' | 'problems' | 'measures'> {
  const found = { total: null as number | null, summary: '', problems: '', measures: '' }
  const { score } = head.columns
  for (let row = from; row < Math.min(sheet.rows.length, from + mostRows); row++) {
    const cells = (sheet.rows[row] ?? []).filter(({ text, top, left }, column) => {
      return text !== '' && top === row && left === column
    })
    const [label, value] = cells.map(({ text }) => text)
    const key = plain(label ?? '')
    if (formEnd.test(key)) break
    const text = value !== undefined && !unsaid.test(plain(value)) ? value : ''
    if (total.test(key) && score !== undefined) found.total ??= parseWeight(textAt(sheet, row, score))
    else if (summary.test(key)) found.summary ||= text
    else if (problems.test(key)) found.problems ||= text
    else if (measures.test(key)) found.measures ||= text
  }
  return found
}
