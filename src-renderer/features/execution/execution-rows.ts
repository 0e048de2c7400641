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

const names = new Intl.Collator('zh-Hans-CN', { numeric: true })
const states = Object.keys(executionStates)

function compare(left: LedgerLine, right: LedgerLine, column: string): number {
  if (column === 'name') return names.compare(left.name, right.name)
  if (column === 'state') return states.indexOf(left.state) - states.indexOf(right.state)
  const { figures: one } = left
  const { figures: other } = right
  if (column === 'adjusted') return one.adjusted - other.adjusted
  if (column === 'allocated') return one.allocated - other.allocated
  if (column === 'paid') return one.paid - other.paid
  if (column === 'gap') return one.gap - other.gap
  if (column === 'rate') return (one.rate ?? -1) - (other.rate ?? -1)
  return 0
}

/** Sorted copy; without a choice what waits for a person first, then what is farthest behind. */
export function sortRows(rows: readonly LedgerLine[], column: string, descending: boolean): LedgerLine[] {
  const sign = descending ? -1 : 1
  if (column !== '') return rows.toSorted((left, right) => sign * compare(left, right, column))
  const waits = ({ state }: LedgerLine) => (state === 'unmatched' ? 0 : state === 'other' ? 2 : 1)
  return rows.toSorted(
    (left, right) =>
      waits(left) - waits(right) || compare(left, right, 'gap') || (left.id < right.id ? -1 : 1),
  )
}
