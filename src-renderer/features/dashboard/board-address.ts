import type { BoardFilter } from '#domain/dashboard/filter'
import type { Drill } from '#domain/dashboard/project-lines'
import { type Ranking, rankings } from '#domain/dashboard/ranking'
import { isMonth } from '#domain/execution/execution'
import { type BudgetBook, budgetBooks, type ObjectKind, objectKinds } from '#domain/goals/goal'

export const boardKeys = ['unit', 'section', 'book', 'kind'] as const

/** What the address says of the board; `newest` is the month where it names none. */
export function readFilter(address: URLSearchParams, newest: number): BoardFilter {
  const month = Number(address.get('month') ?? '')
  const [book, kind] = [address.get('book') ?? '', address.get('kind') ?? '']
  return {
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    book: book in budgetBooks ? (book as BudgetBook) : '', // just looked up in the table
    kind: kind in objectKinds ? (kind as ObjectKind) : '', // just looked up in the table
    month: isMonth(month) ? month : newest,
  }
}

export function readRanking(address: URLSearchParams): Ranking {
  const by = address.get('rank') ?? ''
  return by in rankings ? (by as Ranking) : 'department' // just looked up in the table
}

export function isFiltered(filter: BoardFilter): boolean {
  return boardKeys.some((key) => filter[key] !== '')
}

/** Where the projects behind a number are listed. */
export type DrillTo = (show: Drill, narrowed?: Partial<BoardFilter>) => string

/** The lists behind a board as it is filtered; `frozen` is the id of a frozen one. */
export function drillFrom(filter: BoardFilter, frozen = ''): DrillTo {
  return (show, narrowed = {}) => {
    const address = new URLSearchParams()
    const parts = { ...filter, ...narrowed, show, frozen }
    for (const [key, value] of Object.entries(parts)) if (value !== '') address.set(key, String(value))
    return `/dashboard/projects?${address}`
  }
}

/** Where a project's numbers rest: its monitoring form with the indicators, else its goal. */
export function formPath({ formId, goalId }: { formId: string; goalId: string }): string {
  return formId === '' ? `/goals/${goalId}` : `/monitoring/${formId}`
}

/** The one-page brief of a project at the end of a month. */
export function briefPath(goalId: string, month: number): string {
  return `/dashboard/brief/${goalId}?month=${month}`
}
