import type { Day, Moment } from '../dates.ts'
import type { ObjectKind } from '../goals/goal.ts'
import type { LightColour, LightKind } from '../monitoring/lights.ts'
import type { StepTaken } from '../workflow.ts'
import type { DisposalState } from './flow.ts'

/** 处置意见: what is done about a warning (巴财〔2020〕38号 三（二）2; 继续执行 and 取消 after Sichuan's 办法). */
export const measures = {
  continue: '继续执行',
  remind: '提示',
  caution: '警示',
  correct: '纠偏',
  hasten: '督促加快',
  adjust: '调整预算',
  recover: '收回财政',
  suspend: '暂停',
  cancel: '取消',
} as const
export type Measure = keyof typeof measures

/** Why there is a disposal: a light as it was, or a finding on the spot. */
export type DisposalCause = { kind: LightKind | 'spot-check'; colour: LightColour; text: string }

/** 处置 of what monitoring found of one goal. */
export type Disposal = {
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
  /** What the rules propose, the gravest first, and the decision; '' until a person decided. */
  proposed: readonly Measure[]
  measure: Measure | ''
  /** 处置要求, as the letter says it. */
  demand: string
  /** From when the working days are counted, and the last of them. */
  warnedOn: Day
  dueOn: Day
  /** 发文字号 of the letter; '' while none was sent. */
  letterNumber: string
  /** The unit's answer: what was done, and by when. */
  answer: string
  answeredOn: Day
  attachments: readonly string[]
  trail: readonly StepTaken[]
  state: DisposalState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}
