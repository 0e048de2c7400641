import type { Workflow } from './workflow.ts'

/** What of a book is not finished: how many of what, and where they stand. */
export type OpenWork = { what: string; count: number; path: string }

/** How many records have not come to the end of their road: whose turn it is, is somebody's. */
export function countOpen<State extends string>(
  flow: Pick<Workflow<State>, 'states'>,
  records: readonly { state: State }[],
): number {
  return records.filter(({ state }) => flow.states[state].holder !== '').length
}
