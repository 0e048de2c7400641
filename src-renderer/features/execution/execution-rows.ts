import {
  type ExecutionNotice,
  type ExecutionState,
  executionNotices,
  executionStates,
  type LedgerLine,
} from '#domain/execution/ledger'
import { type Figures, sumFigures } from '#domain/execution/totals'
import { type BudgetBook, budgetBooks } from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { sortedBy, stablySortedBy } from '#ui/sorted'

export type ExecutionFilter = {
  unit: string
  section: string
  book: BudgetBook | ''
  state: ExecutionState | ''
  notice: ExecutionNotice | ''
  search: string
}
export const filterKeys = ['unit', 'section', 'book', 'state', 'notice', 'search'] as const

export function readFilter(address: URLSearchParams): ExecutionFilter {
  const of = (key: (typeof filterKeys)[number]) => address.get(key) ?? ''
  return {
    ...{ unit: of('unit'), section: of('section'), search: of('search') },
    book: keyOf(budgetBooks, of('book')),
    state: keyOf(executionStates, of('state')),
    notice: keyOf(executionNotices, of('notice')),
  }
}

function keyOf<Key extends string>(table: Readonly<Record<Key, string>>, text: string): Key | '' {
  return (Object.keys(table) as Key[]).find((key) => key === text) ?? '' // the keys of the table
}

export function filterRows(
  rows: readonly LedgerLine[],
  filter: ExecutionFilter,
  units: readonly Unit[],
): LedgerLine[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (filter.book === '' || row.book === filter.book) &&
      (filter.state === '' || row.state === filter.state) &&
      (filter.notice === '' || row.notices.includes(filter.notice)) &&
      matches(row.unitId, [row.name, row.code, row.unitName]),
  )
}

/** The sums of what is shown; the reference counts only where there is one. */
export function sumsOf(rows: readonly LedgerLine[]): Figures {
  return sumFigures(rows.map(({ figures }) => figures))
}

const states = Object.keys(executionStates)

function sortValue({ name, state, figures }: LedgerLine, column: string): string | number {
  if (column === 'name') return name
  if (column === 'state') return states.indexOf(state)
  if (column === 'adjusted') return figures.adjusted
  if (column === 'allocated') return figures.allocated
  if (column === 'paid') return figures.paid
  if (column === 'gap') return figures.gap
  return column === 'rate' ? (figures.rate ?? -1) : 0
}

/** Sorted copy; without a choice what waits for a person first, then what is farthest behind. */
export function sortRows(rows: readonly LedgerLine[], column: string, descending: boolean): LedgerLine[] {
  if (column !== '') return stablySortedBy(rows, (row) => sortValue(row, column), descending)
  const waits = ({ state }: LedgerLine) => (state === 'unmatched' ? 0 : state === 'other' ? 2 : 1)
  const farthest = sortedBy(rows, ({ figures }) => figures.gap)
  return stablySortedBy(farthest, waits)
}
