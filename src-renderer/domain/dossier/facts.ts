import type { Adjustment } from '../adjustments/adjustment.ts'
import type { Application } from '../applications/application.ts'
import type { Assessment } from '../assessments/assessment.ts'
import type { Moment } from '../dates.ts'
import type { Disclosure } from '../disclosures/disclosure.ts'
import type { Disposal } from '../disposals/disposal.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { Goal } from '../goals/goal.ts'
import type { GoalReview } from '../goals/review.ts'
import type { Fen } from '../money.ts'
import type { LightColour, LightKind } from '../monitoring/lights.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import type { SpotCheck } from '../spot-checks/spot-check.ts'

/** A change of the declaration, as the trail keeps it. */
export type DossierVersion = {
  at: Moment
  by: string
  summary: string
  fields: readonly { label: string; from: string; to: string }[]
}

/** What the treasury paid to the end of a month, in 分. */
export type DossierMonth = { month: number; adjusted: Fen | null; paid: Fen | null }

export type DossierMonitoring = {
  form: Monitoring
  roundName: string
  lights: readonly { kind: LightKind; colour: LightColour }[]
}

/** Everything that one year's book has of an object. */
export type DossierYear = {
  year: number
  bookId: string
  bookName: string
  unit: string
  goal: Goal
  review: GoalReview
  versions: readonly DossierVersion[]
  adjustments: readonly Adjustment[]
  assessments: readonly Assessment[]
  months: readonly DossierMonth[]
  monitorings: readonly DossierMonitoring[]
  disposals: readonly Disposal[]
  spotChecks: readonly SpotCheck[]
  selfEvaluations: readonly SelfEvaluation[]
  tasks: readonly EvaluationTask[]
  applications: readonly Application[]
  disclosures: readonly Disclosure[]
}

/** The life of one object over the years, the newest year first. */
export type Dossier = { goalId: string; name: string; secret: boolean; years: readonly DossierYear[] }
