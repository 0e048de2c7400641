import { type ObjectKind, objectKinds } from '../goals/goal.ts'
import type { Problem } from '../problem.ts'
import { type Coverage, type CoverageProposal, type Proposal, proposeYear } from './coverage.ts'
import type { PlannedObject } from './coverage-objects.ts'
import type { CoverageRules } from './coverage-rules.ts'
import { chosenItems, type EvaluationPlan, type PlanContent, type PlanItem } from './plan.ts'
import type { EvaluationTask } from './task.ts'

/** One line of the planner: the object, what the rules say of it, and what the bureau decided. */
export type PlanLine = {
  object: PlannedObject
  /** Before this year's plan: an object of it still counts as waiting. */
  coverage: Coverage
  points: number
  reasons: readonly string[]
  isCompulsory: boolean
  isProposed: boolean
  item: PlanItem | null
}

/** The objects as they stood before the year: what the proposal rests on, whatever is planned or done meanwhile. */
export function beforeYear(object: PlannedObject, year: number): PlannedObject {
  return { ...object, evaluatedIn: object.evaluatedIn.filter((one) => one < year) }
}

/** How many objects wait, and how many a year have to be evaluated so that all are in time. */
export type PlanPace = Pick<CoverageProposal, 'uncovered' | 'neededPerYear'>

/**
 * All objects with proposal and decision, by what was known before the year; an item of an issued plan keeps the reasons
 * with which it was decided.
 */
export function planLines(
  objects: readonly PlannedObject[],
  year: number,
  plan: Pick<EvaluationPlan, 'capacity' | 'items'>,
  rules: CoverageRules,
): { lines: PlanLine[]; pace: PlanPace } {
  const { chosen, left, uncovered, neededPerYear } = proposeYear(
    objects.map((object) => beforeYear(object, year)),
    year,
    plan.capacity,
    rules,
  )
  const objectById = new Map(objects.map((object) => [object.id, object]))
  const itemByKey = new Map(plan.items.map((item) => [item.key, item]))
  const line = (proposal: Proposal, isProposed: boolean): PlanLine[] => {
    const object = objectById.get(proposal.object.id)
    if (!object) return []
    const { coverage, points, reasons, isCompulsory } = proposal
    const item = itemByKey.get(object.key) ?? null
    return [{ object, coverage, points, reasons, isCompulsory, isProposed, item }]
  }
  const lines = [
    ...chosen.flatMap((proposal) => line(proposal, true)),
    ...left.flatMap((proposal) => line(proposal, false)),
  ]
  return { lines, pace: { uncovered, neededPerYear } }
}

/** The item of a line as it is decided; a note and the level stay with it. */
export function decided(line: PlanLine, decision: PlanItem['decision']): PlanItem {
  const { object, isCompulsory, isProposed, points, reasons, item } = line
  const { id, key, kind, unitId, name, size } = object
  return {
    ...{ objectId: id, key, kind, unitId, name, size },
    ...{ isCompulsory, isProposed, points, reasons },
    level: item?.level ?? 'fiscal',
    decision,
    note: item?.note ?? '',
    taskId: item?.taskId ?? '',
  }
}

/** The task that evaluates an object in its year; '' where there is none. A stopped one does not count. */
export function taskOf(
  object: Pick<PlannedObject, 'kind' | 'goalId' | 'unitId'>,
  tasks: readonly Pick<EvaluationTask, 'id' | 'kind' | 'goalId' | 'unitId' | 'state'>[],
): string {
  const { kind, goalId, unitId } = object
  const fits = (task: (typeof tasks)[number]) => {
    if (goalId !== '' && task.goalId === goalId) return true
    // A department or the government is evaluated as such, with or without a goal of its own.
    return task.goalId === '' && (kind === 'government' || (kind === 'department' && task.unitId === unitId))
  }
  return tasks.find((task) => task.state !== 'stopped' && task.kind === kind && fits(task))?.id ?? ''
}

