import { type Day, daysLater, type Moment } from '#domain/dates'
import { fieldsOf, publicGoal, publicSelf, publicTask } from '#domain/disclosures/content'
import { type Disclosure, type DisclosureCheck, emptyDisclosure } from '#domain/disclosures/disclosure'
import { type DueDisclosure, dueDisclosures } from '#domain/disclosures/due'
import { disclosurePlaces } from '#domain/disclosures/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Goal } from '#domain/goals/goal'
import type { PaperBlock } from '#domain/paper'
import type { Unit } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'

type Made = { nextId: () => string; at: Moment; by: string; today: Day }
type World = {
  bookId: string
  year: number
  goals: readonly Goal[]
  units: readonly Unit[]
  selfEvaluations: readonly SelfEvaluation[]
  tasks: readonly EvaluationTask[]
}

const finding = '公开的目标缺少绩效指标，附件无法打开。'

/**
 * What the county published of a year: most in time, some late, a tenth not at all, a few exempted, some checked by
 * 监督检查局. What lies in the future has not been published yet.
 */
export function demoDisclosures(world: World, rules: YearRules, made: Made): Disclosure[] {
  const since = { since: '' }
  const due = dueDisclosures(
    {
      ...{ year: world.year, goals: world.goals, approvedOn: new Map() },
      selfEvaluations: world.selfEvaluations.map((form) => ({ ...form, ...since })),
      tasks: world.tasks.map((task) => ({ ...task, ...since })),
    },
    rules.disclosure,
  )
  return due.flatMap((each, index) => disclosed(each, index, world, made))
}

function disclosed(due: DueDisclosure, index: number, world: World, made: Made): Disclosure[] {
  const { objectId, item, goalId, unitId, name } = due
  const of = { bookId: world.bookId, objectId, item, goalId, unitId, name }
  const touched = { revision: 1, changedAt: made.at, changedBy: made.by }
  if (due.secret || index % 10 === 3 || due.reason !== '') return []
  if (index % 29 === 8) {
    const asked = { ...emptyDisclosure(of, made.nextId()), ...touched, reason: '内容涉及企业商业秘密。' }
    const approval = { approvedBy: '局领导 陈明', approvedOn: earlier(daysLater(due.dueOn, -12), made.today) }
    return [index % 58 === 8 ? { ...asked, state: 'proposed' } : { ...asked, state: 'exempt', ...approval }]
  }
  const days = index % 10 === 7 ? 12 : -3 - (index % 9)
  const publishedOn = daysLater(due.dueOn, days)
  if (publishedOn > made.today) return []
  const checks = checksOf(index, publishedOn, made.today)
  return [
    {
      ...emptyDisclosure(of, made.nextId()),
      ...touched,
      state: checks.some(({ result, correctedOn }) => result === 'faulty' && correctedOn === '')
        ? 'rectify'
        : 'published',
      publishedOn,
      place: disclosurePlaces[due.rule.place],
      address: `http://www.scnj.gov.cn/${due.rule.place === 'platform' ? 'ysgk' : 'bmgk'}/${world.year}/${index + 1}.html`,
      shown: shownOf(due, index, world),
      checks,
    },
  ]
}

function earlier(day: Day, other: Day): Day {
  return day < other ? day : other
}

function checksOf(index: number, publishedOn: Day, today: Day): DisclosureCheck[] {
  if (index % 12 !== 0) return []
  const on = earlier(daysLater(publishedOn, 30), today)
  const check: DisclosureCheck = {
    ...{ on, by: '赵敏', result: 'sound', finding: '', correction: '', correctedOn: '' },
  }
  if (index % 36 === 0) return [{ ...check, result: 'faulty', finding }]
  if (index % 24 !== 0) return [check]
  const correctedOn = earlier(daysLater(on, 6), today)
  return [{ ...check, result: 'faulty', finding, correction: '已补充绩效指标，更换附件。', correctedOn }]
}

/** What the public was shown: what was approved, but for one goal that was adjusted afterwards. */
function shownOf({ objectId, unitId }: DueDisclosure, index: number, world: World) {
  const unit = world.units.find(({ id }) => id === unitId)?.name ?? ''
  const fields = fieldsOf(blocksOf(objectId, unit, world))
  if (index !== 5) return fields
  return fields.map((field) =>
    field.label === '资金总额（万元）' ? { ...field, text: `${field.text}（年初数）` } : field,
  )
}

function blocksOf(objectId: string, unit: string, { goals, selfEvaluations, tasks }: World): PaperBlock[] {
  const goal = goals.find(({ id }) => id === objectId)
  const form = selfEvaluations.find(({ id }) => id === objectId)
  const task = tasks.find(({ id }) => id === objectId)
  if (goal) return publicGoal(goal, unit)
  if (form) return publicSelf(form, unit)
  return task ? publicTask(task, unit) : []
}
