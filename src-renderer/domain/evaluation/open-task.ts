import { type Day, daysLater, type Moment } from '../dates.ts'
import type { Goal } from '../goals/goal.ts'
import type { Problem } from '../problem.ts'
import { workTemplates } from '../supervision/work-table.ts'
import type { Sourced } from '../year-rules.ts'
import { copiedSystem, type EvaluationScope, type IndicatorSystem } from './indicator-system.ts'
import type { EvaluationTask, TaskExpert, TaskLevel } from './task.ts'

/** What is evaluated: a goal of the book, a unit as 部门整体, or the budget of the government itself. */
export type TaskObject = Pick<EvaluationTask, 'goalId' | 'unitId' | 'sectionId' | 'name' | 'code' | 'kind'>

export type TaskWanted = {
  object: TaskObject
  scope: EvaluationScope
  level: TaskLevel
  /** Copied into the task. */
  system: IndicatorSystem
  agencyId: string
  startsOn: Day | ''
  dueOn: Day | ''
  experts: readonly TaskExpert[]
  isBlind: boolean
  calibrationId: string
}

/** How long a task has at least, where the day of the yearly work plan is nearer or past. */
const taskTime: Sourced & { days: number } = { days: 60, clause: '本系统缺省', mark: '拟' }

/** The 完成日期 that is proposed: the day of 推动完成年度重点评价任务 in the yearly work plan, if there is time enough until then. */
export function proposedDue(startsOn: Day): Day {
  const least = daysLater(startsOn, taskTime.days)
  const template = workTemplates.find(({ id }) => id === 'tasks')
  const planned = template ? `${startsOn.slice(0, 4)}-${template.due}` : least
  return planned > least ? planned : least
}

/** A goal as the object of an evaluation. */
export function goalObject(
  goal: Pick<Goal, 'id' | 'unitId' | 'name' | 'code' | 'kind'>,
  sectionId: string,
): TaskObject {
  const { id: goalId, unitId, name, code, kind } = goal
  return { goalId, unitId, sectionId, name, code, kind }
}

/** What is wrong with a task before it is opened; the rest is checked when its sheets are. */
export function checkWanted(wanted: TaskWanted, others: readonly EvaluationTask[]): Problem[] {
  const problems: Problem[] = []
  const fault = (at: string, message: string) =>
    problems.push({ code: `task-${at}`, severity: 'error', at, message, clause: '', suggestion: '' })
  const { object, level, startsOn, dueOn } = wanted
  if (object.name.trim() === '') fault('object', '请选择评价对象。')
  if (wanted.system.scope !== wanted.scope) fault('system', '所选指标体系不适用于这类评价对象。')
  if (startsOn !== '' && dueOn !== '' && dueOn < startsOn) fault('dueOn', '完成日期早于开始日期。')
  const twin = others.some(
    (task) =>
      task.state !== 'stopped' &&
      task.level === level &&
      task.scope === wanted.scope &&
      task.goalId === object.goalId &&
      task.unitId === object.unitId,
  )
  if (twin) fault('object', '这个对象在本年度已有同一层级的评价任务。')
  return problems
}

/** The next 编号 of a book: year, then counted on from the highest there is. */
export function nextNumber(year: number, others: readonly Pick<EvaluationTask, 'number'>[]): string {
  const start = `${year}-评-`
  const taken = others.flatMap(({ number }) =>
    number.startsWith(start) && /^\d+$/.test(number.slice(start.length))
      ? [Number(number.slice(start.length))]
      : [],
  )
  return `${start}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`
}

/** A task as it is opened, with its own copy of the system. */
export function openedTask(
  wanted: TaskWanted,
  made: { id: string; systemId: string; bookId: string; number: string; at: Moment; by: string },
): EvaluationTask {
  const { object, system, ...rest } = wanted
  return {
    ...object,
    ...rest,
    id: made.id,
    bookId: made.bookId,
    number: made.number,
    system: copiedSystem(system, made.systemId, system.name),
    aggregation: '',
    materials: [],
    problems: [],
    recommendations: [],
    replies: [],
    texts: {},
    frozen: null,
    trail: [],
    state: 'preparing',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}
