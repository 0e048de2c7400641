import { grouped } from '../grouped.ts'
import { formatWanExact } from '../money.ts'
import { normaliseText } from '../target.ts'
import {
  attributes,
  budgetBooks,
  budgetKinds,
  durations,
  fundingSources,
  type GoalContent,
  type Indicator,
  importances,
  objectKinds,
  projectCategories,
  type Task,
  targetText,
} from './goal.ts'
import { formatWeight } from './weights.ts'

export type ContentChange = { field: string; label: string; from: string; to: string }

/** Chinese names of the fields, as on the form. */
export const fieldLabels: Record<keyof GoalContent, string> = {
  kind: '管理对象',
  book: '预算类型',
  unitId: '单位',
  code: '项目代码',
  name: '项目名称',
  responsible: '责任主体',
  contact: '联系人',
  phone: '联系电话',
  category: '项目类别',
  budgetKind: '预算项目种类',
  importance: '重要程度',
  attribute: '项目属性',
  duration: '项目类型',
  startsOn: '开始日期',
  endsOn: '结束日期',
  basis: '立项依据',
  overview: '项目概况',
  necessity: '必要性',
  feasibility: '可行性',
  total: '资金总额',
  funding: '资金来源',
  annualGoals: '年度目标',
  longTermGoal: '长期目标',
  indicators: '绩效指标',
  tasks: '年度主要任务',
  preAssessment: '事前评估',
  disclosed: '是否公开',
  disclosureReason: '不公开原因',
  secret: '是否涉密',
  remarks: '其他说明',
}

const chosen: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: objectKinds,
  book: budgetBooks,
  category: projectCategories,
  budgetKind: budgetKinds,
  importance: importances,
  attribute: attributes,
  duration: durations,
}

/** The text of a plain field as a person reads it. */
function plainText(field: string, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return chosen[field]?.[value] ?? value
}

function fundingText(content: GoalContent): string {
  return content.funding
    .filter((line) => line.amount !== null)
    .map((line) => `${fundingSources[line.source]} ${formatWanExact(line.amount)}`)
    .sort()
    .join('；')
}

const indicatorParts: readonly [string, string, (indicator: Indicator) => string][] = [
  ['level1', '一级指标', (one) => one.level1],
  ['level2', '二级指标', (one) => one.level2],
  ['value', '指标值', (one) => (one.operator === '定性' ? `定性 ${targetText(one)}` : targetText(one))],
  ['weight', '权重', (one) => formatWeight(one.weight)],
  ['longTermTarget', '中长期指标值', (one) => one.longTermTarget],
  ['basis', '设定依据', (one) => one.basis],
  ['method', '取值方式', (one) => one.method],
  ['source', '数据来源', (one) => one.source],
  ['scoring', '评分规则', (one) => one.scoring],
  ['note', '备注', (one) => one.note],
]

const taskParts: readonly [string, string, (task: Task) => string][] = [
  ['content', '主要内容', (task) => task.content],
  ['total', '总额', (task) => formatWanExact(task.total)],
  ['fiscal', '财政拨款', (task) => formatWanExact(task.fiscal)],
  ['other', '其他资金', (task) => formatWanExact(task.other)],
]

/** Whether two texts read alike: white space at the ends and kinds of line break make no difference. */
function isSameText(left: string, right: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim()
  return plain(left) === plain(right)
}

type Row = { id: string; name: string }

/** Pairs rows by level and name, the n-th with the n-th where a name is used more than once. */
export function pairRows<T extends Row>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (row: T) => string,
): { paired: { before: T | undefined; after: T }[]; removed: T[] } {
  const waiting = grouped(before, keyOf)
  const paired = after.map((row) => ({ before: waiting.get(keyOf(row))?.shift(), after: row }))
  return { paired, removed: [...waiting.values()].flat() }
}

/** What makes an indicator the same one in two states of a form: its level and its name. */
export function indicatorKey(row: Indicator): string {
  return normaliseText(`${row.level2}\n${row.name}`)
}

const taskKey = (row: Task) => normaliseText(row.name)

