import { departmentGoal, governmentGoal } from '#demo/whole-goals'
import type { Goal, GoalContent, GoalStatus } from '#domain/goals/goal'
import { addUp } from '#domain/money'
import type { Unit } from '#domain/year-book'
import { rowOf } from '#storage/goal-row'
import type { Chance } from './chance.ts'
import { lastYear, type Plan, place } from './city.ts'
import { contentOf, goalOf, reviewOf } from './goal.ts'
import type { Part, World } from './world.ts'

/** In the running year most are approved, and something is on every part of the road; finished years are approved. */
function statusOf(chance: Chance, year: number): GoalStatus {
  if (year < lastYear) return 'approved'
  const at = chance.whole(1000)
  if (at < 820) return 'approved'
  if (at < 860) return 'reviewed'
  if (at < 910) return 'joint'
  if (at < 920) return 'key'
  if (at < 960) return 'submitted'
  if (at < 980) return 'returned'
  return at < 995 ? 'draft' : 'rejected'
}

export function goalOfPlan(plan: Plan, world: World, own: Map<string, GoalContent[]>): Goal {
  const { year } = world.place
  const unit = world.unitByCode.get(plan.unitCode)
  if (!unit) throw new Error(`no unit ${plan.unitCode}`)
  const content = contentOf(plan, year, unit.id)
  const before = plan.project.from < year && year >= lastYear - 1 ? contentOf(plan, year - 1, unit.id) : null
  const department = unit.parentId === '' ? unit.id : unit.parentId
  const list = own.get(department)
  if (list) list.push(light(content))
  else own.set(department, [light(content)])
  const status = statusOf(plan.chance(), year)
  return goalOf(content, world.stamps.goals.nextId(), status, world.place, unit, before)
}

/** What the whole of a department says of a project: of the largest alone, their list would have hundreds. */
function light(content: GoalContent): GoalContent {
  return {
    ...content,
    indicators: [],
    funding: [],
    annualGoals: [],
    basis: '',
    necessity: '',
    feasibility: '',
  }
}

const tasksOfWhole = 20

export function wholeGoals(world: World, own: ReadonlyMap<string, readonly GoalContent[]>): Goal[] {
  const { year } = world.place
  const departments = world.units.filter(({ parentId }) => parentId === '')
  const kept = (content: GoalContent, unit: Unit) =>
    goalOf({ ...content, unitId: unit.id }, world.stamps.goals.nextId(), 'approved', world.place, unit, null)
  const wholes = departments.map((unit) => {
    const all = own.get(unit.id) ?? []
    const whole = departmentGoal(unit, all, year)
    const largest = whole.tasks
      .toSorted((left, right) => (right.total ?? 0) - (left.total ?? 0))
      .slice(0, tasksOfWhole)
    return kept({ ...whole, tasks: largest }, unit)
  })
  const [first] = departments
  if (!first) return wholes
  const government = governmentGoal(addUp(wholes.map(({ total }) => total)), year)
  const named = { ...government, name: `${place} ${year} 年政府预算`, responsible: `${place}人民政府` }
  return [...wholes, kept(named, first)]
}

export function* goalParts(goals: readonly Goal[], { place: { year, at } }: World): Generator<Part> {
  yield { table: 'goals', records: goals }
  yield { table: 'goalRows', records: goals.map(rowOf) }
  if (year === lastYear)
    yield { table: 'reviews', records: goals.flatMap((goal) => reviewOf(goal, at) ?? []) }
}
