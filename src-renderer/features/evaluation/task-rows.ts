import { combined } from '#domain/evaluation/combine'
import { type FeedbackState, feedbackOf, feedbackStateList } from '#domain/evaluation/feedback'
import { type EvaluationScope, evaluationScopes } from '#domain/evaluation/indicator-system'
import type { EvaluationRules } from '#domain/evaluation/rules'
import {
  type EvaluationTask,
  type KeptSheet,
  type TaskLevel,
  type TaskState,
  taskLevels,
} from '#domain/evaluation/task'
import { rulesForTask } from '#domain/evaluation/task-checks'
import { taskStateList } from '#domain/evaluation/task-flow'
import type { Grade } from '#domain/grade'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { sortedBy } from '#ui/sorted'

/** One line of the ledger. */
export type TaskRow = {
  id: string
  task: EvaluationTask
  name: string
  unitId: string
  /** Experts with a signed sheet, and all of them. */
  signed: number
  experts: number
  /** What it came to, or what the signed sheets come to so far; null before there is a result. Hundredths. */
  total: number | null
  grade: Grade | ''
}

/** A task as its line; a total is shown only once the sheets are put together. */
export function rowOfTask(
  task: EvaluationTask,
  sheets: readonly KeptSheet[],
  rules: EvaluationRules,
): TaskRow {
  const signed = new Set(
    sheets.filter(({ round, signedAt }) => round === 1 && signedAt !== '').map(({ expertId }) => expertId),
  ).size
  const base = {
    id: task.id,
    task,
    name: task.name,
    unitId: task.unitId,
    signed,
    experts: task.experts.length,
  }
  if (task.frozen) return { ...base, total: task.frozen.total, grade: task.frozen.grade }
  if (task.state !== 'combining' && task.state !== 'asked') return { ...base, total: null, grade: '' }
  if (task.draft && sheets.length === 0) return { ...base, total: task.draft.total, grade: task.draft.grade }
  const { total, grade } = combined(task.system, sheets, rulesForTask(task, rules))
  return { ...base, total, grade }
}

/** The evaluated unit knows of an evaluation once its work has begun, or materials were listed for it. */
export function isNoticed({ state, materials }: Pick<EvaluationTask, 'state' | 'materials'>): boolean {
  return state === 'preparing' ? materials.length > 0 : state !== 'stopped'
}

/** The unit sees the result of its own evaluation once it is asked about it. */
export function isShownToUnit({ state }: Pick<EvaluationTask, 'state'>): boolean {
  return state === 'asked' || state === 'concluded'
}

export type TaskFilter = {
  state: TaskState | ''
  scope: EvaluationScope | ''
  level: TaskLevel | ''
  feedback: FeedbackState | ''
  unit: string
  section: string
  search: string
}
export const taskFilterKeys = ['state', 'scope', 'level', 'feedback', 'unit', 'section', 'search'] as const

const scopeList = Object.keys(evaluationScopes) as EvaluationScope[] // the keys of the table
const levelList = Object.keys(taskLevels) as TaskLevel[] // the keys of the table

export function readTaskFilter(address: URLSearchParams): TaskFilter {
  const of = (key: (typeof taskFilterKeys)[number]) => address.get(key) ?? ''
  return {
    state: taskStateList.find((each) => each === of('state')) ?? '',
    scope: scopeList.find((each) => each === of('scope')) ?? '',
    level: levelList.find((each) => each === of('level')) ?? '',
    feedback: feedbackStateList.find((each) => each === of('feedback')) ?? '',
    unit: of('unit'),
    section: of('section'),
    search: of('search'),
  }
}

export function filterTasks(rows: readonly TaskRow[], filter: TaskFilter, units: readonly Unit[]): TaskRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    ({ task, name, unitId }) =>
      (filter.state === '' || task.state === filter.state) &&
      (filter.scope === '' || task.scope === filter.scope) &&
      (filter.level === '' || task.level === filter.level) &&
      (filter.feedback === '' || feedbackOf(task)?.state === filter.feedback) &&
      matches(unitId, [name, task.code, task.number]),
  )
}

function sortValue({ task, name, total, signed }: TaskRow, column: string): string | number {
  switch (column) {
    case 'name':
      return name
    case 'scope':
      return scopeList.indexOf(task.scope)
    case 'level':
      return levelList.indexOf(task.level)
    case 'due':
      return task.dueOn
    case 'state':
      return taskStateList.indexOf(task.state)
    case 'total':
      return total ?? -1
    case 'signed':
      return signed
    default:
      return task.number
  }
}

/** Sorted copy; without a choice by number. */
export function sortTasks(rows: readonly TaskRow[], column: string, descending: boolean): TaskRow[] {
  return sortedBy(rows, (row) => sortValue(row, column), descending)
}

export type TaskFigures = { count: number; working: number; concluded: number; overdue: number }

/** 任务, 在办, 已结论 and past their day; what was stopped counts nowhere. */
export function taskFigures(rows: readonly TaskRow[], today: string): TaskFigures {
  const counted = rows.filter(({ task }) => task.state !== 'stopped')
  const working = counted.filter(({ task }) => task.state !== 'concluded')
  return {
    count: counted.length,
    working: working.length,
    concluded: counted.length - working.length,
    overdue: working.filter(({ task }) => task.dueOn !== '' && task.dueOn < today).length,
  }
}
