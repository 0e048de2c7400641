import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { ObjectKind } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import type { Fen } from '../money.ts'
import type { StepTaken } from '../workflow.ts'
import type { Feedback } from './feedback.ts'
import type { StatedFigures } from './fiscal-figures.ts'
import type { EvaluationScope, IndicatorSystem } from './indicator-system.ts'
import type { SheetKit } from './kit.ts'
import type { EvidenceRef } from './mark.ts'
import type { Aggregation } from './rules.ts'
import type { ScoreSheet } from './score-sheet.ts'
import type { Visit } from './visit.ts'

/** Whose evaluation it is. */
export const taskLevels = { fiscal: '财政评价', department: '部门评价' } as const
export type TaskLevel = keyof typeof taskLevels

export const taskStates = {
  preparing: '准备中',
  scoring: '评分中',
  combining: '汇总中',
  asked: '征求意见',
  concluded: '已结论',
  stopped: '已终止',
} as const
export type TaskState = keyof typeof taskStates

/** One who scores; the weight counts in the weighted mean. */
export type TaskExpert = { expertId: string; name: string; weight: number }

/** 佐证材料 of a task, tied to the indicators it proves. */
export type Material = {
  /** What an `EvidenceRef` of a mark or problem names as its `attachmentId`. */
  id: string
  name: string
  /** null for what is kept on paper alone; the note says where. */
  attachment: Attachment | null
  /** 底稿 number, as printed. */
  number: string
  note: string
  indicatorIds: readonly string[]
}

/** A problem found: where, how much, whose, and what it rests on. */
export type TaskProblem = {
  id: string
  indicatorId: string
  text: string
  /** Money concerned, in 分; null where it is not about money. */
  amount: Fen | null
  owner: string
  advice: string
  evidence: readonly EvidenceRef[]
}

/** 征求意见: what the evaluated unit says of a point, and what was made of it. */
export type TaskReply = {
  id: string
  /** Of an indicator or a problem; '' of the whole. */
  about: string
  text: string
  decision: '' | 'adopted' | 'partly' | 'refused'
  answer: string
}

/** What the task came to when it was concluded; it is not computed anew. Points in hundredths. */
export type FrozenResult = {
  rulesId: string
  rulesVersion: number
  ownRevision?: number
  aggregation: Aggregation
  points: Readonly<Record<string, number>>
  total: number
  grade: Grade
}

/** 评价任务: the evaluation of one object of a budget year, kept in the book of that year. */
export type EvaluationTask = {
  id: string
  bookId: string
  /** '' for an object that has no goal of its own. */
  goalId: string
  unitId: string
  sectionId: string
  name: string
  code: string
  kind: ObjectKind
  scope: EvaluationScope
  level: TaskLevel
  /** 编号, counted in the book. */
  number: string
  /** '' where the bureau works by itself. */
  agencyId: string
  startsOn: Day | ''
  dueOn: Day | ''
  /** The task's own copy: a later version of the system does not change it. */
  system: IndicatorSystem
  /** Experts do not see whose project it is. */
  isBlind: boolean
  /** The indicator that all score first, to see that they read the standard alike; '' for none. */
  calibrationId: string
  /** '' follows the rules of the year. */
  aggregation: Aggregation | ''
  experts: readonly TaskExpert[]
  materials: readonly Material[]
  problems: readonly TaskProblem[]
  recommendations: readonly string[]
  replies: readonly TaskReply[]
  /** Texts of the report by part. */
  texts: Readonly<Record<string, string>>
  /** Of the fiscal statements, where a government's budget is evaluated. */
  figures?: StatedFigures
  /** 现场安排. */
  visits?: readonly Visit[]
  frozen: FrozenResult | null
  /** What the unit was asked about: the result as it stood then, until it is concluded. */
  draft?: FrozenResult
  /** Of a government's budget, once its result was fed back. */
  feedback?: Feedback
  trail: readonly StepTaken[]
  state: TaskState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/** A sheet as kept; `unitId` is the task's, for who may reach it. */
export type KeptSheet = ScoreSheet & {
  bookId: string
  unitId: string
  /** Absent while the sheet never left this machine. */
  kit?: SheetKit
  revision: number
  changedAt: Moment
  changedBy: string
}

/** A system of a book; the shipped templates are in none. */
export type KeptSystem = IndicatorSystem & {
  bookId: string
  revision: number
  changedAt: Moment
  changedBy: string
}
