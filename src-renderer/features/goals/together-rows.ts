import {
  dayOf,
  type StageState,
  stageState,
  stageStates,
  type TogetherStage,
  togetherFindings,
  togetherStageList,
} from '#domain/goals/together'
import { ledgerMatch } from '#domain/ledger-match'
import type { Problem } from '#domain/problem'
import type { Unit } from '#domain/year-book'
import { type TogetherRow as RegisterRow, togetherRows } from '#storage/together'
import { orderAhead, sortedBy } from '#ui/sorted'
import type { LedgerOrder } from '#ui/use-ledger'

/** A line of the register with how each stage stands and what is wrong. */
export type TogetherRow = RegisterRow & {
  stages: Record<TogetherStage, StageState>
  findings: Problem[]
}

/** The register of a book, each line with its stages; tens of thousands are read while the window draws. */
export async function stagedRows(bookId: string, breathe: () => Promise<void>): Promise<TogetherRow[]> {
  const staged: TogetherRow[] = []
  for (const [at, row] of (await togetherRows(bookId)).entries()) {
    if (at % piece === 0) await breathe()
    staged.push(withStages(row))
  }
  await orderAhead(
    staged.map(({ name }) => name),
    breathe,
  )
  return staged
}

const piece = 500

function withStages(row: RegisterRow): TogetherRow {
  const { together } = row
  return {
    stages: {
      declared: stageState(together, 'declared', row),
      tabled: stageState(together, 'tabled', row),
      approved: stageState(together, 'approved', row),
      published: stageState(together, 'published', row),
    },
    findings: togetherFindings(together, row),
    // What is spread stands last: objects that begin with it cost six times as much in every sum and sorting.
    ...row,
  }
}

/** What the register shows; kept in the address. */
export type TogetherFilter = Record<TogetherStage, StageState | ''> & {
  unit: string
  section: string
  finding: 'any' | ''
  search: string
}

const filterKeys = ['unit', 'section', 'finding', 'search', ...togetherStageList] as const

function readFilter(address: URLSearchParams): TogetherFilter {
  const states = Object.keys(stageStates) as StageState[] // the keys of the table of states
  const stateAt = (stage: TogetherStage) => states.find((state) => state === address.get(stage)) ?? ''
  return {
    unit: address.get('unit') ?? '',
    section: address.get('section') ?? '',
    finding: address.get('finding') === 'any' ? 'any' : '',
    search: address.get('search') ?? '',
    declared: stateAt('declared'),
    tabled: stateAt('tabled'),
    approved: stateAt('approved'),
    published: stateAt('published'),
  }
}

function filterRows(
  rows: readonly TogetherRow[],
  filter: TogetherFilter,
  units: readonly Unit[],
): TogetherRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter(
    (row) =>
      (!filter.finding || row.findings.length > 0) &&
      togetherStageList.every((stage) => !filter[stage] || row.stages[stage] === filter[stage]) &&
      matches(row.unitId, [row.name, row.initials]),
  )
}

/** In the order of a column: names as a dictionary does, stages by the day of the goal. */
function sortRows(rows: readonly TogetherRow[], column: string, descending: boolean): readonly TogetherRow[] {
  const stage = togetherStageList.find((each) => each === column)
  const value = (row: TogetherRow) => {
    if (column === 'findings') return row.findings.length
    return stage ? dayOf(row.together.goal, stage) || dayOf(row.together.funds, stage) : row.name
  }
  return sortedBy(rows, value, descending)
}

export const togetherOrder: LedgerOrder<TogetherRow, TogetherFilter> = {
  idOf: ({ id }) => id,
  filterKeys,
  readFilter,
  filterRows: (rows, filter, units, anyGroup) => (anyGroup ? rows : filterRows(rows, filter, units)),
  sortRows,
  usualColumn: 'name',
}
