import type { GoalContent, GoalStatus } from '#domain/goals/goal'
import { addUp } from '#domain/money'
import { isFaulty, withFault } from './faults.ts'
import { isActive, projectGoal } from './project-goal.ts'
import { farmingProjects } from './projects-farming.ts'
import { healthProjects } from './projects-health.ts'
import { landProjects } from './projects-land.ts'
import { peopleProjects } from './projects-people.ts'
import { placeProjects } from './projects-places.ts'
import { policiesAndOthers } from './projects-policies.ts'
import { schoolProjects } from './projects-schools.ts'
import { townProjects } from './projects-town.ts'
import { worksProjects } from './projects-works.ts'
import { readProjects } from './read-projects.ts'
import { departments } from './units.ts'
import { departmentGoal, governmentGoal } from './whole-goals.ts'

export type DemoGoal = { unitCode: string; content: GoalContent; status: GoalStatus; opinion: string }
export type DemoYear = { year: number; name: string; goals: DemoGoal[] }

/** The years of the demo, oldest first, so that each finds the one before it. */
export const demoYears = [2024, 2025, 2026] as const

/** The order gives each project its number, state and fault, so new texts go to the end. */
const texts = [
  peopleProjects,
  landProjects,
  townProjects,
  policiesAndOthers,
  schoolProjects,
  healthProjects,
  farmingProjects,
  worksProjects,
  placeProjects,
]

/** 政府预算 stands at the government's office. */
const governmentUnit = '101'

/** An invented county in one year: the same every time. Amounts and people are made up. */
export function demoCounty(year: number): DemoYear {
  const current = year === 2026
  const projects = texts
    .flatMap(readProjects)
    .map((project, order) => ({ project, order }))
    .filter(({ project }) => isActive(project, year))
    .map(({ project, order }) => ({
      unitCode: project.unitCode,
      order,
      content: projectGoal(project, order, year, departmentOf(project.unitCode)),
    }))
  const goals = projects.map(({ unitCode, order, content }, index): DemoGoal => {
    const other = projects[(index + 7) % projects.length]?.content ?? content
    if (!current) return { unitCode, content, status: 'approved', opinion: '' }
    if (!isFaulty(order)) return { unitCode, content, ...openState(content, statusOf(order)) }
    return { unitCode, content: withFault(content, order, other), ...faultyStatusOf(order) }
  })
  const whole = departments.map(({ code, name }, index): DemoGoal => {
    const own = projects.filter(({ unitCode }) => unitCode.startsWith(code)).map(({ content }) => content)
    const state = current ? statusOf(index) : { status: 'approved' as const, opinion: '' }
    return { unitCode: code, content: departmentGoal({ code, name }, own, year), ...state }
  })
  const total = addUp(whole.map(({ content }) => content.total))
  const government: DemoGoal = {
    unitCode: governmentUnit,
    content: governmentGoal(total, year),
    status: current ? 'joint' : 'approved',
    opinion: '',
  }
  return { year, name: `演示账套 ${year}（南江县）`, goals: [government, ...whole, ...goals] }
}

function departmentOf(unitCode: string): string {
  return departments.find(({ code }) => unitCode.startsWith(code))?.name ?? ''
}

/** What a 事前评估 must precede has not come further than the 会审. */
function openState(
  content: GoalContent,
  state: Pick<DemoGoal, 'status' | 'opinion'>,
): Pick<DemoGoal, 'status' | 'opinion'> {
  const decided = state.status === 'approved' || state.status === 'reviewed'
  return decided && content.preAssessment !== '' ? { status: 'joint', opinion: '' } : state
}

/** In the newest year most goals are under review: that is when the book is opened to try it. */
function statusOf(order: number): Pick<DemoGoal, 'status' | 'opinion'> {
  const turns = ['submitted', 'joint', 'approved', 'submitted', 'joint', 'submitted', 'reviewed'] as const
  const turn = order % 9
  const status = turns[turn]
  if (status) return { status, opinion: '' }
  if (turn === 7) return { status: 'returned', opinion: '请补充指标值的设定依据，并与去年完成情况对照。' }
  return { status: 'draft', opinion: '' }
}

/** A form with faults is still a draft, or came back because of them. */
function faultyStatusOf(order: number): Pick<DemoGoal, 'status' | 'opinion'> {
  return order % 3 === 0
    ? { status: 'returned', opinion: '目标体检仍有问题，请逐条改正后重新送审。' }
    : { status: 'draft', opinion: '' }
}
