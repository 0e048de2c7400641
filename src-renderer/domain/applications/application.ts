import type { Moment } from '../dates.ts'

/** 结果应用 of one result (evaluation, pre-assessment, review, monitoring) to money, policy or people, as kept. */
export type Application = {
  id: string
  bookId: string
  /** Of the goal, or of the unit or county for the whole of it. */
  objectId: string
  revision: number
  changedAt: Moment
  changedBy: string
}
