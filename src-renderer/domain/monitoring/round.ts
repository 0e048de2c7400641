import { type Day, daysLater, isDay, type Moment } from '../dates.ts'
import type { Goal, GoalStatus } from '../goals/goal.ts'
import type { Problem } from '../problem.ts'
import type { MonitoringRules } from './rules.ts'

/** Which goals a round asks for: 各部门对所有项目, 财政局对重点项目. */
export const roundScopes = { all: '全部项目和政策', key: '重点项目', chosen: '指定项目' } as const
export type RoundScope = keyof typeof roundScopes

/** What a person decides when a round is issued. */
export type RoundPlanWanted = {
  name: string
  /** Data to the end of this month, 1–12. */
  month: number
  dueOn: Day
  scope: RoundScope
  /** The goals that were named, where the scope is 指定项目. */
  goalIds?: readonly string[]
  /** Also 部门整体支出. */
  departments: boolean
  /** Also goals that are not approved yet: where approvals are kept on paper. */
  unapproved: boolean
  /** What the notice says beside it. */
  note: string
}

/** 监控轮次. */
export type Round = RoundPlanWanted & {
  id: string
  bookId: string
  state: 'open' | 'closed'
  openedAt: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/** Time to fill in a form where the plan's own deadline has passed. */
const daysToFill = 14

/**
 * The wording of the national plan is a proposal: the bureau may set its own. With `today`, who issues a round late is not
 * offered a deadline that makes everybody late at once.
 */
export function proposedRound(
  rules: Pick<MonitoringRules, 'rounds'>,
  year: number,
  taken: readonly Pick<Round, 'month'>[],
  today: Day = '',
): RoundPlanWanted {
  const plan =
    rules.rounds.find(({ month }) => !taken.some((round) => round.month === month)) ?? rules.rounds.at(-1)
  const planned = plan ? `${year}-${plan.due}` : ''
  return {
    name: plan?.name ?? '',
    month: plan?.month ?? 12,
    dueOn: planned !== '' && planned < today ? daysLater(today, daysToFill) : planned,
    scope: 'all',
    departments: false,
    unapproved: false,
    note: '',
  }
}

/** The round that is asked about: the last one opened that still collects, else the last; `rounds` as they were opened. */
export function newestRound<R extends Pick<Round, 'state'>>(rounds: readonly R[]): R | null {
  return rounds.findLast(({ state }) => state === 'open') ?? rounds.at(-1) ?? null
}

/** What is wrong with a round that is about to be issued. */
export function checkRound(wanted: RoundPlanWanted, others: readonly Pick<Round, 'name'>[]): Problem[] {
  const problems: Problem[] = []
  const add = (code: string, at: string, message: string) =>
    problems.push({ code, severity: 'error', at, message, clause: '', suggestion: '' })
  if (wanted.name.trim() === '') add('name-missing', 'name', '请填写轮次名称。')
  if (others.some(({ name }) => name.trim() === wanted.name.trim()))
    add('name-taken', 'name', '已有同名的轮次，请换一个名称。')
  if (!Number.isInteger(wanted.month) || wanted.month < 1 || wanted.month > 12)
    add('month-unfit', 'month', '截止月份应在 1 到 12 之间。')
  if (wanted.scope === 'chosen' && (wanted.goalIds ?? []).length === 0)
    add('nothing-chosen', 'scope', '请至少选一个项目。')
  if (!isDay(wanted.dueOn)) add('due-unfit', 'dueOn', '报送期限不是一个日期，应如 2026-08-31。')
  return problems
}

/** What a person should know of a deadline before it is issued: one that has passed makes everybody late at once. */
export function warnOfDeadline({ dueOn }: Pick<RoundPlanWanted, 'dueOn'>, today: Day): Problem[] {
  if (!isDay(dueOn) || dueOn >= today) return []
  const message = '报送期限已过，布置后各单位当天就算逾期。'
  return [{ code: 'due-past', severity: 'warning', at: 'dueOn', message, clause: '', suggestion: '' }]
}

const approved: readonly GoalStatus[] = ['approved']
const dropped: readonly GoalStatus[] = ['rejected']

/** Whether a goal may belong to a round at all: how far it has come, and whether its kind is asked for. */
function isOpenTo(
  goal: Pick<Goal, 'kind' | 'status'>,
  wanted: Pick<RoundPlanWanted, 'departments' | 'unapproved'>,
): boolean {
  if (wanted.unapproved ? dropped.includes(goal.status) : !approved.includes(goal.status)) return false
  if (goal.kind === 'department') return wanted.departments
  return goal.kind !== 'government'
}

/** The goals among which a round may choose. */
export function eligible<Each extends Pick<Goal, 'kind' | 'status'>>(
  goals: readonly Each[],
  wanted: Pick<RoundPlanWanted, 'departments' | 'unapproved'>,
): Each[] {
  return goals.filter((goal) => isOpenTo(goal, wanted))
}

/** Whether a goal belongs to a round: it is open to it, and of its scope. */
export function isAsked(
  goal: Pick<Goal, 'id' | 'kind' | 'status' | 'importance'>,
  wanted: Pick<RoundPlanWanted, 'scope' | 'goalIds' | 'departments' | 'unapproved'>,
): boolean {
  if (!isOpenTo(goal, wanted)) return false
  if (wanted.scope === 'chosen') return wanted.goalIds?.includes(goal.id) ?? false
  return wanted.scope === 'all' || goal.kind === 'department' || goal.importance === 'key'
}

/** 1—7 月, as the form's heads name the months. */
export function monthsText(month: number): string {
  return month === 1 ? '1 月' : `1—${month} 月`
}
