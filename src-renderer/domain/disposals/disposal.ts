import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import type { ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { Light, LightColour, LightKind } from '../monitoring/lights.ts'
import type { StepTaken } from '../workflow.ts'
import type { DisposalState } from './flow.ts'
import type { Choice, Measure } from './rules.ts'

/** What a disposal may follow from, beside the lights: a finding on the spot, or an answer that did not come in time. */
export const otherCauses = { 'spot-check': '重点核查', overdue: '逾期未整改' } as const
export type CauseKind = LightKind | keyof typeof otherCauses

/** Why there is a disposal: a light with all it rested on, as it was when it was proposed, or a finding on the spot. */
export type DisposalCause = Omit<Light, 'reason'> & { kind: CauseKind; text: string; colour: LightColour }

/** What a person decides: the measure, and what the letter says. */
export type Decision = {
  measure: Measure
  /** 拟调减 or 收回 in 分; null where the measure is not about money, or the sum is not known yet. */
  amount: Fen | null
  /** 目标发生重大变化: the unit has to apply for 目标调整, after an assessment. */
  goalChange: boolean
  /** 处置要求, as the letter says it. */
  demand: string
  /** The letter's day, from which the working days are counted. */
  warnedOn: Day
  /** 发文字号; '' while the letter has none. */
  letterNumber: string
}

/** What the unit reports: 整改情况. */
export type Answer = {
  /** 继续执行、调剂、取消; '' where it is not asked or not chosen. */
  choice: Choice | ''
  answer: string
  /** By when what is left will be done; '' where all is done. */
  doneBy: Day
  attachments: readonly Attachment[]
}

/** 处置 of what monitoring found of one goal. */
export type Disposal = Omit<Decision, 'measure'> &
  Answer & {
    id: string
    bookId: string
    goalId: string
    unitId: string
    name: string
    code: string
    kind: ObjectKind
    /** The round whose lights it follows; '' where it follows from execution or from a check on the spot alone. */
    roundId: string
    /** The spot check it follows; '' where there is none. */
    spotCheckId: string
    month: number
    causes: readonly DisposalCause[]
    /** What the rules propose; the first one is what they would choose. */
    proposed: readonly Measure[]
    /** What was decided, or, before that, what the one who proposed it would choose. */
    measure: Measure
    /** Until when the unit has to answer; '' until it was decided. What the letter said, so never worked out anew. */
    dueOn: Day
    answeredOn: Day
    trail: readonly StepTaken[]
    state: DisposalState
    heldSince: Moment
    revision: number
    changedAt: Moment
    changedBy: string
  }

/** Whether the unit is late: it still has to answer, and the last of its working days has passed. Never stored. */
export function isOverdue({ state, dueOn }: Pick<Disposal, 'state' | 'dueOn'>, today: Day): boolean {
  return waitsForUnit(state) && dueOn !== '' && today > dueOn
}

/** Whether the unit has to put something right. */
export function waitsForUnit(state: DisposalState): boolean {
  return state === 'issued' || state === 'returned'
}

/** Whether something is still to be done; a goal has at most one such disposal in a round. */
export function isOpenDisposal(state: DisposalState): boolean {
  return state !== 'closed' && state !== 'dropped'
}
