import type { Moment } from '#domain/dates'
import {
  isHandedIn,
  type SelfEvaluationState,
  selfEvaluationFlow,
  selfEvaluationStateList,
  selfEvaluationStates,
} from '#domain/evaluation/self-evaluation-flow'
import type { SelfEvaluationLine } from '#domain/evaluation/self-evaluation-line'
import { type Grade, grades } from '#domain/grade'
import { ledgerMatch } from '#domain/ledger-match'
import { meanOf } from '#domain/mean'
import { percentText } from '#domain/monitoring/ratio'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sortedBy, sortedByRatio } from '#ui/sorted'

export const gradeList = Object.keys(grades) as Grade[] // the keys of the table

/** One line of the ledger: a form with its rate, total and grade, and whose turn it is. */
export type SelfEvaluationRow = SelfEvaluationLine & { rateText: string; holder: string; overdue: number }

export function rowOfLine(line: SelfEvaluationLine, now: Moment): SelfEvaluationRow {
  const row: SelfEvaluationRow = {
    rateText: line.rate ? percentText(line.rate) : '',
    holder: holderName(selfEvaluationFlow, line.state),
    overdue: overdueDays(selfEvaluationFlow, line.state, line.heldSince, now),
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    ...line,
  }
  // What is still being written has no grade yet: half a form would be 差.
  if (!isHandedIn(line.state)) row.grade = ''
  return row
}

export const groups = {
  missing: '未报',
  submitted: selfEvaluationStates.submitted,
  confirmed: selfEvaluationStates.confirmed,
  collected: selfEvaluationStates.collected,
} as const
export type Group = keyof typeof groups
const groupList = Object.keys(groups) as Group[] // the keys of the table

export function groupOf(state: SelfEvaluationState): Group {
  return state === 'draft' || state === 'returned' ? 'missing' : state
}

export type SelfEvaluationFilter = {
  group: Group | ''
  unit: string
  section: string
  /** A grade, or 'none' for what has no total yet. */
  grade: string
  search: string
}
export const filterKeys = ['group', 'unit', 'section', 'grade', 'search'] as const

/** The filter in an address; a state (from a to-do) stands for its group. */
export function readFilter(address: URLSearchParams): SelfEvaluationFilter {
  const state = selfEvaluationStateList.find((each) => each === address.get('state'))
  const group = groupList.find((each) => each === address.get('group'))
  return {
    group: group ?? (state ? groupOf(state) : ''),
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    grade: address.get('grade') ?? '',
    search: address.get('search') ?? '',
  }
}

/** Rows that the filter lets through; the group is left out where its counts are wanted. */
export function filterRows(
  rows: readonly SelfEvaluationRow[],
  filter: SelfEvaluationFilter,
  units: readonly Unit[],
  anyGroup = false,
): SelfEvaluationRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (anyGroup || filter.group === '' || groupOf(row.state) === filter.group) &&
      (filter.grade === '' || (row.grade || 'none') === filter.grade) &&
      matches(row.unitId, [row.name, row.code]),
  )
}

function sortValue(row: SelfEvaluationRow, column: string): string | number {
  if (column === 'name') return row.name
  if (column === 'total' || column === 'grade') return row.total ?? -1
  if (column === 'department') return row.department.total ?? -1
  return column === 'state' ? selfEvaluationStateList.indexOf(row.state) : 0
}

/** Sorted copy; without a choice what is furthest behind on its road first. */
export function sortRows(
  rows: readonly SelfEvaluationRow[],
  column: string,
  descending: boolean,
): SelfEvaluationRow[] {
  if (column === 'rate') return sortedByRatio(rows, ({ rate }) => rate, descending)
  return sortedBy(rows, (row) => sortValue(row, column || 'state'), descending)
}

export type SelfEvaluationFigures = {
  due: number
  reported: number
  /** Mean of the totals of what was handed in, in hundredths, rounded half up; null without one. */
  mean: number | null
  grades: Readonly<Record<Grade, number>>
}

/** What the rows come to. */
export function figuresOf(rows: readonly SelfEvaluationRow[]): SelfEvaluationFigures {
  const reported = rows.filter(({ state }) => isHandedIn(state))
  const counts = { excellent: 0, good: 0, medium: 0, poor: 0 }
  for (const { grade } of rows) if (grade !== '') counts[grade] += 1
  return {
    due: rows.length,
    reported: reported.length,
    mean: meanOf(reported.flatMap(({ total }) => total ?? [])),
    grades: counts,
  }
}
