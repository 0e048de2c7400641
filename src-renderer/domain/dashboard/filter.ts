import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
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

/** A unit with all units under it. */
export function unitsUnder(unitId: string, units: BoardIndex['units']): ReadonlySet<string> {
  const under = new Set([unitId])
  const childrenOf = new Map<string, string[]>()
  for (const { id, parentId } of units) childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), id])
  const waiting = [unitId]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
    for (const child of childrenOf.get(id) ?? []) {
      if (under.has(child)) continue
      under.add(child)
      waiting.push(child)
    }
  return under
}

/**
 * The lines that a filter leaves. A department's or government's own goal is left out of sums beside its projects, unless
 * it is what was asked for; money without a goal has no book and no kind.
 */
export function filteredItems(index: Pick<BoardIndex, 'items' | 'units'>, filter: BoardFilter): Item[] {
  const under = filter.unit === '' ? null : unitsUnder(filter.unit, index.units)
  return index.items.filter(
    (item) =>
      (under === null || under.has(item.unitId)) &&
      (filter.section === '' || item.sectionId === filter.section) &&
      (filter.book === '' || item.book === filter.book) &&
      (filter.kind === '' ? item.isSummed : item.kind === filter.kind),
  )
}
