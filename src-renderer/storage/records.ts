import type { Moment } from '#domain/dates'
import type { BudgetBook, Goal, GoalStatus, ObjectKind } from '#domain/goals/goal'
import type { Fen } from '#domain/money'
import type { Duty } from '#domain/people/duties'
import type { Health } from '#domain/problem'

/** What the ledger needs of a goal; written together with it, so that 25,000 rows are read without their forms. */
export type GoalRow = {
  id: string
  bookId: string
  unitId: string
  kind: ObjectKind
  book: BudgetBook
  code: string
  name: string
  total: Fen | null
  status: GoalStatus
  health: Health
  /** Sum of the weights in hundredths of a point. */
  weightSum: number
  indicatorCount: number
  revision: number
  changedAt: Moment
  heldSince?: Moment
  changedBy: string
  initials: string
}

/** One field of a changed record, as text a person can read. */
export type FieldChange = {
  field: string
  label: string
  from: string
  to: string
}

/**
 * What a write did to one record. `before` keeps a deleted record whole; the state before any change follows from the
 * current one by taking the changes back.
 */
export type RecordChange = {
  table: string
  id: string
  kind: 'created' | 'changed' | 'deleted'
  name: string
  fields: FieldChange[]
  before: unknown
}

/** 操作记录: one per action, chained by hash within a book. */
export type AuditEntry = {
  id: string
  bookId: string
  /** Counts from 1 within the book. */
  number: number
  at: Moment
  by: string
  /** The duty in which it was done; entries written before version 3 have none. */
  duty?: Duty
  action: string
  summary: string
  subjectIds: string[]
  changes: RecordChange[]
  /** What the hash is made by; entries of early versions have none: SHA-256. */
  algorithm?: 'sm3'
  previousHash: string
  hash: string
}

/** End of a book's chain: a trail cut off at its end is noticed too. */
export type AuditHead = { bookId: string; number: number; hash: string }

/** What an import did, for taking it back. */
export type ImportRecord = {
  id: string
  bookId: string
  at: Moment
  by: string
  files: string[]
  /** Goals as the import left them: a later revision means someone went on working. */
  added: { id: string; revision: number }[]
  replaced: { id: string; revision: number; before: Goal }[]
  unitIds: string[]
  /** '' until it was taken back. */
  undoneAt: Moment | ''
}

/** A remembered mapping of a flat ledger layout. */
export type Layout = {
  id: string
  name: string
  mapping: unknown
  changedAt: Moment
}

/** A setting of this machine (column widths, the open book); not business data, hence not in the trail. */
export type Preference = { id: string; value: unknown }

/**
 * What proves a person: a verifier of the password by Argon2id with its own salt and cost, and the key of the sealed
 * fields wrapped by the password. Never in the trail, never shown.
 */
export type Credential = {
  /** Of the account; 'recovery-code' for the one of the machine. */
  id: string
  scheme: 'argon2id'
  memory: number
  passes: number
  lanes: number
  salt: string
  verifier: string
  wrappedKey: string
  /** When and by whom a recovery code was made; passwords have none. */
  madeAt?: Moment
  madeBy?: string
}
