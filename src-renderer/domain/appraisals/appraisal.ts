import type { Moment } from '../dates.ts'

/** 考核 of one subject (a county, a department, a section of the bureau) under a scheme, as kept. */
export type Appraisal = {
  id: string
  bookId: string
  schemeId: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** 考核办法 as the bureau keeps it: the shipped ones are copied before they are changed. */
export type KeptScheme = {
  id: string
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}
