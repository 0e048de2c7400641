import type { Moment } from '../dates.ts'

/** 登记 of supervision and foundation work: reports, invitations, audit findings, clues handed over, training, publicity. */
export type RegisterEntry = {
  id: string
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** 年度工作计划 of the bureau: one item with its owner by 2+2+N. */
export type WorkItem = {
  id: string
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}
