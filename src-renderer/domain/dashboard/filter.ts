import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
import { unitsWithin } from '../ledger-match.ts'
import type { BoardIndex } from './board-index.ts'
import type { Item } from './item.ts'

/** What the board is narrowed to; '' takes all. `month` 1–12. */
export type BoardFilter = {
  unit: string
  section: string
  book: BudgetBook | ''
  kind: ObjectKind | ''
  month: number
}

/**
 * The lines that a filter leaves. A department's or government's own goal is left out of sums beside its projects, unless
 * it is what was asked for; money without a goal has no book and no kind.
 */
export function filteredItems(index: Pick<BoardIndex, 'items' | 'units'>, filter: BoardFilter): Item[] {
  const under = filter.unit === '' ? null : unitsWithin(index.units, filter.unit)
  return index.items.filter(
    (item) =>
      (under === null || under.has(item.unitId)) &&
      (filter.section === '' || item.sectionId === filter.section) &&
      (filter.book === '' || item.book === filter.book) &&
      (filter.kind === '' ? item.isSummed : item.kind === filter.kind),
  )
}
