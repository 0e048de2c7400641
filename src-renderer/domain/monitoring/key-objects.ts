import type { Goal } from '../goals/goal.ts'
import { type Fen, formatWan } from '../money.ts'
import { compareRatios, executionRate, percent, percentText, type Ratio } from './ratio.ts'
import { monthsText } from './round.ts'
import type { MonitoringRules } from './rules.ts'

/** 执行率 by the treasury: of the adjusted budget, else of 年初, else of what the goal asks for; null where it is silent. */
export function treasuryRate(
  goal: Pick<Goal, 'total'>,
  treasury: { initial: Fen | null; adjusted: Fen | null; paid: Fen | null } | undefined,
): Ratio | null {
  if (!treasury) return null
  return executionRate({
    budget: treasury.adjusted ?? treasury.initial ?? goal.total,
    paid: treasury.paid,
  })
}

/**
 * Why a goal is proposed for 重点监控: it is marked as important, or it has much money of which little is paid. `rate` is
 * its 执行率 at the end of `month`; null where the treasury says nothing, which proposes nothing. [] where nothing speaks
 * for it.
 */
export function keyReasons(
  goal: Pick<Goal, 'importance' | 'total'>,
  { month, rate }: { month: number; rate: Ratio | null },
  { keyObjects }: Pick<MonitoringRules, 'keyObjects'>,
): string[] {
  const reasons: string[] = []
  if (goal.importance === 'key') reasons.push('重点项目')
  const isLarge = (goal.total ?? 0) >= keyObjects.budget
  const isSlow = rate !== null && compareRatios(rate, percent(keyObjects.rate)) < 0
  if (month >= keyObjects.month && isLarge && rate !== null && isSlow)
    reasons.push(
      `预算 ${formatWan(keyObjects.budget)} 万元以上，${monthsText(month)}执行率 ${percentText(rate)}，低于 ${keyObjects.rate}%`,
    )
  return reasons
}
