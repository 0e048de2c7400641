import { type RankingRow, ranked } from '#domain/evaluation/ranking'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import type { LedgerOrder } from '#ui/use-ledger'

const filterKeys = ['kind', 'level', 'grade', 'unit', 'section', 'search'] as const
export type RankingFilter = Record<(typeof filterKeys)[number], string>

function readFilter(address: URLSearchParams): RankingFilter {
  const at = (key: string) => address.get(key) ?? ''
  return {
    ...{ kind: at('kind'), level: at('level'), grade: at('grade') },
    ...{ unit: at('unit'), section: at('section'), search: at('search') },
  }
}

/** The place is that among what is shown: projects are ranked with projects once the filter says so, of whatever grade. */
function filterRows(
  rows: readonly RankingRow[],
  filter: RankingFilter,
  units: readonly Unit[],
): readonly RankingRow[] {
  const { kind, level, grade } = filter
  const matches = ledgerMatch(filter, units)
  const fitting = rows.filter(
    (row) =>
      (kind === '' || row.kind === kind) &&
      (level === '' || row.level === level) &&
      matches(row.unitId, [row.name]),
  )
  return ranked(fitting).filter((row) => grade === '' || row.grade === grade)
}

export const rankingOrder: LedgerOrder<RankingRow, RankingFilter> = {
  idOf: ({ taskId }) => taskId,
  filterKeys,
  readFilter,
  filterRows: (rows, filter, units, anyGroup) => (anyGroup ? rows : filterRows(rows, filter, units)),
  // No column can be sorted by.
  sortRows: (rows) => rows,
  usualColumn: 'place',
}
