import { projectGoal } from '#demo/project-goal'
import type { Moment } from '#domain/dates'
import { checkGoal, healthOf } from '#domain/goals/check'
import { goalFlow } from '#domain/goals/flow'
import { type Goal, type GoalContent, type GoalStatus, matchKeyOf } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import { emptyReview } from '#domain/goals/review'
import { sentenceMarks } from '#domain/goals/sentences'
import type { Duty } from '#domain/people/duties'
import type { Permission } from '#domain/people/permissions'
import { stepTaken } from '#domain/workflow'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { initialsOf } from '#storage/initials'
import type { Plan } from './city.ts'

export type Place = { bookId: string; year: number; pack: YearRules; at: Moment }

/** What a project's form says in a year. */
export function contentOf(plan: Plan, year: number, unitId: string): GoalContent {
  const content = projectGoal(plan.project, plan.order, year, plan.department)
  const phone = `0827-52${String(10_000 + ((plan.order * 397) % 80_000)).padStart(5, '0')}`
  const annualGoals = content.annualGoals.map((each) => `${content.name}：${each}`)
  return { ...content, unitId, phone, code: plan.code, annualGoals }
}

/** The goal as kept. `previous` is the same project a year ago. */
export function goalOf(
  content: GoalContent,
  id: string,
  status: GoalStatus,
  { bookId, year, pack, at }: Place,
  { name: unitName }: Pick<Unit, 'name'>,
  previous: GoalContent | null,
): Goal {
  const bare: Goal = {
    ...content,
    ...{ id, bookId, year, status, heldSince: at, revision: 3, changedAt: at, changedBy: '李明', origin: '' },
    opinion:
      status === 'returned' || status === 'rejected' ? '请补充指标值的设定依据，与去年完成情况对照。' : '',
    matchKey: matchKeyOf(content),
    health: { errors: 0, warnings: 0, hints: 0 },
    initials: initialsOf(content.name),
    sentenceMarks: sentenceMarks(content),
  }
  const before = previous && { ...bare, ...previous, year: year - 1 }
  const facts = { rules: pack, year, unitName, previous: before, earlier: null, similar: [], assessed: true }
  return { ...bare, health: healthOf(checkGoal(content, facts)) }
}

type Step = readonly [
  id: Permission,
  from: GoalStatus,
  to: GoalStatus,
  duty: Duty,
  by: string,
  opinion: string,
]
const sent: Step = ['submit-goal', 'draft', 'submitted', 'unit', '李明', '']
const first: Step = ['pass-first-review', 'submitted', 'joint', 'spending', '陈芳', '目标与预算匹配。']
const joint: Step = ['pass-joint-review', 'joint', 'reviewed', 'performance', '王晓', '']
const key: Step = ['pass-joint-review', 'joint', 'key', 'performance', '王晓', '提交人大重点审查。']
const approved: Step = ['approve-goal', 'reviewed', 'approved', 'budget', '刘建国', '']
const back: Step = [
  'return-first-review',
  'submitted',
  'returned',
  'spending',
  '陈芳',
  '请补充指标值的设定依据。',
]
const refused: Step = ['reject-joint-review', 'joint', 'rejected', 'performance', '王晓', '立项依据不足。']

const roads: Readonly<Record<GoalStatus, readonly Step[]>> = {
  draft: [],
  submitted: [sent],
  returned: [sent, back],
  joint: [sent, first],
  key: [sent, first, key],
  reviewed: [sent, first, joint],
  approved: [sent, first, joint, approved],
  rejected: [sent, first, refused],
}

/** 审核档案 of a goal that came so far; null for one that nobody has seen yet. */
export function reviewOf(goal: Goal, at: Moment): GoalReview | null {
  const road = roads[goal.status]
  if (road.length === 0) return null
  const trail = road.map(([id, from, to, duty, name, opinion]) =>
    stepTaken(goalFlow, from, to, { id, opinion }, { duty, name }, at),
  )
  return { ...emptyReview(goal), congress: goal.status === 'key', trail, revision: road.length }
}
