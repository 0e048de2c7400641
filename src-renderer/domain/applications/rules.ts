import type { Conclusion } from '../assessments/result.ts'
import { conclusions } from '../assessments/result.ts'
import type { ObjectKind } from '../goals/goal.ts'
import { type Grade, grades } from '../grade.ts'
import type { Sourced } from '../year-rules.ts'

/** Whence a result comes. */
export const sourceKinds = {
  evaluation: '绩效评价',
  'self-evaluation': '单位自评',
  assessment: '事前评估',
  review: '目标审核',
  disposal: '监控处置',
} as const
export type SourceKind = keyof typeof sourceKinds
export const sourceKindList = Object.keys(sourceKinds) as SourceKind[] // the keys of the table

/** Results of monitoring that reach the budget. */
export const monitoringResults = {
  adjusted: '调整预算',
  recovered: '收回财政',
  suspended: '暂停',
  unrectified: '逾期未整改',
} as const
export type MonitoringResult = keyof typeof monitoringResults

export type Result = Grade | Conclusion | MonitoringResult
export const resultNames: Readonly<Record<Result, string>> = {
  ...grades,
  ...conclusions,
  ...monitoringResults,
}

/** 应用措施, the mildest first (巴财〔2020〕38号 三（二）5). */
export const measures = {
  prioritise: '优先保障',
  secure: '保障',
  improve: '修改完善',
  redirect: '调整资金投向',
  adjust: '政策调整',
  merge: '整合',
  reduce: '压减预算',
  suspend: '暂停安排',
  cancel: '取消预算',
  exit: '清理退出',
  transfers: '与转移支付分配挂钩',
  yearly: '与年度目标考核挂钩',
} as const
export type Measure = keyof typeof measures
export const measureList = Object.keys(measures) as Measure[] // the keys of the table

/** Which way a measure moves the budget; `either` may, `none` never does. */
export type Direction = 'none' | 'up' | 'down' | 'either'

export type MeasureRule = Sourced & {
  id: Measure
  direction: Direction
  /** For which objects it is meant. */
  kinds: readonly ObjectKind[]
  /** What 支出管理科 is to do. */
  demand: string
}

/** Percent of the year's budget by which it is cut; `usual` is what is proposed. */
export type Cut = { least: number; most: number; usual: number }

/** What a result of an object leads to. */
export type ProposalRule = Sourced & {
  id: string
  on: SourceKind
  kinds: readonly ObjectKind[]
  result: Result
  /** What is proposed; several go together. */
  measures: readonly Measure[]
  /** What may be chosen instead. */
  others: readonly Measure[]
  /** null where the rule gives no share; the source itself may then give an amount (核减、调减). */
  cut: Cut | null
  rectify: boolean
  /** A result that has to be applied; others may be. */
  calls: boolean
}

/** Why 监督检查局 is called (三（二）5). */
export const referralKinds = { refused: '不予应用', poor: '应用不力', late: '逾期不应用' } as const
export type ReferralKind = keyof typeof referralKinds

/** 结果应用 under a year's rules. */
export type ApplicationRules = Sourced & {
  /** Until 支出管理科 has carried it out and answered in writing, from the decision. */
  workingDays: number
  rectification: Sourced & { workingDays: number }
  measures: readonly MeasureRule[]
  proposals: readonly ProposalRule[]
}

/** The row of a measure; undefined where a pack does not know it. */
export function measureRule(
  rules: Pick<ApplicationRules, 'measures'>,
  measure: Measure,
): MeasureRule | undefined {
  return rules.measures.find(({ id }) => id === measure)
}

/** The row for a result of an object (三（二）5: by object; by grade); undefined where the rules propose nothing. */
export function proposalFor(
  { kind, result }: { kind: SourceKind; result: Result },
  object: ObjectKind,
  rules: Pick<ApplicationRules, 'proposals'>,
): ProposalRule | undefined {
  return rules.proposals.find((row) => row.on === kind && row.result === result && row.kinds.includes(object))
}

/** The measures in words: 压减预算、与年度目标考核挂钩. */
export function measuresText(list: readonly Measure[]): string {
  return list.map((measure) => measures[measure]).join('、')
}
