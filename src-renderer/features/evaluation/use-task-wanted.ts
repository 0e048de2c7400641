import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { isDay } from '#domain/dates'
import {
  type EvaluationScope,
  evaluationScopes,
  type IndicatorSystem,
} from '#domain/evaluation/indicator-system'
import { checkWanted, proposedDue, type TaskObject, type TaskWanted } from '#domain/evaluation/open-task'
import type { EvaluationTask, TaskExpert, TaskLevel } from '#domain/evaluation/task'
import { templatesFor } from '#domain/evaluation/templates'
import type { Unit } from '#domain/year-book'
import { useSession } from '#session'
import { indicatorSystemsOf } from '#storage/evaluation-tasks'
import { goalLines } from '#storage/goal-lines'
import type { GoalRow } from '#storage/goals'

/** What is chosen to begin with, as the year's plan names it. */
export type TaskStart = { kind: string; goalId: string; unitId: string; level: string }

/** What is chosen for a new task so far: what was not chosen yet stands as it is proposed. Null while the book is read. */
export function useTaskWanted(props: {
  known: readonly EvaluationTask[]
  units: readonly Unit[]
  today: string
  start: TaskStart
}) {
  const { units, start } = props
  const { book } = useSession()
  const goals = useLiveQuery(() => goalLines(book.id), [book.id])
  const own = useLiveQuery(() => indicatorSystemsOf(book.id), [book.id])
  const [scope, setScope] = useState<EvaluationScope>(scopeOf(start.kind))
  const [chosen, setGoal] = useState<GoalRow | null | undefined>(undefined)
  const [unitId, setUnitId] = useState(start.unitId)
  const [level, setLevel] = useState<TaskLevel>(start.level === 'department' ? 'department' : 'fiscal')
  const [systemId, setSystemId] = useState('')
  const [agencyId, setAgencyId] = useState('')
  const [startsOn, setStartsOn] = useState(props.today)
  // Until a day is written it follows the day of the start.
  const [writtenDue, setDueOn] = useState<string | null>(null)
  const dueOn = writtenDue ?? (isDay(startsOn) ? proposedDue(startsOn) : '')
  const [isBlind, setIsBlind] = useState(false)
  const [calibrationId, setCalibrationId] = useState('')
  const [experts, setExperts] = useState<readonly TaskExpert[]>([])

  const systems = useMemo(() => systemsFor(scope, own ?? []), [scope, own])
  const system = systems.find(({ id }) => id === systemId) ?? systems[0]
  const goal = chosen === undefined ? (goals?.find(({ id }) => id === start.goalId) ?? null) : chosen
  const object = objectOf({ scope, goal, unitId, units, office: book.identity })
  const offered = useMemo(() => (goals ?? []).filter(({ kind }) => kind === scope), [goals, scope])
  if (!goals || !own) return null

  const wanted: TaskWanted | null =
    object && system
      ? { object, scope, level, system, agencyId, startsOn, dueOn, experts, isBlind, calibrationId }
      : null

  /** Another system has other indicators. */
  function chooseSystem(next: string) {
    setSystemId(next)
    setCalibrationId('')
  }

  function chooseScope(next: EvaluationScope) {
    setScope(next)
    setGoal(null)
    chooseSystem('')
  }

  return {
    ...{ wanted, problems: wanted ? checkWanted(wanted, props.known) : [] },
    ...{ scope, chooseScope, level, setLevel, object, goal, offered, setGoal, unitId, setUnitId },
    ...{ systems, system, chooseSystem, calibrationId, setCalibrationId, isBlind, setIsBlind },
    ...{ agencyId, setAgencyId, startsOn, setStartsOn, dueOn, setDueOn, experts, setExperts },
  }
}

export function needsGoal(scope: EvaluationScope): boolean {
  return scope === 'project' || scope === 'policy'
}

/** Approved systems of the bureau first, then the templates; what is not approved yet is not offered. */
function systemsFor(scope: EvaluationScope, own: readonly IndicatorSystem[]): IndicatorSystem[] {
  const approved = own.filter((system) => system.scope === scope && system.state === 'approved')
  return [...approved, ...templatesFor(scope)]
}

function objectOf(chosen: {
  scope: EvaluationScope
  goal: GoalRow | null
  unitId: string
  units: readonly Unit[]
  office: { regionName: string }
}): TaskObject | null {
  const { scope, goal, units } = chosen
  if (needsGoal(scope)) {
    if (!goal) return null
    const sectionId = units.find(({ id }) => id === goal.unitId)?.sectionId ?? ''
    return {
      goalId: goal.id,
      unitId: goal.unitId,
      sectionId,
      name: goal.name,
      code: goal.code,
      kind: goal.kind,
    }
  }
  if (scope === 'department') {
    const unit = units.find(({ id }) => id === chosen.unitId)
    if (!unit) return null
    const { id, name, code, sectionId } = unit
    return { goalId: '', unitId: id, sectionId, name: `${name}部门整体支出`, code, kind: 'department' }
  }
  const name = `${chosen.office.regionName}${evaluationScopes[scope]}`
  return { goalId: '', unitId: '', sectionId: '', name, code: '', kind: 'government' }
}

function scopeOf(kind: string): EvaluationScope {
  const scopes = Object.keys(evaluationScopes) as EvaluationScope[] // the keys of the table
  return scopes.find((scope) => scope === kind) ?? 'project'
}
