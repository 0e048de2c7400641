import type { RegisterEntry } from '#domain/supervision/register'
import { type RegisterKind, registerKind, registerKindList } from '#domain/supervision/register-kinds'
import { checkEntry, dueOf, type Standing, standingOf, standingWord } from '#domain/supervision/standing'
import { sortedBy } from '#ui/sorted'

export type RegisterRow = {
  id: string
  entry: RegisterEntry
  kindName: string
  standing: Standing
  word: string
  dueOn: string
  /** How many fields are missing or unfit. */
  faults: number
}

export const standings: Readonly<Record<Standing, string>> = {
  open: '办理中',
  late: '已逾期',
  done: '已办结',
  none: '无需跟踪',
}

export type RegisterFilter = { kind: RegisterKind | ''; standing: string; search: string }
export const filterKeys = ['kind', 'standing', 'search'] as const

export function readFilter(address: URLSearchParams): RegisterFilter {
  const kind = registerKindList.find((each) => each === address.get('kind')) ?? ''
  return { kind, standing: address.get('standing') ?? '', search: address.get('search') ?? '' }
}

export function rowOf(entry: RegisterEntry, today: string): RegisterRow {
  return {
    id: entry.id,
    entry,
    kindName: registerKind(entry.kind).name,
    standing: standingOf(entry, today),
    word: standingWord(entry, today),
    dueOn: dueOf(entry),
    faults: checkEntry(entry).length,
  }
}

/** The rows under the filters; `anyKind` leaves the tabs out, for their counts. */
export function filterRows(
  rows: readonly RegisterRow[],
  filter: RegisterFilter,
  _units: unknown,
  anyKind = false,
): RegisterRow[] {
  const words = filter.search.trim().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ entry, standing, kindName }) =>
      (anyKind || filter.kind === '' || entry.kind === filter.kind) &&
      (filter.standing === '' || standing === filter.standing) &&
      words.every((word) =>
        [kindName, entry.title, entry.text, entry.persons, ...Object.values(entry.values)].some((text) =>
          text.includes(word),
        ),
      ),
  )
}

/** Newest first, unless a column is chosen. */
export function sortRows(rows: readonly RegisterRow[], column: string, descending: boolean): RegisterRow[] {
  const keys: Readonly<Record<string, (row: RegisterRow) => string>> = {
    day: ({ entry }) => entry.day,
    title: ({ entry }) => entry.title,
    kind: ({ kindName }) => kindName,
    due: ({ dueOn }) => dueOn,
    standing: ({ word }) => word,
  }
  const key = keys[column] ?? (({ entry }: RegisterRow) => entry.day)
  const isUp = column !== '' && !descending
  const up = sortedBy(rows, key)
  return isUp ? up : up.toReversed()
}