/** The items with the tasks that were made of their objects meanwhile. */
export function withTasks(
  items: readonly PlanItem[],
  objects: readonly PlannedObject[],
  tasks: Parameters<typeof taskOf>[1],
): PlanItem[] {
  const byKey = new Map(objects.map((object) => [object.key, object]))
  return items.map((item) => {
    const object = byKey.get(item.key)
    return object ? { ...item, taskId: taskOf(object, tasks) || item.taskId } : item
  })
}

/** The list with the items in the place of those of the same object. */
export function withItems(items: readonly PlanItem[], fresh: readonly PlanItem[]): PlanItem[] {
  const byKey = new Map(fresh.map((item) => [item.key, item]))
  const kept = items.map((item) => byKey.get(item.key) ?? item)
  const known = new Set(items.map(({ key }) => key))
  return [...kept, ...fresh.filter(({ key }) => !known.has(key))]
}

/** The list as the rules propose it: what was decided by hand is given up, tasks already made are kept. */
export function proposedItems(lines: readonly PlanLine[]): PlanItem[] {
  return lines
    .filter(({ isProposed, item }) => isProposed || (item !== null && item.taskId !== ''))
    .map((line) => decided(line, 'chosen'))
}

/** Whether an item differs from the proposal, so that it wants a note. */
export function differs({ decision, isProposed }: Pick<PlanItem, 'decision' | 'isProposed'>): boolean {
  return (decision === 'chosen') !== isProposed
}

/** Compulsory ones that are not on the list. */
export function leftCompulsory(lines: readonly PlanLine[]): PlanLine[] {
  return lines.filter(({ isCompulsory, item }) => isCompulsory && item?.decision !== 'chosen')
}

/**
 * What stands against issuing the plan: an empty list, decisions that differ from the proposal without a note, compulsory
 * objects left out without a word. More than the capacity is a warning: the bureau decides.
 */
export function planProblems(plan: PlanContent, lines: readonly PlanLine[], rules: CoverageRules): Problem[] {
  const chosen = chosenItems(plan).filter(({ level }) => level === 'fiscal')
  const problems: Problem[] = []
  const { government, cycle } = rules
  const error = (code: string, at: string, text: string, clause = ''): void => {
    problems.push({ code, severity: 'error', at, message: text, clause, suggestion: '' })
  }
  if (chosenItems(plan).length === 0) error('plan-empty', 'items', '名单是空的。')
  for (const item of plan.items.filter(differs))
    if (item.note.trim() === '') error('note-missing', item.key, `“${item.name}”与建议不同，请写明理由。`)
  const left = leftCompulsory(lines)
  for (const { object, item } of left.filter((line) => line.object.kind === 'government'))
    if ((item?.note ?? '').trim() === '')
      error(
        'government-left',
        object.key,
        `“${object.name}”每年必评，没有列入的请写明理由。`,
        government.clause,
      )
  const others = left.filter(({ object }) => object.kind !== 'government')
  if (others.length > 0 && plan.leftNote.trim() === '')
    error(
      'due-left',
      'leftNote',
      `有 ${others.length} 个到期或逾期的对象没有列入，请写明今后的安排。`,
      cycle.clause,
    )
  if (chosen.length > plan.capacity)
    problems.push({
      ...{ code: 'over-capacity', severity: 'warning', at: 'capacity', clause: rules.capacity.clause },
      message: `名单 ${chosen.length} 项，超过本年能力 ${plan.capacity} 项。`,
      suggestion: '',
    })
  return problems
}

export type KindCount = {
  kind: ObjectKind
  name: string
  all: number
  covered: number
  due: number
  overdue: number
  chosen: number
}

/** How each kind stands, with what this year's list does for it. */
export function kindCounts(lines: readonly PlanLine[]): KindCount[] {
  const kinds = Object.keys(objectKinds) as ObjectKind[] // the keys of the table
  return kinds.map((kind) => {
    const own = lines.filter(({ object }) => object.kind === kind)
    const inState = (state: Coverage['state']) =>
      own.filter(({ coverage }) => coverage.state === state).length
    return {
      kind,
      name: objectKinds[kind],
      all: own.length,
      covered: inState('covered'),
      due: inState('due'),
      overdue: inState('overdue'),
      chosen: own.filter(({ item }) => item?.decision === 'chosen').length,
    }
  })
}
