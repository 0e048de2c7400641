import { type Assessment, cutOf, whyAssessed } from '#domain/assessments/assessment'
import { assessmentFlow } from '#domain/assessments/flow'
import { shortNeed } from '#domain/assessments/need'
import { type AssessmentState, assessmentStates, conclusions } from '#domain/assessments/result'
import type { AssessmentKind } from '#domain/assessments/rules'
import type { Moment } from '#domain/dates'
import { ledgerMatch } from '#domain/ledger-match'
import type { Fen } from '#domain/money'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { NeedOfGoal } from '#storage/assessments'
import { sortedBy } from '#ui/sorted'

export const groups = {
  unlisted: '应评未列',
  running: '办理中',
  concluded: '已出结论',
  exempt: '免评',
} as const
export type Group = keyof typeof groups
const groupList = Object.keys(groups) as Group[] // the keys of the table

/** One line of the ledger: an assessment, or a goal that needs one and has none. */
export type AssessmentRow = {
  /** Of the assessment, or of the goal where there is none. */
  id: string
  goalId: string
  assessmentId: string
  name: string
  unitId: string
  kind: AssessmentKind
  amount: Fen | null
  recommended: Fen | null
  cut: Fen | null
  why: string
  /** In a few words, for the column. */
  shortWhy: string
  clause: string
  group: Group
  state: AssessmentState | 'unlisted'
  /** State, or the conclusion where there is one. */
  word: string
  holder: string
  overdue: number
  assessment: Assessment | null
}

export function rowOfAssessment(assessment: Assessment, now: Moment): AssessmentRow {
  const { id, goalId, name, unitId, kind, amount, recommended, state, conclusion } = assessment
  const isConcluded = state === 'concluded'
  return {
    id,
    goalId,
    assessmentId: id,
    name,
    unitId,
    kind,
    amount,
    recommended: isConcluded ? recommended : null,
    cut: isConcluded ? cutOf(assessment) : null,
    why: whyAssessed(assessment),
    shortWhy: assessment.need ? shortNeed(assessment.need) : `另行列入：${assessment.addedReason}`,
    clause: assessment.need?.clause ?? '',
    state,
    group: state === 'concluded' || state === 'exempt' ? state : 'running',
    word: isConcluded && conclusion !== '' ? conclusions[conclusion] : assessmentStates[state],
    holder: holderName(assessmentFlow, state),
    overdue: overdueDays(assessmentFlow, state, assessment.heldSince, now),
    assessment,
  }
}

export function rowOfNeed({ goal, need }: NeedOfGoal): AssessmentRow {
  const filled = goal.preAssessment.trim() === '' ? '' : `；表中填有：${goal.preAssessment}`
  return {
    id: goal.id,
    goalId: goal.id,
    assessmentId: '',
    name: goal.name,
    unitId: goal.unitId,
    kind: goal.kind === 'policy' ? 'policy' : 'project',
    amount: goal.total,
    recommended: null,
    cut: null,
    why: need ? `${need.what}，超过 ${need.line}${filled}` : '',
    shortWhy: need ? shortNeed(need) : '',
    clause: need?.clause ?? '',
    group: 'unlisted',
    state: 'unlisted',
    word: groups.unlisted,
    holder: '',
    overdue: 0,
    assessment: null,
  }
}

export type AssessmentFilter = {
  group: Group | ''
  unit: string
  section: string
  word: string
  search: string
}
export const filterKeys = ['group', 'unit', 'section', 'word', 'search'] as const

export function readFilter(address: URLSearchParams): AssessmentFilter {
  const group = address.get('group') ?? ''
  return {
    group: groupList.find((each) => each === group) ?? '',
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    word: address.get('word') ?? '',
    search: address.get('search') ?? '',
  }
}

/** Rows that the filter lets through; the group is left to the caller where `anyGroup` is set, for its counts. */
export function filterRows(
  rows: readonly AssessmentRow[],
  filter: AssessmentFilter,
  units: readonly Unit[],
  anyGroup = false,
): AssessmentRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (anyGroup || filter.group === '' || row.group === filter.group) &&
      (filter.word === '' || row.word === filter.word) &&
      matches(row.unitId, [row.name, row.assessment?.number ?? '']),
  )
}

/** Sorted copy; without a choice by group and then as listed. */
export function sortRows(
  rows: readonly AssessmentRow[],
  column: string,
  descending: boolean,
): AssessmentRow[] {
  const value = (row: AssessmentRow): string | number => {
    if (column === 'amount') return row.amount ?? -1
    if (column === 'recommended') return row.recommended ?? -1
    if (column === 'cut') return row.cut ?? -1
    if (column === 'name') return row.name
    if (column === 'word') return row.word
    return groupList.indexOf(row.group)
  }
  return sortedBy(rows, value, descending)
}
