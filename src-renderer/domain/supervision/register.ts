import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { RegisterKind } from './register-kinds.ts'

/** A chapter of a yearly report: text that a person may change before it is given out. */
export type ReportChapter = { id: string; title: string; text: string }

/** What a person writes of an entry. */
export type RegisterContent = {
  /** 日期: when it was reported, found, handed over, held. */
  day: Day
  title: string
  text: string
  /** 参加（经办）人员, as it is written. */
  persons: string
  /** What its kind asks for, by the id of the field; money in 分 as digits, days as `YYYY-MM-DD`. */
  values: Readonly<Record<string, string>>
  /** The projects it is about. */
  goalIds: readonly string[]
  attachments: readonly Attachment[]
  /** Of a yearly report that was written from data; empty for all others. */
  chapters: readonly ReportChapter[]
}

/** 登记 of supervision and foundation work: reports, invitations, audit findings, clues handed over, training, publicity. */
export type RegisterEntry = RegisterContent & {
  id: string
  bookId: string
  kind: RegisterKind
  revision: number
  changedAt: Moment
  changedBy: string
}

export const emptyRegisterContent: RegisterContent = {
  day: '',
  title: '',
  text: '',
  persons: '',
  values: {},
  goalIds: [],
  attachments: [],
  chapters: [],
}
