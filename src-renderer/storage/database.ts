import { Dexie, type Table } from 'dexie'
import type { Adjustment } from '#domain/adjustments/adjustment'
import type { DismissedFinding } from '#domain/analysis/finding'
import type { Application } from '#domain/applications/application'
import type { Appraisal } from '#domain/appraisals/appraisal'
import type { KeptScheme } from '#domain/appraisals/scheme'
import type { Assessment } from '#domain/assessments/assessment'
import type { Calendar } from '#domain/calendar'
import type { Milestone } from '#domain/coverage-map/milestone'
import type { Snapshot } from '#domain/dashboard/snapshot'
import type { Disclosure } from '#domain/disclosures/disclosure'
import type { Disposal } from '#domain/disposals/disposal'
import { AppError } from '#domain/errors'
import type { EvaluationPlan } from '#domain/evaluation/plan'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { Survey } from '#domain/evaluation/survey'
import type { EvaluationTask, KeptSheet, KeptSystem } from '#domain/evaluation/task'
import type { PackageChanges, PackageRecord } from '#domain/exchange/package'
import type { Peer, Station } from '#domain/exchange/station'
import type { Curve } from '#domain/execution/curve'
import type { ExecutionImport, ExecutionRow } from '#domain/execution/execution'
import type { Agency } from '#domain/experts/agency'
import type { Draw } from '#domain/experts/draw'
import type { Expert } from '#domain/experts/expert'
import type { Goal } from '#domain/goals/goal'
import type { Meeting } from '#domain/goals/meeting'
import type { GoalReview } from '#domain/goals/review'
import type { OwnIndicator } from '#domain/library/own-indicator'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import type { RoundReport } from '#domain/monitoring/round-report'
import type { Account } from '#domain/people/account'
import type { Regulation } from '#domain/regulations'
import type { SpotPick } from '#domain/spot-checks/pick'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import type { RegisterEntry } from '#domain/supervision/register'
import type { WorkItem } from '#domain/supervision/work-item'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { inSlices } from './in-slices.ts'
import { migrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import type {
  AuditEntry,
  AuditHead,
  Credential,
  GoalRow,
  ImportRecord,
  Layout,
  Preference,
} from './records.ts'

type Tables = {
  books: Table<YearBook, string>
  sections: Table<Section, string>
  units: Table<Unit, string>
  goals: Table<Goal, string>
  goalRows: Table<GoalRow, string>
  imports: Table<ImportRecord, string>
  audit: Table<AuditEntry, string>
  auditHeads: Table<AuditHead, string>
  layouts: Table<Layout, string>
  regulations: Table<Regulation, string>
  preferences: Table<Preference, string>
  accounts: Table<Account, string>
  credentials: Table<Credential, string>
  reviews: Table<GoalReview, string>
  meetings: Table<Meeting, string>
  assessments: Table<Assessment, string>
  adjustments: Table<Adjustment, string>
  experts: Table<Expert, string>
  agencies: Table<Agency, string>
  draws: Table<Draw, string>
  indicators: Table<OwnIndicator, string>
  rounds: Table<Round, string>
  monitorings: Table<Monitoring, string>
  executions: Table<ExecutionRow, string>
  executionImports: Table<ExecutionImport, string>
  curves: Table<Curve, string>
  disposals: Table<Disposal, string>
  spotChecks: Table<SpotCheck, string>
  spotPicks: Table<SpotPick, string>
  roundReports: Table<RoundReport, string>
  calendars: Table<Calendar, string>
  snapshots: Table<Snapshot, string>
  selfEvaluations: Table<SelfEvaluation, string>
  evaluationPlans: Table<EvaluationPlan, string>
  indicatorSystems: Table<KeptSystem, string>
  evaluationTasks: Table<EvaluationTask, string>
  scoreSheets: Table<KeptSheet, string>
  surveys: Table<Survey, string>
  stations: Table<Station, string>
  peers: Table<Peer, string>
  packages: Table<PackageRecord, string>
  packageChanges: Table<PackageChanges, string>
  schemes: Table<KeptScheme, string>
  appraisals: Table<Appraisal, string>
  applications: Table<Application, string>
  disclosures: Table<Disclosure, string>
  registers: Table<RegisterEntry, string>
  workItems: Table<WorkItem, string>
  milestones: Table<Milestone, string>
  dismissals: Table<DismissedFinding, string>
}

const firstName = 'jiheng'
const nameKey = 'jiheng-database'

/** IndexedDB cannot rename: where a damaged database was set aside, another one took its place under a name of its own. */
export const databaseName =
  typeof localStorage === 'undefined' ? nameForWorker() : (localStorage.getItem(nameKey) ?? firstName)

/** A worker has no localStorage: who starts one that reads the database names it by the database. */
function nameForWorker(): string {
  const { name } = globalThis as { name?: unknown } // the name of a worker; elsewhere there is none
  return typeof name === 'string' && name.startsWith(firstName) ? name : firstName
}

/** Leaves the present database as it lies, untouched, and has the next start open a new one. */
export function setDatabaseAside(now: string): void {
  db.close()
  localStorage.setItem(nameKey, `${firstName}-${now.replace(/\D/g, '').slice(0, 14)}`)
}

function declared(): Dexie & Tables {
  const database = new Dexie(databaseName, {
    autoOpen: false,
    chromeTransactionDurability: 'strict',
    // A copy of every result of a live query would double what a list of thousands takes.
    cache: 'disabled',
  })
  database.use(inSlices)
  // As one: Dexie works out what a version adds from what is stored, and each one that is declared goes through all others.
  const newest = newestVersion()
  database.version(newest).stores(storesOf(newest))
  return database as Dexie & Tables // the migrations declare exactly these tables; the snapshot test holds them together
}

/** The tables as a version has them. */
function storesOf(version: number): Migration['stores'] {
  const before = migrations.filter((migration) => migration.version <= version)
  return Object.assign({}, ...before.map(({ stores }) => stores))
}

export const db = declared()

/** Opens the database. Throws `newer-database` and leaves the data untouched where a newer program wrote it. */
export async function openDatabase(): Promise<void> {
  if (db.isOpen()) return
  try {
    // Dexie opens a newer database silently, hence the look at the stored version before it does.
    if ((await storedVersion()) > newestVersion() * 10) throw new AppError('newer-database')
    await db.open()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('database-unavailable', { cause: error })
  }
}

/** Ten times the version of the stored database; 0 where there is none. Throws `database-unavailable` where its files are damaged. */
async function storedVersion(): Promise<number> {
  try {
    return (await indexedDB.databases()).find((found) => found.name === databaseName)?.version ?? 0
  } catch (error) {
    throw new AppError('database-unavailable', { cause: error })
  }
}

/**
 * The version of the stored database where it is older than this program's; null where it is not, or where there is none.
 * Throws `database-unavailable`.
 */
export async function olderVersion(): Promise<number | null> {
  const stored = await storedVersion()
  return stored > 0 && stored < newestVersion() * 10 ? Math.floor(stored / 10) : null
}

/** The stored database as an earlier version declared it, for reading it before it is upgraded; the caller closes it. */
export async function openOlder(version: number): Promise<Dexie> {
  const older = new Dexie(databaseName, { autoOpen: false })
  older.version(version).stores(storesOf(version))
  return older.open()
}

export function closeDatabase(): void {
  db.close()
}

/** The version of the stored shape that this program writes; Dexie keeps ten times of it in IndexedDB. */
export function newestVersion(): number {
  return Math.max(...migrations.map((migration) => migration.version))
}
