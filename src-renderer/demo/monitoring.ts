import type { Moment } from '#domain/dates'
import type { Goal } from '#domain/goals/goal'
import { completionOf, isLimit } from '#domain/monitoring/completion'
import { isWritable, type MonitoringState, monitoringFlow } from '#domain/monitoring/flow'
import {
  frozenLights,
  type IndicatorEntry,
  lightsOfMonitoring,
  type Monitoring,
  openedMonitoring,
  referenceOf,
} from '#domain/monitoring/monitoring'
import { parseDecimal } from '#domain/monitoring/ratio'
import { isAsked, proposedRound, type Round } from '#domain/monitoring/round'
import { monitoringRules } from '#domain/monitoring/table'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { type StepTaken, stepTaken } from '#domain/workflow'
import type { YearRules } from '#domain/year-rules'

import { asReported } from './dishonest.ts'

type Made = { nextId: () => string; at: Moment; by: string }

/** How a project of the demo goes: percent of the money paid, of the year's money expected, and of the targets. */
type Course = {
  paid: number
  expected: number
  soFar: number
  forecast: number
  state: MonitoringState
}

/** One after another, so that every light and state is there. */
const courses: readonly Course[] = [
  { paid: 74, expected: 100, soFar: 52, forecast: 100, state: 'accepted' },
  { paid: 34, expected: 92, soFar: 42, forecast: 96, state: 'submitted' },
  { paid: 12, expected: 55, soFar: 40, forecast: 70, state: 'passed' },
  { paid: 73, expected: 100, soFar: 54, forecast: 100, state: 'passed' },
  { paid: 0, expected: 0, soFar: 0, forecast: 0, state: 'draft' },
  { paid: 72, expected: 98, soFar: 50, forecast: 145, state: 'submitted' },
  { paid: 71, expected: 100, soFar: 46, forecast: 88, state: 'returned' },
  { paid: 48, expected: 95, soFar: 50, forecast: 100, state: 'accepted' },
  { paid: 0, expected: 0, soFar: 0, forecast: 0, state: 'exempt' },
]

const people: Partial<Record<Duty, string>> = { unit: '李明', spending: '陈芳', performance: '王晓' }

type Step = [id: Permission, from: MonitoringState, to: MonitoringState, duty: Duty, opinion: string]
const submitted: Step = ['submit-monitoring', 'draft', 'submitted', 'unit', '']
const passed: Step = ['pass-monitoring', 'submitted', 'passed', 'spending', '数据与国库支出一致。']

const roads: Readonly<Record<MonitoringState, readonly Step[]>> = {
  draft: [],
  submitted: [submitted],
  passed: [submitted, passed],
  accepted: [submitted, passed, ['accept-monitoring', 'passed', 'accepted', 'performance', '']],
  returned: [
    submitted,
    ['return-monitoring', 'submitted', 'returned', 'spending', '全年预计与目前进度不一致，请核实并说明。'],
  ],
  exempt: [['exempt-from-round', 'draft', 'exempt', 'performance', '资金尚未下达。']],
}

function trailOf(state: MonitoringState, at: Moment): StepTaken[] {
  return roads[state].map(([id, from, to, duty, opinion]) =>
    stepTaken(monitoringFlow, from, to, { id, opinion }, { duty, name: people[duty] ?? '' }, at),
  )
}

/** `percent` of a target, in its own decimals at most one more; a limit (≤) is undercut or exceeded accordingly. */
function valueAt(entry: IndicatorEntry, percent: number, isForecast: boolean): string {
  const goal = entry.operator === '定性' ? null : parseDecimal(entry.value)
  if (goal && (percent === 100 || (entry.operator === '=' && percent > 100))) return entry.value
  if (!goal) return percent >= 100 ? '已完成' : percent >= 45 ? '正在实施' : '尚未完成'
  const share = isLimit(entry) ? Math.max(1, 200 - percent) : percent
  // What is a rate does not grow through the year like a quantity.
  const counts = entry.unit.includes('%') && !isForecast ? Math.max(80, share) : share
  const tenths = (goal.of * BigInt(Math.min(counts, isLimit(entry) ? 140 : 145)) * 10n) / (goal.to * 100n)
  const capped = entry.unit === '%' && goal.of <= 100n * goal.to && tenths > 1000n ? 1000n : tenths
  return capped % 10n === 0n ? `${capped / 10n}` : `${capped / 10n}.${capped % 10n}`
}

