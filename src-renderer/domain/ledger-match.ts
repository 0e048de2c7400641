import { grouped } from './grouped.ts'
import type { Unit } from './year-book.ts'

/** What every ledger of units' records filters by; '' lets all through. */
export type LedgerWish = { unit: string; section: string; search: string }

/** The unit and all units below it, however deep. */
export function unitsWithin(units: readonly Pick<Unit, 'id' | 'parentId'>[], rootId: string): Set<string> {
  const childrenOf = grouped(units, ({ parentId }) => parentId)
  const within = new Set([rootId])
  // A set gives what is added while it is gone through; a circle of parents ends where it closes.
  for (const id of within) for (const child of childrenOf.get(id) ?? []) within.add(child.id)
  return within
}

/**
 * Decides whether a record is wished for: of the unit or one below it, of a unit that the section looks after, and with
 * the sought words in one of its own texts or in its unit's name or pinyin initials. Width and case of letters do not
 * matter. Units that are not known have no section and no name.
 */
export function ledgerMatch(
  wish: LedgerWish,
  units: readonly Unit[],
): (unitId: string, texts: readonly string[]) => boolean {
  const within = wish.unit === '' ? null : unitsWithin(units, wish.unit)
  const sectionOf = new Map(units.map(({ id, sectionId }) => [id, sectionId]))
  const wanted = alike(wish.search).trim()
  const has = (text: string) => alike(text).includes(wanted)
  const named = new Set(units.filter(({ name, initials }) => has(name) || has(initials)).map(({ id }) => id))
  return (unitId, texts) => {
    if (within && !within.has(unitId)) return false
    if (wish.section !== '' && sectionOf.get(unitId) !== wish.section) return false
    return wanted === '' || named.has(unitId) || texts.some(has)
  }
}

function alike(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
