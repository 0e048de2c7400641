import type { Day } from '../dates.ts'
import { months } from '../execution/execution.ts'
import { proposedRound, type Round } from './round.ts'
import { lineAt, type MonitoringRules } from './rules.ts'

/** A round of the plan: issued, or proposed by the rules and not issued yet. */
export type PlannedRound = {
  name: string
  dueOn: Day
  state: 'planned' | 'open' | 'closed'
  /** '' while it is not issued. */
  roundId: string
  /** Its day has passed: not issued, or not closed. */
  isLate: boolean
}

/** A month of the year's plan. */
export type PlannedMonth = {
  month: number
  /** 执行预警线 that counts at its end, in percent; null before the first one. */
  line: number | null
  /** Whether the treasury's figures of the month are there; `due` once the month is over. */
  execution: 'there' | 'due' | 'ahead'
  rounds: readonly PlannedRound[]
}

/**
 * 年度绩效监控工作计划: every month with 预算执行 to be watched, the line that counts then, and the rounds on its data. A round
 * of the rules is planned until one on the same month is issued.
 *
 * @see 巴财〔2020〕38号 三（二）2: 财政监督与绩效管理科负责制定年度绩效监控工作计划
 */
export function yearPlan(
  rules: Pick<MonitoringRules, 'executionLines' | 'rounds'>,
  rounds: readonly Pick<Round, 'id' | 'name' | 'month' | 'dueOn' | 'state'>[],
  facts: { year: number; today: Day; withData: ReadonlySet<number> },
): PlannedMonth[] {
  const { year, today, withData } = facts
  const issued = rounds.map(({ id, name, month, dueOn, state }) => ({
    month,
    round: { name, dueOn, state, roundId: id, isLate: state === 'open' && today > dueOn },
  }))
  const planned = rules.rounds
    .filter(({ month }) => !rounds.some((round) => round.month === month))
    .map((plan) => {
      const { name, month, dueOn } = proposedRound({ rounds: [plan] }, year, [])
      const round = { name, dueOn, state: 'planned' as const, roundId: '', isLate: today > dueOn }
      return { month, round }
    })
  return months.map((month) => {
    const isOver =
      today >= `${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`
    return {
      month,
      line: lineAt(month, rules)?.rate ?? null,
      execution: withData.has(month) ? 'there' : isOver ? 'due' : 'ahead',
      rounds: [...issued, ...planned].filter((each) => each.month === month).map(({ round }) => round),
    }
  })
}
