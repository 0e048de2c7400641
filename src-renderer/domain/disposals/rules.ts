import type { LightColour } from '../monitoring/lights.ts'
import type { Sourced } from '../year-rules.ts'
import type { CauseKind } from './disposal.ts'

/** 处置措施, the mildest first (巴财〔2020〕38号 三（二）2; 暂停 after 财预〔2019〕136号 and Sichuan's 办法). */
export const measures = {
  remind: '提示',
  caution: '警示',
  hasten: '督促加快',
  correct: '纠偏',
  adjust: '调整预算',
  recover: '收回财政',
  suspend: '暂停',
} as const
export type Measure = keyof typeof measures
export const measureList = Object.keys(measures) as Measure[] // the keys of the table

/** What the unit chooses within its working days (四川《部门预算绩效运行监控管理办法》). */
export const choices = { continue: '继续执行', transfer: '调剂', cancel: '取消' } as const
export type Choice = keyof typeof choices

/** The letters that a decision leads to. */
export const letterKinds = { supervision: '督办函', rectification: '整改通知书' } as const
export type LetterKind = keyof typeof letterKinds

/** A measure: which letter, whether the unit chooses, whether it is about money, whether the goal is to be adjusted. */
export type MeasureRule = Sourced & {
  id: Measure
  letter: LetterKind
  asksChoice: boolean
  hasAmount: boolean
  adjusts: boolean
  /** The demand that stands in the letter unless another one is written. */
  demand: string
}

/** What is proposed for a cause from a month on; `impossible` rows are for goals that 完全不可能 be reached. */
export type ProposalRule = Sourced & {
  on: CauseKind
  colour: LightColour
  fromMonth: number
  impossible: boolean
  /** The usual one first. */
  measures: readonly Measure[]
}

/** A choice of the unit, and whether it needs 目标调整. */
export type ChoiceRule = Sourced & { id: Choice; adjusts: boolean }

/** How warnings are disposed of under a year's rules; the clause is that of the working days. */
export type DisposalRules = Sourced & {
  /** From the letter's day. */
  workingDays: number
  /** After an answer was sent back. */
  again: Sourced & { workingDays: number }
  measures: readonly MeasureRule[]
  proposals: readonly ProposalRule[]
  choices: readonly ChoiceRule[]
}

/** The row of a measure; undefined where a pack does not know it. */
export function measureRule(
  rules: Pick<DisposalRules, 'measures'>,
  measure: Measure,
): MeasureRule | undefined {
  return rules.measures.find(({ id }) => id === measure)
}
