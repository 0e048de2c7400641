import {
  type BudgetBook,
  budgetBooks,
  type GoalStatus,
  goalStatuses,
  type ObjectKind,
  objectKinds,
} from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import type { GoalRow } from '#storage/goals'

export const findingFilters = {
  any: '有问题',
  error: '有错误',
  warning: '有关注',
  clean: '无错误',
  none: '无问题',
} as const
export type FindingFilter = keyof typeof findingFilters

/** What the ledger shows; kept in the address, so it survives a reload and can be linked to. */
export type LedgerFilter = {
  unit: string
  section: string
  book: BudgetBook | ''
  kind: ObjectKind | ''
  status: GoalStatus | ''
  finding: FindingFilter | ''
  search: string
}

export const filterKeys = ['unit', 'section', 'book', 'kind', 'status', 'finding', 'search'] as const

function oneOf<Key extends string>(table: Record<Key, string>, text: string): Key | '' {
  return Object.hasOwn(table, text) ? (text as Key) : '' // `hasOwn` has just proved it
}

export function readFilter(address: URLSearchParams): LedgerFilter {
  const at = (key: string) => address.get(key) ?? ''
  return {
    unit: at('unit'),
    section: at('section'),
    book: oneOf(budgetBooks, at('book')),
    kind: oneOf(objectKinds, at('kind')),
    status: oneOf(goalStatuses, at('status')),
    finding: oneOf(findingFilters, at('finding')),
    search: at('search'),
  }
}

export function filterRows(
  rows: readonly GoalRow[],
  filter: LedgerFilter,
  units: readonly Unit[],
): GoalRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (!filter.book || row.book === filter.book) &&
      (!filter.kind || row.kind === filter.kind) &&
      (!filter.status || row.status === filter.status) &&
      hasFinding(row, filter.finding) &&
      matches(row.unitId, [row.name, row.code, row.initials]),
  )
}

function hasFinding(row: GoalRow, finding: FindingFilter | ''): boolean {
  const { errors, warnings, hints } = row.health
  if (finding === 'any') return errors + warnings + hints > 0
  if (finding === 'error') return errors > 0
  if (finding === 'warning') return warnings > 0
  if (finding === 'clean') return errors === 0
  if (finding === 'none') return errors + warnings + hints === 0
  return true
}
