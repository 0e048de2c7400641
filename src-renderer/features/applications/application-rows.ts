import { type Application, isOverdue } from '#domain/applications/application'
import {
  type ApplicationState,
  applicationFlow,
  applicationFlowOf,
  applicationStateList,
} from '#domain/applications/flow'
import { type Measure, measureList, type SourceKind, sourceKindList } from '#domain/applications/rules'
import { type Day, daysLeft, type Moment } from '#domain/dates'
import { type ObjectKind, objectKinds } from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import { sortedBy, stablySortedBy } from '#ui/sorted'

/** One line of the ledger. */
export type ApplicationRow = {
  id: string
  application: Application
  name: string
  unitId: string
  holder: string
  /** Days beyond the turn's limit, or beyond the day until which it is to be carried out. */
  late: number
}

export function rowOfApplication(
  application: Application,
  { today, now }: { today: Day; now: Moment },
): ApplicationRow {
  const { id, name, unitId, state, heldSince, dueOn } = application
  const flow = applicationFlowOf(application)
  const turn = overdueDays(flow, state, heldSince, now)
  return {
    id,
    application,
    name,
    unitId,
    holder: holderName(flow, state),
    late: isOverdue(application, today) ? -daysLeft(dueOn, today) : turn,
  }
}

export const filterKeys = [
  'state',
  'unit',
  'section',
  'kind',
  'source',
  'measure',
  'rectification',
  'late',
  'search',
] as const
type Key = (typeof filterKeys)[number]
export type ApplicationFilter = Readonly<
  Record<Exclude<Key, 'state' | 'kind' | 'source' | 'measure'>, string>
> & {
  state: ApplicationState | ''
  kind: ObjectKind | ''
  source: SourceKind | ''
  measure: Measure | ''
}

export const rectificationFilters = {
  none: '未下达',
  ordered: '整改中',
  reported: '待销号',
  cleared: '已销号',
} as const

const kindList = Object.keys(objectKinds) as ObjectKind[] // the keys of the table

/** The filter in an address. */
export function readFilter(address: URLSearchParams): ApplicationFilter {
  const of = (key: Key) => address.get(key) ?? ''
  return {
    state: applicationStateList.find((each) => each === of('state')) ?? '',
    unit: of('unit'),
    section: of('section'),
    kind: kindList.find((each) => each === of('kind')) ?? '',
    source: sourceKindList.find((each) => each === of('source')) ?? '',
    measure: measureList.find((each) => each === of('measure')) ?? '',
    rectification: of('rectification'),
    late: of('late'),
    search: of('search'),
  }
}

/** The measures that count now: decided ones once there are, else those proposed. */
export function currentMeasures({
  decided,
  proposed,
}: Pick<Application, 'decided' | 'proposed'>): readonly Measure[] {
  return decided.length > 0 ? decided : proposed
}

/** Rows that the filter lets through; the state is left out where its counts are wanted. */
export function filterRows(
  rows: readonly ApplicationRow[],
  filter: ApplicationFilter,
  units: readonly Unit[],
  anyState = false,
): ApplicationRow[] {
  const matches = ledgerMatch(filter, units)
  return rows.filter((row) => {
    const { application } = row
    return (
      (anyState || filter.state === '' || application.state === filter.state) &&
      (filter.kind === '' || application.kind === filter.kind) &&
      (filter.source === '' || application.source.kind === filter.source) &&
      (filter.measure === '' || currentMeasures(application).includes(filter.measure)) &&
      (filter.rectification === '' || application.rectification?.state === filter.rectification) &&
      (filter.late === '' || row.late > 0) &&
      matches(row.unitId, [row.name, application.code, application.letterNumber, application.nextName])
    )
  })
}

function sortValue({ name, application }: ApplicationRow, column: string): string | number {
  if (column === 'name') return name
  if (column === 'budget') return application.budget ?? -1
  if (column === 'proposed') return application.proposedChange ?? 0
  if (column === 'decided') return application.decidedChange ?? 0
  if (column === 'done') return application.doneChange ?? 0
  return column === 'state' ? applicationStateList.indexOf(application.state) : 0
}

/** Sorted copy; without a choice what is late first, then along the road. */
export function sortRows(
  rows: readonly ApplicationRow[],
  column: string,
  descending: boolean,
): ApplicationRow[] {
  if (column !== '') return sortedBy(rows, (row) => sortValue(row, column), descending)
  const alongTheRoad = sortedBy(rows, (row) => sortValue(row, 'state'))
  return stablySortedBy(alongTheRoad, ({ late }) => late > 0, true)
}

/** The steps that can be taken with many at once. */
export const bulkSteps = [
  'send-application',
  'submit-application',
  'decide-application',
  'close-application',
] as const
export type BulkStep = (typeof bulkSteps)[number]

export function fittingRows(rows: readonly ApplicationRow[], id: BulkStep): ApplicationRow[] {
  const from = applicationFlow.steps.find((step) => step.id === id)?.from ?? []
  return rows.filter(({ application }) => from.includes(application.state))
}