function reported(entry: IndicatorEntry, course: Course, name: string): IndicatorEntry {
  const forecast = valueAt(entry, course.forecast, true)
  // A limit that will be kept is not passed on the way; what is left of it is little.
  const soFar = isLimit(entry) ? course.forecast + 4 : course.soFar
  const isMissed = course.forecast < 100 && completionOf(entry, forecast, monitoringRules).met !== true
  return {
    ...entry,
    actual: valueAt(entry, soFar, false),
    forecast,
    likelihood: isMissed ? (course.forecast < 80 ? 'impossible' : 'possible') : 'sure',
    causes: isMissed ? ['funds'] : [],
    causeText: isMissed ? `${name}的上级资金下达较晚，开工推迟。` : '',
  }
}

function filled(form: Monitoring, course: Course): Monitoring {
  const share = (budget: number | null, percent: number) =>
    budget === null ? null : Number((BigInt(budget) * BigInt(percent)) / 100n)
  const isLate = course.paid < 40 || course.expected < 90
  return {
    ...form,
    funds: form.funds.map((row) => ({
      ...row,
      paid: share(row.budget, course.paid),
      forecast: share(row.budget, course.expected),
    })),
    fundsReason: isLate ? `${form.name}的上级资金 6 月才下达，招标晚于计划，进度款尚未支付。` : '',
    entries: form.entries.map((entry) => reported(entry, course, form.name)),
    measures: course.forecast < 100 ? `对${form.name}倒排工期，每半月调度一次，加快支付。` : '',
    summary: isLate ? `${form.name}已开工，进度慢于计划。` : '项目按计划推进。',
  }
}

/** What is still written was not approved on paper either. */
function isUnfinished({ status }: Goal): boolean {
  return status === 'draft' || status === 'returned'
}

/** A round of the demo on what is approved, with every light and every state. */
export function demoMonitoring(
  goals: readonly Goal[],
  pack: YearRules,
  year: number,
  bookId: string,
  made: Made,
): { round: Round; forms: Monitoring[] } {
  const round = demoRound(pack, year, bookId, made)
  const asked = goals.filter((goal) => isAsked(goal, round) && !isUnfinished(goal))
  return { round, forms: asked.map((goal, order) => demoForm(goal, round, order, pack, made)) }
}

export function demoRound(pack: YearRules, year: number, bookId: string, made: Made): Round {
  return {
    ...proposedRound(pack.monitoring, year, []),
    departments: true,
    // Approved on paper in January; the book is opened to try the review of goals too.
    unapproved: true,
    note: '2026 年目标已随预算批复（纸质），系统内的审核批复补办中。',
    id: made.nextId(),
    bookId,
    state: 'open',
    openedAt: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** The form of a goal in the round; its order in the list says how the project goes. */
export function demoForm(goal: Goal, round: Round, order: number, pack: YearRules, made: Made): Monitoring {
  const opened = openedMonitoring(goal, round, { id: made.nextId(), at: made.at, by: made.by })
  const course = courses[order % courses.length]
  return course ? travelled(opened, course, pack, made.at) : opened
}

function travelled(opened: Monitoring, course: Course, pack: YearRules, at: Moment): Monitoring {
  const { state } = course
  const isEmpty = state === 'exempt' || (isWritable(state) && course.expected === 0)
  const form = isEmpty ? opened : asReported(filled(opened, course))
  const lights = lightsOfMonitoring(form, referenceOf(form), pack.monitoring)
  const trail = trailOf(state, at)
  return {
    ...form,
    state,
    trail,
    exemptReason: state === 'exempt' ? (trail.at(-1)?.opinion ?? '') : '',
    frozen: state === 'accepted' ? frozenLights(lights, pack) : null,
  }
}
