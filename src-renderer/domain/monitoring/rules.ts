import type { DisposalRules } from '../disposals/rules.ts'
import type { Fen } from '../money.ts'
import type { ScreeningRules } from '../screening/rules.ts'
import type { Sourced } from '../year-rules.ts'

/** 完成目标可能性. */
export const likelihoods = { sure: '确定能', possible: '有可能', impossible: '完全不可能' } as const
export type Likelihood = keyof typeof likelihoods

/** From this month on the execution rate must not be below `rate` percent, until the next line. */
export type ExecutionLine = Sourced & { month: number; rate: number }

/** 偏差原因. */
export type DeviationCause = Sourced & { id: string; name: string }

/** Words of a finding in words (定性), and the percent of completion they stand for. */
export type QualitativeLevel = Sourced & { name: string; words: readonly string[]; rate: number }

/** A round that the year's calendar proposes: data to the end of `month`, due on the day `MM-DD`. */
export type RoundPlan = Sourced & { name: string; month: number; due: string }

/** How 双监控 is done under a year's rules. Rates and distances in percent and percentage points. */
export type MonitoringRules = {
  /** In the order of the months. */
  executionLines: readonly ExecutionLine[]
  /** More than `red` points below the line is red, less is yellow; more than `ahead` points before the plan is blue. */
  execution: Sourced & { red: number; ahead: number }
  /** Forecast completion from `green` is green, below `yellow` red; an indicator above `excess` is blue. */
  goal: Sourced & { green: number; yellow: number; excess: number }
  /** Goal and money more than so many points apart. */
  gap: Sourced & { yellow: number; red: number }
  /** Money expected to be left at the end of the year, in percent of the budget. */
  carryover: Sourced & { yellow: number; red: number }
  /** Where several apply the worst counts, so that 未完成 is not taken for 完成. */
  qualitative: readonly QualitativeLevel[]
  /** Below this rate expected for the year the reason must be given. */
  reasonBelow: Sourced & { rate: number }
  /** Characters: one cell of an indicator, one text of the whole form. */
  limits: Sourced & { cell: number; text: number }
  causes: readonly DeviationCause[]
  rounds: readonly RoundPlan[]
  /** 重点监控: projects of so much money (分) of which less than `rate` percent is paid at the end of `month` or later. */
  keyObjects: Sourced & { budget: Fen; month: number; rate: number }
  /** 处置: what is proposed for a warning, and within how many working days it is answered. */
  disposal: DisposalRules
  screening: ScreeningRules
}

/** The line that has passed last; null before the first one. */
export function lineAt(month: number, rules: Pick<MonitoringRules, 'executionLines'>): ExecutionLine | null {
  return rules.executionLines.findLast((line) => line.month <= month) ?? null
}
