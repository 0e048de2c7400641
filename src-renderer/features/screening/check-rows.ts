import { ledgerMatch } from '#domain/ledger-match'
import { type SpotCheckState, spotCheckFlow, spotCheckStateList } from '#domain/spot-checks/flow'
import {
  type PickWay,
  pickWays,
  type SpotCheck,
  type Verdict,
  verdicts,
} from '#domain/spot-checks/spot-check'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sortedBy } from '#ui/sorted'

/** A check as the ledger shows it. */
export type CheckRow = SpotCheck & { holder: string; overdue: number; untrue: number }

export function rowOfCheck(check: SpotCheck, now: string): CheckRow {
  return {
    ...check,
    holder: holderName(spotCheckFlow, check.state),
    overdue: overdueDays(spotCheckFlow, check.state, check.heldSince, now),
    untrue: check.lines.filter(({ verdict }) => verdict === 'false').length,
  }
}

export type CheckFilter = {
  unit: string
  section: string
  state: SpotCheckState | ''
  way: PickWay | ''
  verdict: Verdict | ''
  pick: string
  round: string
  search: string
}
export const checkFilterKeys = [
  'unit',
  'section',
  'state',
  'way',
  'verdict',
  'pick',
  'round',
  'search',
] as const

function keyIn<Key extends string>(table: Readonly<Record<Key, string>>, text: string | null): Key | '' {
  return (Object.keys(table) as Key[]).find((key) => key === text) ?? '' // the keys of the table
}

export function readCheckFilter(address: URLSearchParams): CheckFilter {
  return {
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    state: spotCheckStateList.find((state) => state === address.get('state')) ?? '',
    way: keyIn(pickWays, address.get('way')),
    verdict: keyIn(verdicts, address.get('verdict')),
    pick: address.get('pick') ?? '',
    round: address.get('round') ?? '',
    search: address.get('search') ?? '',
  }
}

export function filterChecks(
  rows: readonly CheckRow[],
  filter: CheckFilter,
  units: readonly Unit[],
): CheckRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (filter.state === '' || row.state === filter.state) &&
      (filter.way === '' || row.way === filter.way) &&
      (filter.verdict === '' || row.verdict === filter.verdict) &&
      (filter.pick === '' || row.pickId === filter.pick) &&
      (filter.round === '' || row.roundId === filter.round) &&
      matches(row.unitId, [row.name, row.code, row.checkers]),
  )
}

const verdictOrder: readonly (Verdict | '')[] = ['', 'true', 'mostly', 'false']

function sortValue(row: CheckRow, column: string): string | number {
  if (column === 'name') return row.name
  if (column === 'points') return row.points
  if (column === 'checkedOn') return row.checkedOn
  if (column === 'verdict') return verdictOrder.indexOf(row.verdict)
  return spotCheckStateList.indexOf(row.state)
}

/** Sorted copy; without a choice the newest pick first. */
export function sortChecks(rows: readonly CheckRow[], column: string, descending: boolean): CheckRow[] {
  if (column === '') return rows.toReversed()
  return sortedBy(rows, (row) => sortValue(row, column), descending)
}
