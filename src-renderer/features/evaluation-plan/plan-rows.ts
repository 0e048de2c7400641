import { type CoverageState, coverageStates } from '#domain/evaluation/coverage'
import type { PlanLine } from '#domain/evaluation/plan-list'
import { type ObjectKind, objectKinds } from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import type { Unit } from '#domain/year-book'
import { stablySortedBy } from '#ui/sorted'
import type { LedgerOrder } from '#ui/use-ledger'

/** Which objects are shown. */
export const planViews = {
  list: '本年名单',
  due: '到期和逾期',
  all: '全部对象',
} as const
export type PlanView = keyof typeof planViews

export type PlanFilter = {
  view: PlanView
  kind: ObjectKind | ''
  state: CoverageState | ''
  unit: string
  section: string
  search: string
}
const filterKeys = ['kind', 'state', 'unit', 'section', 'search'] as const

function readFilter(address: URLSearchParams, first: PlanView): PlanFilter {
  const of = (key: string) => address.get(key) ?? ''
  return {
    view: keyIn(planViews, of('view')) || first,
    kind: keyIn(objectKinds, of('kind')),
    state: keyIn(coverageStates, of('state')),
    unit: of('unit'),
    section: of('section'),
    search: of('search'),
  }
}

function keyIn<Key extends string>(table: Readonly<Record<Key, string>>, text: string): Key | '' {
  const keys = Object.keys(table) as Key[] // the keys of the table
  return keys.find((key) => key === text) ?? ''
}

/** Whether a line stands in a view. The list holds what was decided, and compulsory ones nobody decided on. */
export function isInView({ item, coverage }: PlanLine, view: PlanView): boolean {
  if (view === 'list') return item !== null
  if (view === 'due') return coverage.state === 'due' || coverage.state === 'overdue'
  return true
}

function filterLines(
  lines: readonly PlanLine[],
  filter: Omit<PlanFilter, 'view'>,
  units: readonly Unit[],
): PlanLine[] {
  const matches = ledgerMatch(filter, units)
  return lines.filter(
    ({ object, coverage }) =>
      (filter.kind === '' || object.kind === filter.kind) &&
      (filter.state === '' || coverage.state === filter.state) &&
      matches(object.unitId, [object.name, object.code]),
  )
}

const kinds = Object.keys(objectKinds)

/** Without a chosen column the order of the proposal stays: compulsory first, then by risk. */
function sortLines(lines: readonly PlanLine[], column: string, descending: boolean): PlanLine[] {
  const value = values[column]
  return value ? stablySortedBy(lines, value, descending) : [...lines]
}

const values: Readonly<Record<string, (line: PlanLine) => string | number>> = {
  name: ({ object }) => object.name,
  kind: ({ object }) => kinds.indexOf(object.kind),
  size: ({ object }) => object.size ?? -1,
  last: ({ coverage }) => coverage.last ?? 0,
  due: ({ coverage }) => coverage.dueIn,
  points: ({ points }) => points,
  decision: ({ item }) => item?.decision ?? '',
}

/** `first` is the view that is shown until another is chosen. */
export function planOrder(first: PlanView): LedgerOrder<PlanLine, PlanFilter> {
  return {
    idOf: ({ object }) => object.id,
    filterKeys,
    readFilter: (address) => readFilter(address, first),
    filterRows: (lines, filter, units, anyGroup) =>
      anyGroup ? filterLines(lines, filter, units) : lines.filter((line) => isInView(line, filter.view)),
    sortRows: sortLines,
  }
}
