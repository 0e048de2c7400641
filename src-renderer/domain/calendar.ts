import type { Day, Moment } from './dates.ts'

/** Days of one calendar year that are not what their weekday says: 放假 and 调休上班, after the State Council's notice. */
export type Calendar = {
  /** The year, as text. */
  id: string
  holidays: readonly Day[]
  workdays: readonly Day[]
  /** The notice it follows. */
  basis: string
  changedAt: Moment
  changedBy: string
}
