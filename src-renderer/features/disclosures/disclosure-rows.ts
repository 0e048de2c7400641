import {
  type DisclosureItem,
  type DisclosurePlace,
  disclosureItemList,
  disclosurePlaces,
} from '#domain/disclosures/rules'
import { type DisclosureRow, type Standing, standingList } from '#domain/disclosures/standing'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { stablySortedBy } from '#ui/sorted'

export type DisclosureFilter = {
  standing: Standing | ''
  item: DisclosureItem | ''
  place: DisclosurePlace | ''
  unit: string
  section: string
  /** What is not as it was approved, or was late. */
  only: 'late' | 'differs' | ''
  search: string
}
export const filterKeys = ['standing', 'item', 'place', 'unit', 'section', 'only', 'search'] as const

/** The filter in an address. */
export function readFilter(address: URLSearchParams): DisclosureFilter {
  const of = (key: (typeof filterKeys)[number]) => address.get(key) ?? ''
  const places = Object.keys(disclosurePlaces) as DisclosurePlace[] // the keys of the table
  return {
    standing: standingList.find((each) => each === of('standing')) ?? '',
    item: disclosureItemList.find((each) => each === of('item')) ?? '',
    place: places.find((each) => each === of('place')) ?? '',
    unit: of('unit'),
    section: of('section'),
    only: of('only') === 'late' ? 'late' : of('only') === 'differs' ? 'differs' : '',
    search: of('search'),
  }
}

/** Rows that the filter lets through; the standing is left out where its counts are wanted. */
export function filterRows(
  rows: readonly DisclosureRow[],
  filter: DisclosureFilter,
  units: readonly Unit[],
  anyStanding = false,
): DisclosureRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (anyStanding || filter.standing === '' || row.standing === filter.standing) &&
      (filter.item === '' || row.item === filter.item) &&
      (filter.place === '' || row.rule.place === filter.place) &&
      (filter.only !== 'late' || row.late > 0) &&
      (filter.only !== 'differs' || row.differences.length > 0) &&
      matches(row.unitId, [row.name, row.code, row.record?.address ?? '']),
  )
}

/** What wants something done comes first. */
const urgency: readonly Standing[] = ['rectify', 'late', 'proposed', 'due', 'published', 'exempt']

/** Sorted copy; without a choice what is urgent first, the nearest deadline first. */
export function sortRows(
  rows: readonly DisclosureRow[],
  column: string,
  descending: boolean,
): DisclosureRow[] {
  const byUrgency = (left: DisclosureRow, right: DisclosureRow) =>
    urgency.indexOf(left.standing) - urgency.indexOf(right.standing) ||
    (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0) ||
    (left.objectId < right.objectId ? -1 : 1)
  const keys: Readonly<Record<string, (row: DisclosureRow) => string>> = {
    name: ({ name }) => name,
    item: ({ rule }) => rule.name,
    due: ({ dueOn }) => dueOn,
    on: ({ record }) => record?.publishedOn ?? '',
    state: ({ standing }) => `${urgency.indexOf(standing)}`,
  }
  const key = keys[column]
  if (column === 'money') return stablySortedBy(rows, ({ total }) => total ?? -1, descending)
  const urgent = rows.toSorted(byUrgency)
  return key ? stablySortedBy(urgent, key, descending) : urgent
}

/** A row as a person saw it. */
export function seenOf({ objectId, record }: DisclosureRow) {
  return { objectId, seenRevision: record?.revision ?? 0 }
}
