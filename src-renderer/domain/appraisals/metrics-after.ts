import { daysBetween } from '../dates.ts'
import { waitsForUnit } from '../disposals/disposal.ts'
import { isHandedIn } from '../evaluation/self-evaluation-flow.ts'
import { taskFlow } from '../evaluation/task-flow.ts'
import { type ObjectKind, objectKinds } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { isReported } from '../monitoring/flow.ts'
import type { AppraisalFacts, GoalFact, TaskFact } from './facts.ts'
import { countOfEach, type Measure, openCase, rateOfEach } from './measure.ts'

/** Metrics of what comes while and after the money is spent: 监控, 自评 and 评价. */

function approvedOf(goals: readonly GoalFact[], kinds: readonly ObjectKind[]): GoalFact[] {
  return goals.filter(({ kind, status }) => status === 'approved' && kinds.includes(kind))
}

/** 事中监控 is asked of 部门支出 and 项目支出 (巴财〔2020〕38号 三（二）2); what is exempt in every round is not due. */
export function monitoringCoverage({ goals, monitorings }: AppraisalFacts): Measure {
  const byGoal = grouped(monitorings, ({ goalId }) => goalId)
  const formsOf = ({ id }: GoalFact) => byGoal.get(id) ?? []
  const isExempt = (goal: GoalFact) =>
    formsOf(goal).length > 0 && formsOf(goal).every(({ state }) => state === 'exempt')
  return rateOfEach(
    approvedOf(goals, ['department', 'project']).filter((goal) => !isExempt(goal)),
    (goal) => formsOf(goal).some(({ state }) => isReported(state)),
    (goal) =>
      formsOf(goal).length === 0
        ? openCase('goal', goal.id, goal.name, '没有列入监控轮次', { holder: 'performance' })
        : openCase('goal', goal.id, goal.name, '监控情况还没有报送', { holder: 'unit' }),
  )
}

/** Days beyond the round's deadline until a form was first handed in, or until today while it is not. */
export function monitoringLate({ monitorings, rounds, today }: AppraisalFacts): Measure {
  const roundById = new Map(rounds.map((round) => [round.id, round]))
  const asked = monitorings.filter(({ state }) => state !== 'exempt')
  return countOfEach(asked, ({ id, roundId, name, reportedOn }) => {
    const round = roundById.get(roundId)
    if (!round || round.dueOn === '') return null
    const days = daysBetween(round.dueOn, reportedOn === '' ? today : reportedOn)
    if (days <= 0) return null
    const text = reportedOn === '' ? `${round.name}逾期 ${days} 天未报` : `${round.name}迟报 ${days} 天`
    return openCase('monitoring', id, name, text, { isLost: true, weight: days })
  })
}

/** Answered by the last of the working days that the letter gave (10 by default), of all that were issued. */
export function disposalInTime({ disposals, today }: AppraisalFacts): Measure {
  const issued = disposals.filter(({ state }) => state !== 'proposed' && state !== 'dropped')
  return rateOfEach(
    issued,
    ({ state, answeredOn, dueOn }) => !waitsForUnit(state) && answeredOn !== '' && answeredOn <= dueOn,
    ({ id, name, answeredOn, dueOn }) => {
      const isLate = answeredOn !== '' ? answeredOn > dueOn : today > dueOn
      const text = answeredOn === '' ? '整改情况还没有报送' : `${answeredOn} 报送，期限 ${dueOn}`
      return openCase('disposal', id, name, isLate ? `超过处置期限：${text}` : text, {
        dueOn,
        isLost: isLate,
        holder: 'unit',
      })
    },
  )
}

/** Departments, policies and projects evaluate themselves. */
export function selfCoverage({ goals, selfEvaluations }: AppraisalFacts): Measure {
  const handedIn = new Set(
    selfEvaluations.filter(({ state }) => isHandedIn(state)).map(({ goalId }) => goalId),
  )
  const formOf = new Map(selfEvaluations.map((form) => [form.goalId, form]))
  return rateOfEach(
    approvedOf(goals, ['department', 'policy', 'project']),
    ({ id }) => handedIn.has(id),
    ({ id, name }) => {
      const form = formOf.get(id)
      return form
        ? openCase('self-evaluation', form.id, name, '自评还没有送审', { holder: 'unit' })
        : openCase('goal', id, name, '没有布置自评', { holder: 'performance' })
    },
  )
}

