import type { Day } from '#domain/dates'
import type { GoalReview, Together } from '#domain/goals/review'
import { db } from './database.ts'
import { approvalDay } from './disclosures.ts'
import { byIndex } from './line-reading.ts'
import { linesIn } from './lines.ts'

/** Of a goal's review what lists of goals show beside it, and the day of its approval. */
export type ReviewLine = { id: string; together: Together; approvedOn: Day }

/** Raised with every change of what a line says. */
const shape = '1'

/** The reviews of a book as lists of its goals need them. */
export const reviewLines = linesIn<GoalReview, ReviewLine>({
  table: 'reviews',
  reading: byIndex(db.reviews, '[bookId+id]', ({ bookId, id }) => [bookId, id]),
  baseOf: () => shape,
  lineOf: (review) => ({ id: review.id, together: review.together, approvedOn: approvalDay(review) }),
})
