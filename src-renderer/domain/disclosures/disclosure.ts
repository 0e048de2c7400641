import type { Moment } from '../dates.ts'

/** 信息公开 of one thing that has to be published, as kept: what follows from the data is never kept. */
export type Disclosure = {
  id: string
  bookId: string
  objectId: string
  revision: number
  changedAt: Moment
  changedBy: string
}
