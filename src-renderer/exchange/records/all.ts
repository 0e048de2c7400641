import { z } from 'zod'
import { applicationSchema } from './applications.ts'
import { appraisalSchema, schemeSchema } from './appraisals.ts'
import { assessmentSchema } from './assessments.ts'
import { bookSchema, calendarSchema, regulationSchema, sectionSchema, unitSchema } from './base.ts'
import { snapshotSchema } from './dashboard.ts'
import { disclosureSchema } from './disclosures.ts'
import { disposalSchema, spotCheckSchema } from './disposals.ts'
import { evaluationPlanSchema, evaluationTaskSchema } from './evaluation.ts'
import { curveSchema, executionImportSchema, executionSchema } from './execution.ts'
import { adjustmentSchema, goalSchema, meetingSchema, ownIndicatorSchema, reviewSchema } from './goals.ts'
import { indicatorSystemSchema } from './indicator-systems.ts'
import { monitoringSchema, roundReportSchema, roundSchema } from './monitoring.ts'
import { scoreSheetSchema } from './score-sheets.ts'
import { selfEvaluationSchema } from './self-evaluations.ts'
import { surveySchema } from './surveys.ts'

/** Every kind of record that may travel, by the table in which it is kept. */
export const recordSchemas = {
  books: bookSchema,
  sections: sectionSchema,
  units: unitSchema,
  calendars: calendarSchema,
  regulations: regulationSchema,
  indicators: ownIndicatorSchema,
  goals: goalSchema,
  reviews: reviewSchema,
  meetings: meetingSchema,
  adjustments: adjustmentSchema,
  assessments: assessmentSchema,
  rounds: roundSchema,
  monitorings: monitoringSchema,
  roundReports: roundReportSchema,
  curves: curveSchema,
  executions: executionSchema,
  executionImports: executionImportSchema,
  disposals: disposalSchema,
  spotChecks: spotCheckSchema,
  snapshots: snapshotSchema,
  selfEvaluations: selfEvaluationSchema,
  evaluationPlans: evaluationPlanSchema,
  indicatorSystems: indicatorSystemSchema,
  evaluationTasks: evaluationTaskSchema,
  scoreSheets: scoreSheetSchema,
  surveys: surveySchema,
  schemes: schemeSchema,
  appraisals: appraisalSchema,
  disclosures: disclosureSchema,
  applications: applicationSchema,
} as const

export type RecordName = keyof typeof recordSchemas

/**
 * The schemas as JSON Schema (draft 2020-12), for readers that others write. They say what may come in: more keys than are
 * known are no fault.
 */
export function jsonSchemas(): Record<RecordName, z.core.JSONSchema.BaseSchema> {
  const written = Object.entries(recordSchemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ])
  return Object.fromEntries(written) as ReturnType<typeof jsonSchemas> // an entry for every table
}
