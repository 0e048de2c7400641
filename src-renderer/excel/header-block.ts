import { address, plain, type SheetText, textAt } from './cells.ts'

export type Found = { text: string; cell: string }

/** Labels of the form's upper part by the name of the field; compared without white space, width and colon. */
const labels: readonly [string, RegExp][] = [
  ['project', /^(项目|政策|专项)名称$/],
  ['departmentCode', /^主管部门(编码|代码)$/],
  ['department', /^(项目)?(主管部门|预算部门|主管单位)(及代码|名称|\(盖章\)|\(单位\))*$/],
  [
    'unit',
    /^(项目)?(实施|执行|承担|申报|填报|预算|建设)?单位(名称|及代码|\(盖章\))*$|^(项目)?(实施|执行)(单位|机构)(\(盖章\))?$/,
  ],
  ['unitName', /^(部门|单位|部门\(单位\)|部门（单位）)名称$/],
  ['unitCode', /^(单位|预算单位)(编码|代码)$/],
  ['code', /^项目(编码|代码|编号)$/],
  ['responsible', /^责任主体$/],
  ['contact', /^(项目)?(负责人|联系人)(及(联系)?电话)?$/],
  ['phone', /^联系电话$|^电话$/],
  ['category', /^项目类别$/],
  ['budgetKind', /^预算项目(种类|类别)$/],
  ['importance', /^(项目)?(重要程度|重点程度)$/],
  ['attribute', /^项目(属性|性质)$/],
  ['duration', /^项目(类型|周期)$/],
  ['period', /^项目(起止时间|期限|期|实施期|起止期限|实施期限)$/],
  ['startsOn', /^(计划)?开始(日期|时间)$/],
  ['endsOn', /^(计划)?(完成|结束)(日期|时间)$/],
  ['basis', /^(项目)?立项(的)?依据$|^项目申请理由$|^设立依据$/],
  ['overview', /^项目(概况|主要内容|基本情况|内容)$/],
  ['necessity', /^(项目)?(申报|设立|实施)?(的)?必要性$/],
  ['feasibility', /^(项目)?(申报|设立|实施)?(的)?可行性$/],
  ['book', /^(预算类型|预算类别|所属预算)$/],
  ['kind', /^(绩效|管理)对象$/],
  ['disclosure', /^是否公开$/],
  ['disclosureReason', /^不(予)?公开(的)?(原因|理由)$/],
  ['secret', /^是否涉密(项目)?$/],
  ['remarks', /^(其他说明的问题|其他需要说明的问题|其他说明)$/],
  ['preAssessment', /^事前(绩效)?评估(情况|结论|编号|编号及结论|结论及编号|编号与结论|意见)?$/],
]

const annualGoal =
  /^(年度|当年)?(绩效)?(总体)?(绩效)?(目标)$|^(项目绩效总目标|年度总体目标|总体绩效目标|当年绩效目标|预期目标|项目年度目标|年度绩效目标|项目绩效目标|总体目标|年度目标)$/
const longTermGoal = /^(长期|中期|中长期|实施期|项目总|项目总体)(绩效)?(总体)?目标(\(.*\))?$/
const fundLabel =
  /(资金总额|申请总额|预算总额|总预算|当年预算|财政拨款|财政资金|财政专户|一般公共预算|政府性基金|国有资本|社会保险|社保基金|单位资金|自有资金|事业收入|经营性?收入|其他资金|其他收入|上年结转|^基本支出$|^项目支出$|^合计$|^总额$|^小计$|转移支付|单位自筹)/

export function labelKey(text: string): string | undefined {
  const label = plain(text).replace(/[:：]$/, '')
  if (label === '' || label.length > 20) return undefined
  return labels.find(([, pattern]) => pattern.test(label))?.[0]
}

/** Whether a text is a label of the upper part, not a value. */
export function isLabel(text: string): boolean {
  const label = plain(text).replace(/[:：]$/, '')
  return labelKey(text) !== undefined || annualGoal.test(label) || longTermGoal.test(label)
}

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

function inlineValue(text: string): [string, string] | undefined {
  const match = /^\s*([^:：]{2,14})[:：]\s*(\S[\s\S]*)$/.exec(text)
  const value = match?.[2]?.replace(/\s+(金额)?单位[:：]\s*(万?元)\s*$/, '').trim()
  return match?.[1] && value && !/^万?元$/.test(value) ? [match[1], value] : undefined
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
      const pair = inlineValue(cell.text)
      const pairKey = pair && labelKey(pair[0])
      if (pair && pairKey) inline[pairKey] ??= { text: pair[1], cell: address(row, column) }
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
      const label = plain(cell.text).replace(/[:：]$/, '')
      const isLong = longTermGoal.test(label)
      if (!isLong && !annualGoal.test(label)) continue
      const text = goalText(sheet, row, column)
      if (isLong) goals.longTerm ||= text
      else if (text && goals.annual.length === 0) goals.annual = splitGoals(text)
    }
  }
  return goals
}

const resultLabel = /(完成情况|完成目标|实际完成|完成结果)$/
const sectionLabel = /^(年度|项目)?(年度)?(绩效)?指标$|^一级指标$/

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
