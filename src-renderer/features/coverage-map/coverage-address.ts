import { type Stage, stageList } from '#domain/coverage-map/stages'
import type { CoverageFilter } from '#domain/coverage-map/sums'
import { bookList, objectKindList } from '#domain/coverage-map/sums'
import { unitsWithin } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'

/** What the address says: counted by number or by money, and what is narrowed. */
export type CoverageChoice = {
  by: 'count' | 'money'
  unit: string
  section: string
  kind: CoverageFilter['kind']
  book: CoverageFilter['book']
}

export function readChoice(address: URLSearchParams): CoverageChoice {
  const text = (key: string) => address.get(key) ?? ''
  return {
    by: text('by') === 'money' ? 'money' : 'count',
    unit: text('unit'),
    section: text('section'),
    kind: objectKindList.find((kind) => kind === text('kind')) ?? '',
    book: bookList.find((book) => book === text('book')) ?? '',
  }
}

/** The stage of a list; 绩效目标 where the address names none. */
export function readStage(address: URLSearchParams): Stage {
  return stageList.find((stage) => stage === address.get('stage')) ?? 'goal'
}

/** The units that are chosen and reached; null for all. */
export function chosenUnits(
  { unit, section }: Pick<CoverageChoice, 'unit' | 'section'>,
  units: readonly Unit[],
  reached: ReadonlySet<string> | null,
): ReadonlySet<string> | null {
  if (unit === '' && section === '' && reached === null) return null
  const under = unit === '' ? null : unitsWithin(units, unit)
  const chosen = units.filter(
    ({ id, sectionId }) =>
      (under === null || under.has(id)) &&
      (section === '' || sectionId === section) &&
      (reached === null || reached.has(id)),
  )
  return new Set(chosen.map(({ id }) => id))
}

/** The address of the list behind a cell. */
export function listPath(stage: Stage, parts: Readonly<Record<string, string>>): string {
  const address = new URLSearchParams({ stage })
  for (const [key, value] of Object.entries(parts)) if (value !== '') address.set(key, value)
  return `/coverage/list?${address.toString()}`
}
