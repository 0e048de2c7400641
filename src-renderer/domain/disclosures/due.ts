import { type Day, daysLater } from '../dates.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { EvaluationTask } from '../evaluation/task.ts'
import type { Goal, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { Deadline, DisclosureItem, DisclosureRule } from './rules.ts'
import { ruleOf } from './rules.ts'

/** What of a goal decides whether it is published. */
export type DisclosureGoal = Pick<
  Goal,
  | 'id'
  | 'unitId'
  | 'name'
  | 'code'
  | 'kind'
  | 'status'
  | 'total'
  | 'secret'
  | 'disclosed'
  | 'disclosureReason'
  | 'importance'
  | 'budgetKind'
>

/** What of one book is looked at. */
export type DisclosureFacts = {
  year: number
  goals: readonly DisclosureGoal[]
  /** The day on which a goal was approved, where it is known. */
  approvedOn: ReadonlyMap<string, Day>
  /** With the day since when they are as they are. */
  selfEvaluations: readonly (Pick<
    SelfEvaluation,
    'id' | 'goalId' | 'unitId' | 'name' | 'code' | 'kind' | 'state'
  > & { since: Day })[]
  tasks: readonly (Pick<
    EvaluationTask,
    'id' | 'goalId' | 'unitId' | 'name' | 'code' | 'kind' | 'level' | 'state'
  > & { since: Day })[]
}

/** One thing that must be published. */
export type DueDisclosure = {
  objectId: string
  item: DisclosureItem
  rule: DisclosureRule
  goalId: string
  unitId: string
  name: string
  code: string
  kind: ObjectKind
  /** 资金总额 of its goal in 分; null where there is none. */
  total: Fen | null
  /** 涉密: it is never published, and who approved that has to be known. */
  secret: boolean
  /** 不公开原因 as the goal gives it; '' where it is to be published. */
  reason: string
  dueOn: Day
}

/**
 * Until when something must be published. `readyOn` is the day of the approval or of the result, '' where it is not known;
 * `year` is the budget year.
 */
export function deadlineOf(deadline: Deadline, year: number, readyOn: Day): Day {
  if (deadline.with === 'budget')
    return readyOn === '' ? `${year}-${deadline.until}` : daysLater(readyOn, deadline.days)
  const usual = `${year + 1}-${deadline.until}`
  const later = daysLater(readyOn, deadline.days)
  return readyOn !== '' && readyOn > usual ? later : usual
}

/**
 * What must be published of a book's year (巴财〔2020〕38号 三（二）6): goals that are approved, self-evaluations that are
 * collected, evaluations that are concluded. What no rule names need not be.
 */
export function dueDisclosures(facts: DisclosureFacts, rules: readonly DisclosureRule[]): DueDisclosure[] {
  const { year } = facts
  const goalById = new Map(facts.goals.map((goal) => [goal.id, goal]))
  const dueOf = deadlinesIn(year)
  const goals = facts.goals
    .filter(({ status }) => status === 'approved')
    .flatMap((goal) => {
      const rule = ruleOf(rules, 'goal', goal)
      if (!rule) return []
      const dueOn = dueOf(rule.deadline, facts.approvedOn.get(goal.id) ?? '')
      const { id, unitId, name, code, kind } = goal
      return [thing({ item: 'goal', rule, dueOn }, { id, goalId: id, unitId, name, code, kind }, goal)]
    })
  const selves = facts.selfEvaluations
    .filter(({ state }) => state === 'collected')
    .map((form) => ({ each: form, item: 'self' as const }))
  const tasks = facts.tasks
    .filter(({ state }) => state === 'concluded')
    .map((task) => ({ each: task, item: task.level }))
  const results = [...selves, ...tasks].flatMap(({ each, item }) => {
    const rule = ruleOf(rules, item, each)
    if (!rule) return []
    const dueOn = dueOf(rule.deadline, each.since)
    return [thing({ item, rule, dueOn }, each, goalById.get(each.goalId))]
  })
  return [...goals, ...results]
}

/** Thousands of things became ready on few days: each deadline is reckoned once. */
function deadlinesIn(year: number): (deadline: Deadline, readyOn: Day) => Day {
  const known = new Map<Deadline, Map<Day, Day>>()
  return (deadline, readyOn) => {
    const byDay = known.get(deadline) ?? new Map<Day, Day>()
    const dueOn = byDay.get(readyOn) ?? deadlineOf(deadline, year, readyOn)
    known.set(deadline, byDay.set(readyOn, dueOn))
    return dueOn
  }
}

function thing(
  { item, rule, dueOn }: Pick<DueDisclosure, 'item' | 'rule' | 'dueOn'>,
  of: { id: string; goalId: string; unitId: string; name: string; code: string; kind: ObjectKind },
  goal: DisclosureGoal | undefined,
): DueDisclosure {
  const { id: objectId, goalId, unitId, name, code, kind } = of
  const isOpen = goal === undefined || goal.disclosed
  return {
    objectId,
    item,
    rule,
    goalId,
    unitId,
    name,
    code,
    kind,
    total: goal?.total ?? null,
    secret: goal?.secret ?? false,
    reason: isOpen ? '' : goal.disclosureReason.trim() || '申报时填写为不公开，未写明原因',
    dueOn,
  }
}
