import type { BoardState } from './board-state.ts'
import { db } from './database.ts'
import { changesSince, type End } from './trail-since.ts'
import type { WritableTable } from './write.ts'

/** Ids of the records that changed, table by table. */
export type Changed = Readonly<
  Record<'goals' | 'curves' | 'monitorings' | 'disposals' | 'executions', ReadonlySet<string>>
>

/** A package lists the many records it brought outside the trail: after one everything is read again. */
type ListedByPackages = 'packages' | 'packageChanges'

/**
 * Tables that the board does not show, or reads whole each time (units, sections), or has in its state (books). A table
 * that is neither here nor among the changed ones is not understood.
 */
const passedOver: Readonly<
  Record<Exclude<WritableTable, keyof Changed | 'executionImports' | ListedByPackages>, 'passed over'>
> = {
  books: 'passed over',
  sections: 'passed over',
  units: 'passed over',
  imports: 'passed over',
  layouts: 'passed over',
  regulations: 'passed over',
  accounts: 'passed over',
  credentials: 'passed over',
  reviews: 'passed over',
  meetings: 'passed over',
  experts: 'passed over',
  agencies: 'passed over',
  draws: 'passed over',
  indicators: 'passed over',
  assessments: 'passed over',
  adjustments: 'passed over',
  rounds: 'passed over',
  spotChecks: 'passed over',
  spotPicks: 'passed over',
  roundReports: 'passed over',
  calendars: 'passed over',
  snapshots: 'passed over',
  selfEvaluations: 'passed over',
  evaluationPlans: 'passed over',
  indicatorSystems: 'passed over',
  evaluationTasks: 'passed over',
  scoreSheets: 'passed over',
  surveys: 'passed over',
  stations: 'passed over',
  peers: 'passed over',
  schemes: 'passed over',
  appraisals: 'passed over',
  applications: 'passed over',
  disclosures: 'passed over',
  registers: 'passed over',
  workItems: 'passed over',
  milestones: 'passed over',
  dismissals: 'passed over',
}

const understood = new Set<string>([
  ...Object.keys(passedOver),
  ...['goals', 'curves', 'monitorings', 'disposals', 'executions', 'executionImports'],
])

/**
 * What was written in the book and in last year's between two states; null where the trail does not say it: it does not
 * follow on, it names what is not known, or it is long.
 */
export async function changesBetween(
  from: BoardState,
  to: BoardState,
): Promise<readonly [Changed, Changed] | null> {
  if (from.base !== to.base) return null
  const [book, last] = await Promise.all([
    changedIn(to.bookId, from.ends[0], to.ends[0]),
    changedIn(to.lastId, from.ends[1], to.ends[1]),
  ])
  return book && last ? [book, last] : null
}

async function changedIn(bookId: string, from: End, to: End): Promise<Changed | null> {
  const changes = await changesSince(bookId, from, to)
  return changes && changedBy(changes)
}

async function changedBy(changes: readonly { table: string; id: string }[]): Promise<Changed | null> {
  if (!changes.every(({ table }) => understood.has(table))) return null
  const idsIn = (wanted: WritableTable) =>
    new Set(changes.flatMap(({ table, id }) => (table === wanted ? id : [])))
  const executions = idsIn('executions')
  const imports = await db.executionImports.bulkGet([...idsIn('executionImports')])
  for (const record of imports) {
    if (!record) return null
    for (const id of record.added) executions.add(id)
    for (const { id } of record.replaced) executions.add(id)
  }
  return {
    executions,
    goals: idsIn('goals'),
    curves: idsIn('curves'),
    monitorings: idsIn('monitorings'),
    disposals: idsIn('disposals'),
  }
}
