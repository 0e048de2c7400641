import {
  attributes,
  budgetBooks,
  budgetKinds,
  durations,
  fundingSources,
  type GoalContent,
  importances,
  objectKinds,
  projectCategories,
} from '#domain/goals/goal'
import type { FormNames } from '#domain/unit-names'
import { type Layout, labels } from './words.ts'

export type FormField = { label: string; text: string; choices?: readonly string[] }
export type FormRow =
  | { kind: 'pair'; left: FormField; right: FormField }
  | { kind: 'period'; startsOn: string; endsOn: string }
  | { kind: 'wide'; field: FormField; lines: number }
  | { kind: 'funds' }
  | { kind: 'tasks' }

/** Columns of all three forms (1 = A) and their widths; the third-level name and most values span several. */
export const widths = [14, 12, 14, 12, 14, 9, 12, 11, 11] as const
export const lastColumn = widths.length
export const columns = {
  label: 1,
  level1: 2,
  level2: 3,
  level3: 4,
  operator: 6,
  value: 7,
  unit: 8,
  weight: 9,
}

function pair(left: FormField, right: FormField): FormRow {
  return { kind: 'pair', left, right }
}

const yesNo = ['是', '否'] as const

function choice<T extends string>(
  table: Record<T, string>,
  key: T | '',
): Pick<FormField, 'text' | 'choices'> {
  return { text: key === '' ? '' : table[key], choices: Object.values(table) }
}

/** Several goals numbered as the ministry's form does; a single one stays as it is. */
function goalsText(goals: readonly string[]): string {
  const [first, ...more] = goals
  if (more.length === 0) return first ?? ''
  return goals.map((goal, index) => `目标${index + 1}：${goal}`).join('\n')
}

function nameRows(content: GoalContent, names: FormNames, layout: Layout): FormRow[] {
  const department: FormRow = pair(
    { label: labels.department, text: names.department },
    { label: labels.departmentCode, text: names.departmentCode },
  )
  if (layout === 'department') {
    // The form has no name of its own; one that is not the usual one must not be lost.
    const isUsual = content.name === '' || content.name === `${names.unit}部门整体支出`
    return [
      ...(isUsual ? [] : [wide(labels.project, content.name)]),
      pair({ label: labels.unitName, text: names.unit }, { label: labels.unitCode, text: names.unitCode }),
      department,
    ]
  }
  const name = content.kind === 'policy' ? labels.policy : labels.project
  return [
    pair({ label: name, text: content.name }, { label: labels.code, text: content.code }),
    department,
    pair({ label: labels.unit, text: names.unit }, { label: labels.unitCode, text: names.unitCode }),
  ]
}

function projectRows(content: GoalContent): FormRow[] {
  return [
    pair(
      { label: labels.responsible, text: content.responsible },
      { label: labels.category, ...choice(projectCategories, content.category) },
    ),
    pair(
      { label: labels.budgetKind, ...choice(budgetKinds, content.budgetKind) },
      { label: labels.importance, ...choice(importances, content.importance) },
    ),
    pair(
      { label: labels.attribute, ...choice(attributes, content.attribute) },
      { label: labels.duration, ...choice(durations, content.duration) },
    ),
    { kind: 'period', startsOn: content.startsOn, endsOn: content.endsOn },
  ]
}

function contactRows(content: GoalContent): FormRow[] {
  return [
    pair({ label: labels.contact, text: content.contact }, { label: labels.phone, text: content.phone }),
    pair(
      { label: labels.kind, ...choice(objectKinds, content.kind) },
      { label: labels.book, ...choice(budgetBooks, content.book) },
    ),
  ]
}

function wide(label: string, text: string, lines = 1): FormRow {
  return { kind: 'wide', field: { label, text }, lines }
}

function isFilled(row: FormRow): boolean {
  if (row.kind === 'pair') return row.left.text !== '' || row.right.text !== ''
  return row.kind === 'wide' ? row.field.text !== '' : true
}

/** What the form of a whole department has no place for is added only where somebody filled it in. */
function departmentExtras(content: GoalContent): FormRow[] {
  const period = projectRows(content).filter((row) => row.kind === 'period')
  const rows = [
    pair(
      { label: labels.category, ...choice(projectCategories, content.category) },
      { label: labels.budgetKind, ...choice(budgetKinds, content.budgetKind) },
    ),
    pair(
      { label: labels.attribute, ...choice(attributes, content.attribute) },
      { label: labels.duration, ...choice(durations, content.duration) },
    ),
    pair(
      { label: labels.preAssessment, text: content.preAssessment },
      { label: labels.code, text: content.code },
    ),
  ].filter(isFilled)
  if (content.importance === 'key') rows.push(wide(labels.importance, importances.key))
  return content.startsOn !== '' || content.endsOn !== '' ? [...rows, ...period] : rows
}

/**
 * The rows of a form above its indicators (rules.md 1.7, 2.5 E, 2.6). 其他说明 closes the block on purpose: a reader
 * that looks beneath an empty 年度目标 finds another label there and not the head of the indicators.
 */
export function formRows(content: GoalContent, names: FormNames, layout: Layout): FormRow[] {
  const reasons = [
    wide(labels.basis, content.basis, 2),
    wide(labels.overview, content.overview, 3),
    wide(labels.necessity, content.necessity),
    wide(labels.feasibility, content.feasibility),
  ]
  const disclosure = { label: labels.disclosure, text: yesNo[content.disclosed ? 0 : 1], choices: yesNo }
  const secrecy = pair(
    { label: labels.disclosureReason, text: content.disclosureReason },
    { label: labels.secret, text: yesNo[content.secret ? 0 : 1], choices: yesNo },
  )
  const isRestricted = content.secret || !content.disclosed || content.disclosureReason !== ''
  const goals = [
    ...(layout === 'national' || isRestricted ? [secrecy] : []),
    wide(labels.longTermGoal, content.longTermGoal),
    wide(labels.annualGoal, goalsText(content.annualGoals), 3),
    wide(labels.remarks, content.remarks),
  ]
  const head = nameRows(content, names, layout)
  if (layout === 'department') {
    return [
      ...head,
      pair({ label: labels.responsible, text: content.responsible }, disclosure),
      ...contactRows(content),
      ...departmentExtras(content),
      { kind: 'funds' },
      { kind: 'tasks' },
      ...reasons.filter(isFilled),
      ...goals,
    ]
  }
  // The Sichuan form is short: what no one filled in and the city does not ask for is left away.
  const optional = layout === 'sichuan' ? reasons.slice(2).filter(isFilled) : reasons.slice(2)
  return [
    ...head,
    ...projectRows(content),
    ...contactRows(content),
    { kind: 'funds' },
    ...(content.tasks.length > 0 ? [{ kind: 'tasks' } as const] : []),
    ...reasons.slice(0, 2),
    ...optional,
    pair({ label: labels.preAssessment, text: content.preAssessment }, disclosure),
    ...goals,
  ]
}

/** 资金来源 in two columns as they stand on the form. */
export const fundLines = (() => {
  const sources = Object.entries(fundingSources) as [keyof typeof fundingSources, string][]
  const half = Math.ceil(sources.length / 2)
  return sources.slice(0, half).map((left, index) => ({ left, right: sources[half + index] }))
})()
