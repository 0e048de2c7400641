import type { Stage } from '../coverage-map/stages.ts'
import { type Day, daysLater } from '../dates.ts'
import type { DisclosureRule } from '../disclosures/rules.ts'
import { type PlannedRound, yearPlan } from '../monitoring/plan.ts'
import type { Round } from '../monitoring/round.ts'
import type { MonitoringRules } from '../monitoring/rules.ts'
import type { Permission } from '../people/permissions.ts'
import type { WorkItem } from '../supervision/work-item.ts'
import { workNotice, workTemplates } from '../supervision/work-table.ts'
import type { Sourced } from '../year-rules.ts'

/** Of which budget year the work of a calendar year is: what was spent, what is being spent, what is prepared. */
export type OfYear = 'last' | 'this' | 'next'

/** Where the day of a step stands: in the year's work plan, or in the rules of 信息公开. */
type DayFrom = { work: string } | { disclosure: DisclosureRule['deadline']['with'] }

export type StepRule = {
  id: string
  name: string
  of: OfYear
  from: DayFrom
  /** What of 三全覆盖 tells how far it is; null for what is told otherwise. */
  stage: Stage | null
  path: string
  permission: Permission
}

/**
 * The steps of a calendar year beside the rounds of monitoring, after the chain of 巴财〔2020〕38号 三（二）、三（五）. Their days
 * are those of the year's work plan (`work` names its row) and of the rules: none stands here.
 */
export const stepRules: readonly StepRule[] = [
  {
    ...{ id: 'self', name: '单位自评', of: 'last', from: { work: 'self-evaluation' }, stage: 'self' },
    ...{ path: '/evaluation/self', permission: 'see-self-evaluations' },
  },
  {
    ...{
      id: 'goal-public',
      name: '目标公开',
      of: 'this',
      from: { disclosure: 'budget' },
      stage: 'disclosure',
    },
    ...{ path: '/disclosures', permission: 'see-disclosures' },
  },
  {
    ...{ id: 'evaluation', name: '重点评价', of: 'last', from: { work: 'tasks' }, stage: 'evaluation' },
    ...{ path: '/evaluation/tasks', permission: 'see-evaluation-tasks' },
  },
  {
    ...{ id: 'assessment', name: '事前评估', of: 'next', from: { work: 'assessments' }, stage: 'assessment' },
    ...{ path: '/assessments', permission: 'see-assessments' },
  },
  {
    ...{ id: 'application', name: '结果应用', of: 'last', from: { work: 'application-answer' } },
    ...{ stage: 'application', path: '/applications', permission: 'see-applications' },
  },
  {
    ...{ id: 'result-public', name: '结果公开', of: 'last', from: { disclosure: 'accounts' } },
    ...{ stage: 'disclosure', path: '/disclosures', permission: 'see-disclosures' },
  },
  {
    ...{ id: 'goal', name: '目标审核', of: 'next', from: { work: 'goal-review' }, stage: 'goal' },
    ...{ path: '/goals', permission: 'see-goals' },
  },
  {
    ...{ id: 'appraisal', name: '工作考核', of: 'this', from: { work: 'appraisal' }, stage: null },
    ...{ path: '/appraisals', permission: 'see-appraisals' },
  },
]

/** How a step stands. */
export const stepStates = {
  done: '已完成',
  now: '进行中',
  late: '已逾期',
  ahead: '未到',
  counting: '正在统计',
  none: '没有记录',
} as const
export type StepState = keyof typeof stepStates

/** How many are done of how many that are due; 'counting' while that is worked out, null where nothing is known of it. */
export type Progress = { done: number; due: number } | 'counting' | null

/** A step on the year's calendar. */
export type YearStep = Sourced & {
  id: string
  name: string
  of: OfYear
  dueOn: Day
  state: StepState
  progress: Progress
  path: string
  permission: Permission
}

/** What the calendar of a year follows from. */
export type YearFacts = {
  year: number
  today: Day
  /** The work plan of the bureau for the year; the shipped plan's days count for what it does not have. */
  work: readonly Pick<WorkItem, 'templateId' | 'dueOn' | 'clause' | 'mark' | 'state'>[]
  disclosure: readonly DisclosureRule[]
  monitoring: Pick<MonitoringRules, 'executionLines' | 'rounds'>
  /** null where the year has no book: whether they were issued is not known then. */
  rounds: readonly Pick<Round, 'id' | 'name' | 'month' | 'dueOn' | 'state'>[] | null
  /** By the id of a step. */
  progress: Readonly<Record<string, Progress>>
}

