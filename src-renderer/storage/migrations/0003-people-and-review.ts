import type { Migration } from './migration.ts'

/**
 * Accounts with their secrets apart, the review of goals with its meetings, adjustments, pre-assessments, experts,
 * agencies and draws, and the county's own indicators.
 */
export const peopleAndReview: Migration = {
  version: 3,
  stores: {
    accounts: 'id',
    credentials: 'id',
    reviews: 'id, [bookId+id]',
    meetings: 'id, [bookId+id]',
    adjustments: 'id, [bookId+id], goalId',
    assessments: 'id, [bookId+id], goalId',
    experts: 'id',
    agencies: 'id',
    draws: 'id, [bookId+id]',
    indicators: 'id',
  },
}
