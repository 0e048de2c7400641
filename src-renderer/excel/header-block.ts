import { address, plain, type SheetText, textAt } from './cells.ts'
import { goalKind, isLabel, labelKey } from './header-labels.ts'

export type Found = { text: string; cell: string }

const fundLabel =
  /(资金总额|申请总额|预算总额|总预算|当年预算|财政拨款|财政资金|财政专户|一般公共预算|政府性基金|国有资本|社会保险|社保基金|单位资金|自有资金|事业收入|经营性?收入|其他资金|其他收入|上年结转|^基本支出$|^项目支出$|^合计$|^总额$|^小计$|转移支付|单位自筹)/

/** The value that belongs to a label: the next filled place to its right that is not a label itself. */
function valueRightOf(sheet: SheetText, row: number, column: number): Found | undefined {
  const cell = sheet.rows[row]?.[column]
  let next = (cell?.right ?? column) + 1
  while (next < sheet.width) {
    const text = textAt(sheet, row, next)
    if (text !== '') return isLabel(text) ? undefined : { text, cell: address(row, next) }
    next = (sheet.rows[row]?.[next]?.right ?? next) + 1
  }
  return undefined
}

/** Label and value glued in one cell (填报单位(盖章):某所), also several such pairs in one line. */
function inlineValues(text: string): [string, string][] {
  if (!/[:：]/.test(text)) return []
  const parts = text.trim().split(/\s{2,}|\n|\s+(?=[^\s:：]{2,12}[:：])/)
  return parts.flatMap((part): [string, string][] => {
    const match = /^([^:：]{2,16})[:：]\s*(\S[\s\S]*)$/.exec(part)
    const value = match?.[2]?.replace(/\s+20\d{2}年.*$/, '').trim()
    return match?.[1] && value && !/^万?元$/.test(value) ? [[match[1], value]] : []
  })
}

/** All fields that stand between two rows of a sheet, labels found anywhere. The first filled place of a label counts. */
export function readFields(sheet: SheetText, from: number, to: number): Record<string, Found> {
  const fields: Record<string, Found> = {}
  const inline: Record<string, Found> = {}
  for (let row = from; row < to; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.text === '' || cell.left !== column || cell.top !== row) continue
      const key = labelKey(cell.text)
      const value = key && valueRightOf(sheet, row, column)
      if (key && value) fields[key] ??= value
      if (key) continue
      for (const [label, text] of inlineValues(cell.text)) {
        const pairKey = labelKey(label)
        if (pairKey) inline[pairKey] ??= { text, cell: address(row, column) }
      }
    }
  }
  // A label with its value in the next cell is surer than a line such as 项目单位(盖章):… 单位:万元.
  return { ...inline, ...fields }
}

/** 年度目标 and 长期目标: to the right of their label, or beneath it where the labels stand side by side. */
export function readGoals(
  sheet: SheetText,
  from: number,
  to: number,
): { annual: string[]; longTerm: string } {
  const goals = { annual: [] as string[], longTerm: '' }
  for (let row = from; row < to; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      if (cell.text === '' || cell.left !== column || cell.top !== row) continue
      const kind = goalKind(cell.text)
      if (!kind) continue
      const text = goalText(sheet, row, column)
      if (kind === 'long-term') goals.longTerm ||= text
      else if (text && goals.annual.length === 0) goals.annual = splitGoals(text)
    }
  }
  return goals
}

const resultLabel = /(完成情况|完成目标|实际完成|完成结果)$/
/** What the grid begins with, also with its points: 绩效指标（90分）. */
const sectionLabel = /^(年度|项目)?(年度)?(绩效)?指标(\(.*\))?$|^一级指标|^指标(类型|大类)/

function goalText(sheet: SheetText, row: number, column: number): string {
  const right = valueRightOf(sheet, row, column)
  const cell = sheet.rows[row]?.[column]
  const under = cell ? textAt(sheet, cell.bottom + 1, column) : ''
  const below = isLabel(under) || sectionLabel.test(plain(under)) ? '' : under
  const isHead = right === undefined || resultLabel.test(plain(right.text))
  if (isHead) return below
  return right.text
}

/** Numbered goals (目标1：… 目标2：…) become one entry each; other text stays whole. */
function splitGoals(text: string): string[] {
  const parts = text
    .split(/(?=目标\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:：])/)
    .map((part) => part.replace(/^目标\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:：]\s*/, '').trim())
  return parts.filter((part) => part !== '')
}

/** Whether the text of a label names a line of the money block. */
export function isFundLabel(text: string): boolean {
  const label = plain(text)
  return label.length <= 30 && fundLabel.test(label) && !/^项目资金(来源)?(\(.*\))?$/.test(label)
}
