import type { AssessmentPart } from '#domain/assessments/flow'
import type { Goal } from '#domain/goals/goal'
import type { Section, Unit } from '#domain/year-book'
import type { AssessmentDraft } from './assessment-draft.ts'

/** What every part of the document is given. */
export type PartProps = {
  draft: AssessmentDraft
  goal: Goal | null
  units: readonly Unit[]
  sections: readonly Section[]
  /** Whether this person may write the part now. */
  isOpen: (part: AssessmentPart) => boolean
}

export const fieldGrid = {
  display: 'grid',
  gap: '8px 12px',
  gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
} as const
