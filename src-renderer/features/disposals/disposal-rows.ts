import type { Calendar } from '#domain/calendar'
import type { Day, Moment } from '#domain/dates'
import type { CauseKind, Disposal } from '#domain/disposals/disposal'
import { waitsForUnit } from '#domain/disposals/disposal'
import { type DisposalState, disposalFlow, disposalStateList } from '#domain/disposals/flow'
import { type DisposalGroup, disposalGroupList, groupOf } from '#domain/disposals/groups'
import { type Measure, measureList, measures } from '#domain/disposals/rules'
import { type DeadlineStanding, deadlineStanding, deadlineWord } from '#domain/home/deadlines'
import { ledgerMatch } from '#domain/ledger-match'
import { addUp, type Fen } from '#domain/money'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sortedBy, stablySortedBy } from '#ui/sorted'

/** One line of the ledger. */
export type DisposalRow = {
  id: string
  disposal: Disposal
  name: string
  unitId: string
  group: DisposalGroup
  /** How the deadline stands; null where the unit has nothing to do. */
  deadline: DeadlineStanding | null
  holder: string
  /** Days that the bureau's turn is late. */
  late: number
}

/** A disposal as its line on a day. */
export function rowOfDisposal(
  disposal: Disposal,
  { today, now, calendars }: { today: Day; now: Moment; calendars: readonly Calendar[] },
): DisposalRow {
  const { id, name, unitId, state, dueOn, heldSince } = disposal
  const isUnits = waitsForUnit(state) && dueOn !== ''
  return {
    id,
    disposal,
    name,
    unitId,
    group: groupOf(disposal, today),
    deadline: isUnits ? deadlineStanding(dueOn, today, calendars) : null,
    holder: holderName(disposalFlow, state),
    late: overdueDays(disposalFlow, state, heldSince, now),
  }
}

/** What is left of the deadline, in the words that the first page has for it. */
export function leftText({ deadline }: Pick<DisposalRow, 'deadline'>): string {
  if (deadline === null) return ''
  return `${deadline.standing === 'late' ? '■ ' : ''}${deadlineWord(deadline)}`
}

export type DisposalFilter = {
  group: DisposalGroup | ''
  state: DisposalState | ''
  unit: string
  section: string
  measure: Measure | ''
  cause: string
  round: string
  search: string
}
export const filterKeys = [
  'group',
  'state',
  'unit',
  'section',
  'measure',
  'cause',
  'round',
  'search',
] as const

/** The filter in an address; a to-do names a state, the tabs a group. */
export function readFilter(address: URLSearchParams): DisposalFilter {
  const of = (key: (typeof filterKeys)[number]) => address.get(key) ?? ''
  return {
    group: disposalGroupList.find((each) => each === of('group')) ?? '',
    state: disposalStateList.find((each) => each === of('state')) ?? '',
    unit: of('unit'),
    section: of('section'),
    measure: measureList.find((each) => each === of('measure')) ?? '',
    cause: of('cause'),
    round: of('round'),
    search: of('search'),
  }
}

/** Rows that the filter lets through; the group is left out where its counts are wanted. */
export function filterRows(
  rows: readonly DisposalRow[],
  filter: DisposalFilter,
  units: readonly Unit[],
  anyGroup = false,
): DisposalRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter((row) => {
    const { disposal } = row
    return (
      (anyGroup || filter.group === '' || row.group === filter.group) &&
      (filter.state === '' || disposal.state === filter.state) &&
      (filter.measure === '' || disposal.measure === filter.measure) &&
      (filter.cause === '' || disposal.causes.some(({ kind }) => kind === filter.cause)) &&
      (filter.round === '' || disposal.roundId === filter.round) &&
      matches(row.unitId, [row.name, disposal.code, disposal.letterNumber])
    )
  })
}

function sortValue({ name, group, disposal }: DisposalRow, column: string): string | number {
  if (column === 'name') return name
  if (column === 'measure') return measureList.indexOf(disposal.measure)
  if (column === 'amount') return disposal.amount ?? -1
  if (column === 'due') return disposal.dueOn
  if (column === 'number') return disposal.letterNumber
  return column === 'state' ? disposalGroupList.indexOf(group) : 0
}

const urgency: readonly DisposalGroup[] = [
  'overdue',
  'proposed',
  'acting',
  'answered',
  'reviewed',
  'closed',
  'dropped',
]

/** Sorted copy; without a choice what is late first, then along the road, the nearest deadline first. */
export function sortRows(rows: readonly DisposalRow[], column: string, descending: boolean): DisposalRow[] {
  if (column !== '') return sortedBy(rows, (row) => sortValue(row, column), descending)
  const byDeadline = sortedBy(rows, ({ disposal }) => disposal.dueOn)
  return stablySortedBy(byDeadline, ({ group }) => urgency.indexOf(group))
}

export type DisposalFigures = {
  count: number
  dropped: number
  overdue: number
  closed: number
  due: number
  amount: Fen
}

/** 处置, 逾期, 销号 of what was decided, and the money that is to be taken back; what was dropped counts by itself. */
export function figuresOf(rows: readonly DisposalRow[]): DisposalFigures {
  const counted = rows.filter(({ group }) => group !== 'dropped')
  return {
    count: counted.length,
    dropped: rows.length - counted.length,
    overdue: counted.filter(({ group }) => group === 'overdue').length,
    closed: counted.filter(({ group }) => group === 'closed').length,
    due: counted.filter(({ group }) => group !== 'proposed').length,
    amount: addUp(counted.map(({ disposal }) => disposal.amount)),
  }
}

/** Names of the causes that occur, for the filter. */
export function causesIn(rows: readonly DisposalRow[]): CauseKind[] {
  return [...new Set(rows.flatMap(({ disposal }) => disposal.causes.map(({ kind }) => kind)))]
}

/** How many rows have each measure, in words: 督促加快 12，调整预算 5. */
export function measureCounts(rows: readonly DisposalRow[]): string {
  return measureList
    .map((measure) => [measure, rows.filter(({ disposal }) => disposal.measure === measure).length] as const)
    .filter(([, count]) => count > 0)
    .map(([measure, count]) => `${measures[measure]} ${count} 项`)
    .join('，')
}