function diffRows<T extends Row>(
  field: 'indicators' | 'tasks',
  word: string,
  before: readonly T[],
  after: readonly T[],
  parts: readonly [string, string, (row: T) => string][],
  keyOf: (row: T) => string,
): ContentChange[] {
  const textOf = (row: T) => [row.name, ...parts.map(([, , read]) => read(row))].filter(Boolean).join(' ')
  const { paired, removed } = pairRows(before, after, keyOf)
  const changes: ContentChange[] = []
  for (const { before: old, after: row } of paired) {
    if (!old) {
      changes.push({ field: `${field}.${row.id}`, label: `${word}“${row.name}”`, from: '', to: textOf(row) })
      continue
    }
    for (const [part, label, read] of parts) {
      const [from, to] = [read(old), read(row)]
      if (!isSameText(from, to))
        changes.push({
          field: `${field}.${row.id}.${part}`,
          label: `${word}“${row.name}”的${label}`,
          from,
          to,
        })
    }
  }
  for (const row of removed)
    changes.push({ field: `${field}.${row.id}`, label: `${word}“${row.name}”`, from: textOf(row), to: '' })
  const order = paired.flatMap(({ before: old }) => (old ? [before.indexOf(old)] : []))
  if (order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0)))
    changes.push({ field, label: `${word}的顺序`, from: '', to: '已调整' })
  return changes
}

function textOfField(content: GoalContent, field: keyof GoalContent): string {
  if (field === 'total') return formatWanExact(content.total)
  if (field === 'funding') return fundingText(content)
  if (field === 'annualGoals') return content.annualGoals.map((goal) => goal.trim()).join('\n')
  const value = content[field]
  return typeof value === 'string' || typeof value === 'boolean' ? plainText(field, value) : ''
}

/** What changed between two states of a form, field by field and row by row, as text a person can read. */
export function diffContent(before: GoalContent, after: GoalContent): ContentChange[] {
  const fields = Object.keys(fieldLabels) as (keyof GoalContent)[] // the table names every field exactly once
  return fields.flatMap((field): ContentChange[] => {
    if (field === 'indicators')
      return diffRows(field, '指标', before.indicators, after.indicators, indicatorParts, indicatorKey)
    if (field === 'tasks') return diffRows(field, '任务', before.tasks, after.tasks, taskParts, taskKey)
    const [from, to] = [textOfField(before, field), textOfField(after, field)]
    return isSameText(from, to) ? [] : [{ field, label: fieldLabels[field], from, to }]
  })
}

/** One line of two forms side by side. */
export type SideLine = { field: string; label: string; left: string; right: string; differs: boolean }

function sideRows<T extends Row>(
  field: 'indicators' | 'tasks',
  word: string,
  left: readonly T[],
  right: readonly T[],
  parts: readonly [string, string, (row: T) => string][],
  keyOf: (row: T) => string,
): SideLine[] {
  const textOf = (row: T | undefined) =>
    row
      ? parts
          .map(([, , read]) => read(row))
          .filter(Boolean)
          .join(' ')
      : '—'
  const { paired, removed } = pairRows(left, right, keyOf)
  const line = (old: T | undefined, row: T | undefined): SideLine => {
    const [from, to] = [textOf(old), textOf(row)]
    const { id = '', name = '' } = row ?? old ?? {}
    return {
      field: `${field}.${id}`,
      label: `${word}“${name}”`,
      left: from,
      right: to,
      differs: !isSameText(from, to),
    }
  }
  return [
    ...paired.map(({ before, after }) => line(before, after)),
    ...removed.map((row) => line(row, undefined)),
  ]
}

/** Two states of a form whole, field beside field and row beside row, empty fields left out. */
export function sideBySide(left: GoalContent, right: GoalContent): SideLine[] {
  const fields = Object.keys(fieldLabels) as (keyof GoalContent)[] // the table names every field exactly once
  return fields.flatMap((field): SideLine[] => {
    if (field === 'unitId') return []
    if (field === 'indicators')
      return sideRows(field, '指标', left.indicators, right.indicators, indicatorParts, indicatorKey)
    if (field === 'tasks') return sideRows(field, '任务', left.tasks, right.tasks, taskParts, taskKey)
    const [from, to] = [textOfField(left, field), textOfField(right, field)]
    if (from === '' && to === '') return []
    return [{ field, label: fieldLabels[field], left: from, right: to, differs: !isSameText(from, to) }]
  })
}

/** Whether two forms say the same; ids of rows and empty amounts make no difference. */
export function sameContent(a: GoalContent, b: GoalContent): boolean {
  return diffContent(a, b).length === 0
}
