import type { Day, Moment } from '../dates.ts'

/** 定格: the figures of the dashboard as they were on a day, so that a meeting sees tomorrow what it saw today. */
export type Snapshot = {
  id: string
  bookId: string
  name: string
  asOf: Day
  month: number
  roundId: string
  /** What was frozen, as the dashboard keeps it. */
  content: unknown
  at: Moment
  by: string
}
