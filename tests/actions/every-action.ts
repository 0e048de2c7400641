import type { DoRow, Prepare } from './action-case.ts'
import { adjustmentCases } from './adjustment-cases.ts'
import { applicationCases } from './application-cases.ts'
import { appraisalCases } from './appraisal-cases.ts'
import { assessmentCases } from './assessment-cases.ts'
import { backupCases } from './backup-cases.ts'
import { baseCases } from './base-cases.ts'
import { coverageCases } from './coverage-cases.ts'
import { disclosureCases } from './disclosure-cases.ts'
import { disposalCases } from './disposal-cases.ts'
import { evaluationPlanActions } from './evaluation-plan-world.ts'
import { evaluationResultActions } from './evaluation-result-world.ts'
import { evaluationTaskCases } from './evaluation-task-cases.ts'
import { exchangeCases } from './exchange-cases.ts'
import { executionCases } from './execution-cases.ts'
import { expertCases } from './expert-cases.ts'
import { goalCases } from './goal-cases.ts'
import { kitCases } from './kit-cases.ts'
import { monitoringCases } from './monitoring-cases.ts'
import { peopleCases } from './people-cases.ts'
import { regulationCases } from './regulation-cases.ts'
import { reviewCases } from './review-cases.ts'
import { roundReportCases } from './round-report-cases.ts'
import { selfEvaluationCases } from './self-evaluation-cases.ts'
import { spotCheckCases } from './spot-check-cases.ts'
import { supervisionCases } from './supervision-cases.ts'
import { surveyActions } from './survey-world.ts'

/** Who logs in or recovers is proved by a password or a code, and always acts as himself. */
export type ActedRow = Exclude<DoRow, 'log-in' | 'recover-account'>

/**
 * Every write of the program as its page calls it, ready to be tried by anybody, in the order of the duty table: a row
 * without its action does not compile; an action without its row does not in the file of its area.
 */
export const everyAction: Readonly<Record<ActedRow, Prepare>> = {
  ...goalCases,
  ...reviewCases,
  ...adjustmentCases,
  ...assessmentCases,
  ...monitoringCases,
  ...executionCases,
  ...spotCheckCases,
  ...roundReportCases,
  ...disposalCases,
  ...selfEvaluationCases,
  ...evaluationPlanActions,
  ...evaluationTaskCases,
  ...evaluationResultActions,
  ...kitCases,
  ...surveyActions,
  ...appraisalCases,
  ...applicationCases,
  ...coverageCases,
  ...disclosureCases,
  ...supervisionCases,
  ...expertCases,
  ...exchangeCases,
  ...baseCases,
  ...regulationCases,
  ...peopleCases,
  ...backupCases,
}

/** The same row by row. */
export const everyRow = Object.entries(everyAction) as [ActedRow, Prepare][] // the rows of the table
