import type { PlannedObject } from '../evaluation/coverage-objects.ts'
import type { Unit } from '../year-book.ts'
import type { CoverageGoal } from './standing.ts'

/** One object of the map: a goal, or a department or government budget that has none. */
export type MapObject = Pick<CoverageGoal, 'kind' | 'unitId' | 'name'> & {
  id: string
  goal: CoverageGoal | null
  planned: PlannedObject | null
}

/**
 * All 管理对象 of a book, each once: its goals in whatever state, the departments that have none, and the government
 * budgets that the planner knows. A department is found by its unit, whether its goal is approved or not.
 */
export function mapObjects(
  goals: readonly CoverageGoal[],
  units: readonly Unit[],
  planned: readonly PlannedObject[],
): MapObject[] {
  const byGoal = new Map(planned.filter(({ goalId }) => goalId !== '').map((each) => [each.goalId, each]))
  const waiting = new Map(
    planned
      .filter(({ kind, goalId }) => kind === 'department' && goalId === '')
      .map((each) => [each.unitId, each]),
  )
  const objects: MapObject[] = []
  const withGoal = new Set<string>()
  for (const goal of goals) {
    const { id, kind, unitId, name } = goal
    if (kind === 'government') continue
    const known = byGoal.get(id) ?? (kind === 'department' ? waiting.get(unitId) : undefined)
    if (kind === 'department') {
      withGoal.add(unitId)
      waiting.delete(unitId)
    }
    objects.push({ id, kind, unitId, name, goal, planned: known ?? null })
  }
  for (const { id, name, parentId } of units) {
    if (parentId !== '' || withGoal.has(id)) continue
    objects.push({ id, kind: 'department', unitId: id, name, goal: null, planned: waiting.get(id) ?? null })
  }
  const goalById = new Map(goals.filter(({ kind }) => kind === 'government').map((goal) => [goal.id, goal]))
  for (const each of planned) {
    if (each.kind !== 'government') continue
    const { id, kind, unitId, name, goalId } = each
    objects.push({ id, kind, unitId, name, goal: goalById.get(goalId) ?? null, planned: each })
  }
  return objects
}