/** More than ten points apart, in hundredths. */
const apart = 1000

/** Self-evaluation against the bureau's own evaluation of the same object. */
export function selfDeviation({ selfEvaluations, tasks }: AppraisalFacts): Measure {
  const selfOf = new Map(selfEvaluations.map((form) => [form.goalId, form]))
  const both = concluded(tasks).flatMap((task) => {
    const self = selfOf.get(task.goalId)
    if (task.goalId === '' || task.total === null || !self || self.total === null) return []
    return [{ id: self.id, name: self.name, difference: Math.abs(self.total - task.total) }]
  })
  return countOfEach(both, ({ id, name, difference }) => {
    if (difference <= apart) return null
    const text = `自评与评价相差 ${Math.floor(difference / 100)}.${String(difference % 100).padStart(2, '0')} 分`
    return openCase('self-evaluation', id, name, text, { isLost: true })
  })
}

function concluded(tasks: readonly TaskFact[]): TaskFact[] {
  return tasks.filter(({ level, state }) => level === 'fiscal' && state === 'concluded')
}

/** How many of the objects the bureau evaluated itself; the share that is asked for stands in the scheme. */
export function evaluationCount({ goals, tasks }: AppraisalFacts): Measure {
  const done = new Set(concluded(tasks).map(({ goalId }) => goalId))
  return rateOfEach(
    approvedOf(goals, ['department', 'policy', 'project']),
    ({ id }) => done.has(id),
    ({ id, name }) => openCase('goal', id, name, '本年没有财政评价结论', { holder: 'performance' }),
  )
}

/** The same in money, of policies and projects: a department's total holds that of its projects. */
export function evaluationMoney({ goals, tasks }: AppraisalFacts): Measure {
  const done = new Set(concluded(tasks).map(({ goalId }) => goalId))
  let [paid, due] = [0, 0]
  const cases = approvedOf(goals, ['policy', 'project']).flatMap(({ id, name, total }) => {
    const money = Math.max(0, total ?? 0)
    due += money
    if (done.has(id)) paid += money
    return done.has(id) || money === 0
      ? []
      : [openCase('goal', id, name, '本年没有财政评价结论', { weight: money, holder: 'performance' })]
  })
  return { done: paid, due, cases }
}

export function evaluationKinds({ tasks }: AppraisalFacts): Measure {
  const kinds = Object.keys(objectKinds) as ObjectKind[] // the keys of the table
  const done = new Set(concluded(tasks).map(({ kind }) => kind))
  return rateOfEach(
    kinds,
    (kind) => done.has(kind),
    (kind) =>
      openCase('none', `kind:${kind}`, objectKinds[kind], '本年没有这一类对象的财政评价结论', {
        holder: 'performance',
      }),
  )
}

/** What the issued plan of the year chose, and how much of it is concluded. */
export function evaluationPlanDone({ planned, tasks }: AppraisalFacts): Measure {
  const done = concluded(tasks)
  const isDone = (each: { objectId: string; taskId: string }) =>
    done.some(({ id, goalId, unitId, kind }) =>
      each.taskId === ''
        ? goalId === each.objectId || (kind === 'department' && unitId === each.objectId)
        : id === each.taskId,
    )
  return rateOfEach(planned, isDone, ({ objectId, name, taskId }) => {
    const task = tasks.find(({ id }) => id === taskId)
    const holder = task ? taskFlow.states[task.state].holder : 'performance'
    return taskId === ''
      ? openCase('none', `plan:${objectId}`, name, '列入评价计划，没有结论', { holder })
      : openCase('task', taskId, name, '列入评价计划，没有结论', { holder })
  })
}

export function departmentEvaluations({ tasks }: AppraisalFacts): Measure {
  return rateOfEach(
    tasks.filter(({ level, state }) => level === 'department' && state !== 'stopped'),
    ({ state }) => state === 'concluded',
    ({ id, name, dueOn, state }) =>
      openCase('task', id, name, '部门评价还没有结论', { dueOn, holder: taskFlow.states[state].holder }),
  )
}
