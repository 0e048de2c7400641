import {
  type ExecutionNotice,
  type ExecutionState,
  executionNotices,
  executionStates,
  type LedgerLine,
} from '#domain/execution/ledger'
import { formatRate } from '#domain/execution/rate'
import { type Figures, sumFigures } from '#domain/execution/totals'
import { type BudgetBook, budgetBooks } from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import { formatWan } from '#domain/money'
import type { Unit } from '#domain/year-book'
import type { LineFigure } from '#ui/FigureLine.tsx'
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

/** Whether the treasury shows anything of it: where it does not, nothing is known to be paid, not even 0. */
export function isKnown({ state }: Pick<LedgerLine, 'state'>): boolean {
  return state !== 'missing'
}

/** The sums of what is shown; the reference counts only where there is one. */
export function sumLine(rows: readonly LedgerLine[]): LineFigure[] {
  const planned = rows.filter(({ reference }) => reference !== null)
  const [{ adjusted, paid, rate }, against] = [sumsOf(rows), sumsOf(planned)]
  const hasPaid = rows.some(isKnown)
  const only = planned.length < rows.length && planned.length > 0 ? '（不含未对应的）' : ''
  return [
    { name: '调整后预算', value: formatWan(adjusted), unit: '万元' },
    { name: '支出', value: hasPaid ? formatWan(paid) : '—', unit: '万元' },
    { name: '支出进度', value: formatRate(hasPaid ? rate : null), unit: '' },
    { name: `项目参照${only}`, value: formatRate(against.referenceRate), unit: '' },
    { name: '项目比参照', value: planned.length > 0 ? formatWan(against.gap) : '—', unit: '万元' },
  ]
}

function sumsOf(rows: readonly LedgerLine[]): Figures {
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