/** The steps of a calendar year by their days, each with where it stands today. Never stored. */
export function yearSteps(facts: YearFacts): YearStep[] {
  const steps = stepRules.flatMap((rule): YearStep[] => {
    const timed = dayOf(rule.from, facts)
    if (!timed) return []
    const { id, name, of, path, permission } = rule
    const progress = facts.progress[id] ?? null
    const state = stepState(timed.dueOn, progress, timed.isConfirmed, facts.today)
    const { dueOn, clause, mark } = timed
    return [{ id, name, of, path, permission, progress, state, dueOn, clause, mark }]
  })
  return [...steps, ...roundSteps(facts)].toSorted((left, right) =>
    left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0,
  )
}

type Timed = Sourced & { dueOn: Day; isConfirmed: boolean }

function dayOf(from: DayFrom, { year, work, disclosure }: YearFacts): Timed | null {
  if ('disclosure' in from) {
    const days = disclosure
      .map(({ deadline }) => deadline)
      .filter((deadline) => deadline.with === from.disclosure)
    const last = days.toSorted((left, right) => (left.until < right.until ? 1 : -1))[0]
    return last
      ? { dueOn: `${year}-${last.until}`, clause: last.clause, mark: last.mark, isConfirmed: false }
      : null
  }
  return workDay(from.work, year, work)
}

/** Until when the self-evaluations of a budget year are due, by the work plan of the year after it. */
export function selfEvaluationDueOn(budgetYear: number, work: YearFacts['work']): Day | '' {
  return workDay('self-evaluation', budgetYear + 1, work)?.dueOn ?? ''
}

function workDay(work: string, year: number, items: YearFacts['work']): Timed | null {
  // The same work of several sections is one step: it ends with the last of them.
  const own = items.filter(({ templateId }) => templateId === work)
  const last = own.toSorted((left, right) => (left.dueOn < right.dueOn ? 1 : -1))[0]
  const isConfirmed = last !== undefined && own.every(({ state }) => state === 'confirmed')
  if (last) return { dueOn: last.dueOn, clause: last.clause, mark: last.mark, isConfirmed }
  const template = workTemplates.find(({ id }) => id === work)
  if (!template) return null
  // The work is the document's, its day this system's default.
  return { dueOn: `${year}-${template.due}`, clause: template.clause, mark: '拟', isConfirmed: false }
}

/**
 * Where a step stands: done when everything due is done (where nothing is known of it: when its work was confirmed), late the day after
 * its last day, in progress from the notice on, or once something is done. While it is counted nothing is said of it: a state
 * that is taken back some seconds later was never one.
 */
export function stepState(dueOn: Day, progress: Progress, isConfirmed: boolean, today: Day): StepState {
  if (progress === 'counting') return 'counting'
  const known = progress !== null && progress.due > 0 ? progress : null
  if (known ? known.done >= known.due : isConfirmed) return 'done'
  if (today > dueOn) return known ? 'late' : 'none'
  const begins = daysLater(dueOn, -workNotice.days)
  return today >= begins || (known && known.done > 0) ? 'now' : 'ahead'
}

function roundSteps({ monitoring, rounds, year, today }: YearFacts): YearStep[] {
  const plan = yearPlan(monitoring, rounds ?? [], { year, today, withData: new Set() })
  return plan.flatMap((month) =>
    month.rounds.map((round): YearStep => {
      const rule = monitoring.rounds.find((each) => each.month === month.month)
      return {
        ...{ id: `round ${month.month} ${round.roundId}`, name: roundName(month.month), of: 'this' },
        ...{ dueOn: round.dueOn, state: roundState(round, rounds !== null, today), progress: null },
        ...{ clause: rule?.clause ?? '', mark: rule?.mark ?? '拟', permission: 'see-monitoring' },
        path: round.roundId === '' ? '/monitoring/plan' : `/monitoring?round=${round.roundId}`,
      }
    }),
  )
}

function roundName(month: number): string {
  return `${month} 月监控`
}

/** A round whose day has passed is late, issued or not, as the year's plan says too. */
function roundState({ state, isLate, dueOn }: PlannedRound, isKnown: boolean, today: Day): StepState {
  if (state === 'closed') return 'done'
  if (isLate) return isKnown ? 'late' : 'none'
  return state === 'open' || today >= daysLater(dueOn, -workNotice.days) ? 'now' : 'ahead'
}

/** The calendar year that is shown with a book: today's where that is the book's or beside it, else the book's own. */
export function shownYear(bookYear: number, today: Day): number {
  const now = Number(today.slice(0, 4))
  return Math.abs(now - bookYear) <= 1 ? now : bookYear
}

const yearsApart: Readonly<Record<OfYear, number>> = { last: -1, this: 0, next: 1 }

/** The budget year to which a step of a calendar year belongs. */
export function budgetYearOf(of: OfYear, year: number): number {
  return year + yearsApart[of]
}

/** The names of the steps that a calendar year has for the book of a budget year. */
export function stepsOfBook(bookYear: number, year: number): string[] {
  return stepRules.filter(({ of }) => budgetYearOf(of, year) === bookYear).map(({ name }) => name)
}
