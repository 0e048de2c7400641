import type { Fen } from '../money.ts'
import type { Severity } from '../problem.ts'
import type { Sourced } from '../year-rules.ts'

/** What is looked for in reported forms, in the order in which it is shown. */
export const screeningNames = {
  'money-differs': '与国库数不一致',
  'text-against-treasury': '未到位说法与资金矛盾',
  'text-against-light': '说法与进度矛盾',
  'all-on-target': '全部恰好达标',
  'forecast-full': '支出少而预计全部执行',
  'forecast-is-target': '进度慢而预计照抄目标',
  'above-target': '远超目标',
  'likelihood-against': '可能性与预计矛盾',
  'text-across': '跨单位文字雷同',
  'text-within': '同单位文字雷同',
  'same-as-before': '与上轮完全相同',
  'causes-without-text': '勾选原因无说明',
} as const
export type ScreeningCode = keyof typeof screeningNames
export const screeningCodes = Object.keys(screeningNames) as ScreeningCode[] // the keys of the table

/** The numbers of each rule; percent, months, counts and characters. */
type Params = {
  /** Paid and reported differ by more than so many percent of the larger. */
  'money-differs': { percent: number }
  /** From so many percent of the budget on the money counts as there. */
  'text-against-treasury': { arrived: number }
  /** An indicator below so many percent of its planned share is behind. */
  'text-against-light': { behind: number }
  /** Through this month, from so many quantities on, where less than so many percent of the money is paid. */
  'all-on-target': { throughMonth: number; least: number; paidBelow: number }
  /** Paid is below so many percent of the planned share. */
  'forecast-full': { behind: number }
  /** So far below so many percent of the planned share, from so many indicators on. */
  'forecast-is-target': { behind: number; least: number }
  'above-target': { excess: number }
  'likelihood-against': Record<never, number>
  /** Sentences from so many characters on. */
  'text-across': { characters: number }
  'text-within': { characters: number }
  'same-as-before': Record<never, number>
  'causes-without-text': Record<never, number>
}

/** One rule; a finding adds `points` to the risk of the form, at most `most` times. */
export type ScreeningRule<Code extends ScreeningCode = ScreeningCode> = Sourced & {
  severity: Severity
  points: number
  most: number
  params: Params[Code]
  suggestion: string
}

/** Words of a clause, and what takes their meaning away in the same clause (未, 将, 部分 …). */
export type ClauseWords = Sourced & {
  words: readonly string[]
  /** Only where the clause ends with them: 工程已完成, not 已完成的部分. */
  endings: readonly string[]
  unless: readonly string[]
}

export const riskLevels = { high: '高', medium: '中', low: '低' } as const
export type RiskLevel = keyof typeof riskLevels

/** 筛查: how reported forms are looked through, and what makes up the risk of one. */
export type ScreeningRules = {
  checks: { readonly [Code in ScreeningCode]: ScreeningRule<Code> }
  /** All goes well. */
  smooth: ClauseWords
  /** The money is not there. */
  unfunded: ClauseWords
  /** Points by size of the budget, in 分, smallest first; the last that is reached counts. */
  sizes: readonly (Sourced & { from: Fen; points: number })[]
  /** Points for each light. */
  lights: Sourced & { red: number; yellow: number; blue: number }
  /** Points from which the risk is called so. */
  levels: Sourced & { high: number; medium: number }
}
