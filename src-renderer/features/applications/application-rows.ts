import { type Application, isOverdue } from '#domain/applications/application'
import {
  type ApplicationState,
  applicationFlow,
  applicationFlowOf,
  applicationStateList,
} from '#domain/applications/flow'
import { type Measure, measureList, type SourceKind, sourceKindList } from '#domain/applications/rules'
import type { Day, Moment } from '#domain/dates'
import { type ObjectKind, objectKinds } from '#domain/goals/goal'
import { ledgerMatch } from '#domain/ledger-match'
import { daysLeft } from '#domain/monitoring/figures'
import { holderName, overdueDays } from '#domain/workflow'
import type { Unit } from '#domain/year-book'

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
    ...{ id, application, name, unitId },
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

const names = new Intl.Collator('zh-Hans-CN', { numeric: true })

function compare(left: ApplicationRow, right: ApplicationRow, column: string): number {
  const [a, b] = [left.application, right.application]
  if (column === 'name') return names.compare(left.name, right.name)
  if (column === 'budget') return (a.budget ?? -1) - (b.budget ?? -1)
  if (column === 'proposed') return (a.proposedChange ?? 0) - (b.proposedChange ?? 0)
  if (column === 'decided') return (a.decidedChange ?? 0) - (b.decidedChange ?? 0)
  if (column === 'done') return (a.doneChange ?? 0) - (b.doneChange ?? 0)
  if (column === 'state') return applicationStateList.indexOf(a.state) - applicationStateList.indexOf(b.state)
  return 0
}

/** Sorted copy; without a choice what is late first, then along the road. */
export function sortRows(
  rows: readonly ApplicationRow[],
  column: string,
  descending: boolean,
): ApplicationRow[] {
  const id = (left: ApplicationRow, right: ApplicationRow) => (left.id < right.id ? -1 : 1)
  if (column === '')
    return rows.toSorted(
      (left, right) =>
        Number(right.late > 0) - Number(left.late > 0) || compare(left, right, 'state') || id(left, right),
    )
  const direction = descending ? -1 : 1
  return rows.toSorted((left, right) => direction * compare(left, right, column) || id(left, right))
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
