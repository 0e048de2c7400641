import type { YearRules } from '../year-rules.ts'
import { type LibraryIndicator, levelsIn, type Sector } from './indicator.ts'
import { entryKey, type OwnIndicator, ownEntry } from './own-indicator.ts'
import { readRows } from './read-rows.ts'
import { affairsRows } from './rows-affairs.ts'
import { landRows } from './rows-land.ts'
import { peopleRows } from './rows-people.ts'
import { sharedRows } from './rows-shared.ts'
import { worksRows } from './rows-works.ts'

const tables = [worksRows, landRows, peopleRows, affairsRows, sharedRows].map(readRows)

/** The 指标库 that comes with the program; 共性指标 last. */
export const library: readonly LibraryIndicator[] = tables.flatMap((table) => table.entries)
export const sectors: readonly Sector[] = tables.flatMap((table) => table.sectors)

/** The sector that suits every project. */
export const commonSector = 'common'

const names = new Map(sectors.map((sector) => [sector.id, sector.name]))

export function sectorName(id: string): string {
  return names.get(id) ?? id
}

/**
 * The library with its levels in the frame of a year's rules: the county's own confirmed indicators first, each in the
 * place of a shipped one of the same name and second level.
 */
export function libraryIn(rules: YearRules, own: readonly OwnIndicator[] = []): LibraryIndicator[] {
  const confirmed = own.filter((each) => each.state === 'confirmed').map((each) => ownEntry(each, rules))
  const replaced = new Set(confirmed.map(entryKey))
  const shipped = library.map((entry) => ({ ...entry, ...levelsIn(entry, rules) }))
  return [...confirmed, ...shipped.filter((entry) => !replaced.has(entryKey(entry)))]
}

/** The whole set (整套) of a sector: 成本、数量、质量、时效、效益、满意度 in one balanced goal. */
export function wholeSet(entries: readonly LibraryIndicator[], sector: string): LibraryIndicator[] {
  return entries.filter((entry) => entry.sector === sector && entry.inSet)
}
