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
import type { Credential, ImportRecord, Layout } from './records.ts'

/** What each table holds that actions change. */
export type Records = {
  books: YearBook
  sections: Section
  units: Unit
  goals: Goal
  imports: ImportRecord
  layouts: Layout
  regulations: Regulation
  accounts: Account
  credentials: Credential
  reviews: GoalReview
  meetings: Meeting
  experts: Expert
  agencies: Agency
  draws: Draw
  indicators: OwnIndicator
  assessments: Assessment
  adjustments: Adjustment
  rounds: Round
  monitorings: Monitoring
  executions: ExecutionRow
  executionImports: ExecutionImport
  curves: Curve
  disposals: Disposal
  spotChecks: SpotCheck
  spotPicks: SpotPick
  roundReports: RoundReport
  calendars: Calendar
  snapshots: Snapshot
  selfEvaluations: SelfEvaluation
  evaluationPlans: EvaluationPlan
  indicatorSystems: KeptSystem
  evaluationTasks: EvaluationTask
  scoreSheets: KeptSheet
  surveys: Survey
  stations: Station
  peers: Peer
  packages: PackageRecord
  packageChanges: PackageChanges
  schemes: KeptScheme
  appraisals: Appraisal
  applications: Application
  disclosures: Disclosure
  registers: RegisterEntry
  workItems: WorkItem
  milestones: Milestone
  dismissals: DismissedFinding
}
