import type { Severity } from '../problem.ts'
import type { RiskLevel } from '../screening/rules.ts'
import type { Sourced } from '../year-rules.ts'

/** What makes a self-evaluation doubtful, in the order in which it is shown. */
export const credibilityNames = {
  'target-changed': '指标值与批复不一致',
  'indicator-dropped': '批复的指标没有自评',
  'weight-moved': '分值移向容易完成的指标',
  'full-low-execution': '全部满分而执行率低',
  'high-low-execution': '高分低执行',
  'score-above-rules': '自评分高于按规则计算的分',
  'reason-against-numbers': '说明与数字矛盾',
  'zero-without-reason': '得零分无原因',
  'text-across': '跨单位文字雷同',
  'foreign-indicator': '指标与项目无关',
  'all-on-target': '完成值全部恰好等于目标',
  'all-full': '全部满分',
  'benefit-without-method': '效益指标没有取值方式',
  'text-within': '同单位文字雷同',
} as const
export type CredibilityCode = keyof typeof credibilityNames
export const credibilityCodes = Object.keys(credibilityNames) as CredibilityCode[] // the keys of the table

/** The numbers of each rule: percent, hundredths of points, counts, characters. */
type Params = {
  'target-changed': Record<never, number>
  'indicator-dropped': Record<never, number>
  /** Moved to indicators with full marks, in hundredths. */
  'weight-moved': { points: number }
  'full-low-execution': { rate: number }
  /** Total in hundredths from which it is high, with the execution rate below `rate`. */
  'high-low-execution': { total: number; rate: number }
  /** Above the automatic score by so many percent of the weight. */
  'score-above-rules': { percent: number }
  /** From so many percent executed on the money counts as there. */
  'reason-against-numbers': { arrived: number }
  'zero-without-reason': Record<never, number>
  'text-across': { characters: number }
  'foreign-indicator': Record<never, number>
  /** From so many numeric indicators on. */
  'all-on-target': { least: number }
  'all-full': { least: number }
  'benefit-without-method': Record<never, number>
  'text-within': { characters: number }
}

/** One rule; a finding adds `points` to the doubt about a form, at most `most` times. */
export type CredibilityRule<Code extends CredibilityCode = CredibilityCode> = Sourced & {
  severity: Severity
  points: number
  most: number
  params: Params[Code]
  suggestion: string
}

/** A field of work: words that show it, and the fields whose indicators go with it. */
export type Topic = Sourced & { id: string; words: readonly string[]; with: readonly string[] }

/** 自评可信度: how self-evaluations are looked through before the 抽查. */
export type CredibilityRules = {
  checks: { readonly [Code in CredibilityCode]: CredibilityRule<Code> }
  /** Says that something is not done, and what takes that away. */
  unfinished: Sourced & { words: readonly string[]; unless: readonly string[] }
  /** Level-1 names of 效益 and 满意度, by how they begin. */
  benefitLevels: readonly string[]
  topics: readonly Topic[]
  levels: Sourced & { high: number; medium: number }
}

export type CredibilityLevel = RiskLevel
