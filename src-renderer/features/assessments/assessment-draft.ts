import { saveAssessment } from '#actions/save-assessment'
import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentPart } from '#domain/assessments/flow'
import type { Actor } from '#domain/people/duties'
import { assessmentById } from '#storage/assessments'
import type { Saving } from '#ui/use-queue'
import { useWriteQueue } from '#ui/use-write-queue'

/** A change to one part, made on whatever stands there by then: changes to other fields are not undone by it. */
type Change = { part: AssessmentPart; patch: (before: Assessment) => Partial<Assessment> }

export type AssessmentDraft = Saving & {
  /** What is kept, with what is still being written. */
  assessment: Assessment
  change: (part: AssessmentPart, patch: Change['patch'] | Partial<Assessment>) => void
}

/** The document being written. */
export function useAssessmentDraft(kept: Assessment, by: Actor): AssessmentDraft {
  const { record, write, ...saving } = useWriteQueue<Assessment, Change>(kept, {
    read: assessmentById,
    keep: (latest, { part, patch }) => saveAssessment(latest.id, latest.revision, part, patch(latest), by),
    applied: (assessment, { patch }) => ({ ...assessment, ...patch(assessment) }),
  })
  return {
    ...saving,
    assessment: record,
    change: (part, patch) => write({ part, patch: typeof patch === 'function' ? patch : () => patch }),
  }
}
