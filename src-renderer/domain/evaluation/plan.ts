import type { Moment } from '../dates.ts'
import type { ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { TaskLevel } from './task.ts'

/** One object of the year's list: proposed with reasons, decided by the bureau. */
export type PlanItem = {
  /** Of the goal or unit that is evaluated. */
  objectId: string
  kind: ObjectKind
  unitId: string
  name: string
  level: TaskLevel
  size: Fen | null
  isCompulsory: boolean
  points: number
  reasons: readonly string[]
  decision: 'chosen' | 'dropped'
  /** Why the bureau decided otherwise than proposed. */
  note: string
  /** The task that was made of it; '' before. */
  taskId: string
}

/** 年度评价计划 of a book. */
export type EvaluationPlan = {
  id: string
  bookId: string
  /** How many evaluations the year can bear. */
  capacity: number
  items: readonly PlanItem[]
  state: 'draft' | 'issued'
  issuedAt: Moment | ''
  revision: number
  changedAt: Moment
  changedBy: string
}
