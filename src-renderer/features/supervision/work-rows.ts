import type { Actor } from '#domain/people/duties'
import { isLateWork, ownsWork, type WorkItem, workStates } from '#domain/supervision/work-item'
import type { Section } from '#domain/year-book'
import { sortedBy } from '#ui/sorted'

export type WorkRow = { id: string; item: WorkItem; sectionName: string; isLate: boolean; isMine: boolean }
export type WorkFilter = { section: string; state: string; late: string; mine: string; search: string }
export const workFilterKeys = ['section', 'state', 'late', 'mine', 'search'] as const

export function readWorkFilter(address: URLSearchParams): WorkFilter {
  const [section = '', state = '', late = '', mine = '', search = ''] = workFilterKeys.map(
    (key) => address.get(key) ?? '',
  )
  return { section, state, late, mine, search }
}

export function workRows(
  items: readonly WorkItem[],
  sections: readonly Section[],
  by: Actor,
  today: string,
): WorkRow[] {
  const nameById = new Map(sections.map(({ id, name }) => [id, name]))
  return items.map((item) => ({
    ...{ id: item.id, item, sectionName: nameById.get(item.sectionId) ?? '' },
    isLate: isLateWork(item, today),
    isMine: ownsWork(by, item, sections),
  }))
}

export function filterWork(rows: readonly WorkRow[], filter: WorkFilter): WorkRow[] {
  const words = filter.search.trim().split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ item, isLate, isMine, sectionName }) =>
      (filter.section === '' || item.sectionId === filter.section) &&
      (filter.state === '' || item.state === filter.state) &&
      (filter.late === '' || isLate) &&
      (filter.mine === '' || isMine) &&
      words.every((word) => [item.name, sectionName, item.progress].some((text) => text.includes(word))),
  )
}

/** By the day they are due, unless a column is chosen. */
export function sortWork(rows: readonly WorkRow[], column: string, descending: boolean): WorkRow[] {
  const states = Object.keys(workStates)
  const keys: Readonly<Record<string, (row: WorkRow) => string>> = {
    name: ({ item }) => item.name,
    section: ({ sectionName }) => sectionName,
    state: ({ item }) => `${states.indexOf(item.state)}`,
    done: ({ item }) => item.doneOn,
  }
  const key = keys[column] ?? (({ item }: WorkRow) => item.dueOn)
  const up = sortedBy(rows, key)
  return descending ? up.toReversed() : up
}
