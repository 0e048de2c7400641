import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { BudgetBook, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { StepTaken } from '../workflow.ts'
import type { Mark } from '../year-rules.ts'
import type { ApplicationState, RectificationState } from './flow.ts'
import type { Cut, Measure, ReferralKind, Result, SourceKind } from './rules.ts'

/** The result that is applied, as it was when it was proposed. */
export type Source = {
  kind: SourceKind
  id: string
  name: string
  result: Result
  /** Hundredths of a point; null where the result is none of points. */
  score: number | null
  /** What was found, in words. */
  said: string
}

/** What the rules say of it, kept: a later change of the rules changes no proposal. */
export type Ground = {
  ruleId: string
  clause: string
  mark: Mark
  measures: readonly Measure[]
  others: readonly Measure[]
  cut: Cut | null
  calls: boolean
}

/** What 监督与绩效管理科 writes. A change of the budget in 分: below nothing takes away; null where none is said. */
export type Proposal = {
  proposed: readonly Measure[]
  proposedChange: Fen | null
  reason: string
  /** 预算项目 (line of the budget) to which it goes, and its goal where it is known. */
  nextName: string
  nextGoalId: string
  letterNumber: string
}

/** What 预算科 prepares and the leaders decide. */
export type Decision = {
  budgetOpinion: string
  decided: readonly Measure[]
  decidedChange: Fen | null
  /** Why it differs from the rules. */
  decisionReason: string
  decidedBy: string
}

/** 书面反馈 of 支出管理科. */
export type Answer = {
  answer: string
  doneChange: Fen | null
  attachments: readonly Attachment[]
}

export type FollowUp = { id: string; on: Day; text: string; by: string }

export type RectificationOrder = { demand: string; dueOn: Day; number: string }
export type RectificationReport = { report: string; proof: readonly Attachment[] }

/** 整改单. */
export type Rectification = RectificationOrder &
  RectificationReport & {
    /** What was found, as the order says it. */
    problem: string
    orderedOn: Day
    reportedOn: Day
    clearedOn: Day
    conclusion: string
    state: RectificationState
    heldSince: Moment
  }

/** What was handed to 监督检查局, and how it was handled. */
export type Referral = { kind: ReferralKind; reason: string; on: Day; handling: string; handledOn: Day }

/** 结果应用 of one result (evaluation, pre-assessment, review, monitoring) to money, policy or people, as kept. */
export type Application = Proposal &
  Decision &
  Answer & {
    id: string
    bookId: string
    /** Of the goal, or of the task where the object has no goal of its own. */
    objectId: string
    /** '' for an object without a goal. */
    goalId: string
    /** '' where no unit stands for it (政府预算). */
    unitId: string
    name: string
    code: string
    kind: ObjectKind
    budgetBook: BudgetBook
    /** The year's budget; null where it is not known. */
    budget: Fen | null
    /** The budget year to which it goes. */
    targetYear: number
    source: Source
    ground: Ground
    decidedOn: Day
    /** Until when it is to be carried out; '' until it was decided. */
    dueOn: Day
    answeredOn: Day
    followUps: readonly FollowUp[]
    rectification: Rectification | null
    referrals: readonly Referral[]
    trail: readonly StepTaken[]
    state: ApplicationState
    heldSince: Moment
    revision: number
    changedAt: Moment
    changedBy: string
  }

/** Whether carrying out is late: decided, not answered, and the last of its working days has passed. Never stored. */
export function isOverdue({ state, dueOn }: Pick<Application, 'state' | 'dueOn'>, today: Day): boolean {
  return state === 'carrying' && dueOn !== '' && today > dueOn
}

/** Whether the unit is late with what it has to put right. */
export function isRectificationOverdue(
  rectification: Pick<Rectification, 'state' | 'dueOn'> | null,
  today: Day,
): boolean {
  return rectification?.state === 'ordered' && today > rectification.dueOn
}
