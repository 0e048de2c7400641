import { type Assessment, whyAssessed } from '../assessments/assessment.ts'
import { type AssessmentNeed, needRules, shortNeed } from '../assessments/need.ts'
import { assessmentResult, assessmentStates } from '../assessments/result.ts'
import { coverageOf } from '../evaluation/coverage.ts'
import type { PlannedObject } from '../evaluation/coverage-objects.ts'
import type { CoverageRules } from '../evaluation/coverage-rules.ts'
import type { SelfEvaluation } from '../evaluation/self-evaluation.ts'
import type { BudgetBook, Goal, ObjectKind } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import { isReported } from '../monitoring/flow.ts'
import type { Monitoring } from '../monitoring/monitoring.ts'
import type { ReasonId } from './reasons.ts'
import { appliesTo, ruleOf, type Stage, stageList } from './stages.ts'

/** Where an object stands in a stage; `detail` says it of this one, `recordId` is what it rests on ('' for none). */
export type Standing = { reason: ReasonId; detail: string; recordId: string }

/** One 管理对象 with where it stands in each stage. */
export type CoverageLine = {
  id: string
  goalId: string
  kind: ObjectKind
  book: BudgetBook
  unitId: string
  name: string
  code: string
  /** 涉密: in no list that leaves. */
  isSecret: boolean
  /** Of the year in 分; null where unknown. */
  money: Fen | null
  stages: Readonly<Record<Stage, Standing>>
}

/** A goal as the map needs it. */
export type CoverageGoal = Pick<
  Goal,
  | 'id'
  | 'kind'
  | 'book'
  | 'unitId'
  | 'name'
  | 'code'
  | 'total'
  | 'status'
  | 'secret'
  | 'startsOn'
  | 'duration'
  | 'attribute'
  | 'category'
>

/** A step of 结果应用 or 信息公开 that is due for an object. */
export type LaterStep = { id: string; isDone: boolean; detail: string }

type Form = Pick<Monitoring, 'id' | 'roundId' | 'goalId' | 'state' | 'exemptReason'>

/** What one object rests on. */
export type ObjectFacts = {
  goal: CoverageGoal | null
  need: AssessmentNeed | null
  /** Of last year; null where there is none. */
  previous: Fen | null
  assessments: readonly Assessment[]
  forms: readonly Form[]
  self: Pick<SelfEvaluation, 'id' | 'state'> | null
  /** Of the planner, where the object is in it: approved ones, departments, government budgets. */
  planned: PlannedObject | null
  /** The open task of the bureau, as its state is called; '' where there is none. */
  task: { id: string; state: string } | null
  applications: readonly LaterStep[]
  disclosures: readonly LaterStep[]
}

/** What all objects of a book share. */
export type BookFacts = {
  year: number
  /** The year in which the question is asked. */
  thisYear: number
  /** Names of the rounds by id, in the order they were issued. */
  rounds: ReadonlyMap<string, string>
  hasSelf: boolean
  hasTasks: boolean
  rules: CoverageRules
}

const done = (recordId = '', detail = ''): Standing => ({ reason: 'done', detail, recordId })
const at = (reason: ReasonId, detail = '', recordId = ''): Standing => ({ reason, detail, recordId })

/** Where an object stands in every stage; what a stage does not ask of its kind is 本环节不要求. */
export function standingsOf(
  kind: ObjectKind,
  facts: ObjectFacts,
  book: BookFacts,
): Readonly<Record<Stage, Standing>> {
  const entries = stageList.map((stage) => {
    const standing = appliesTo(stage, kind) ? standingIn(stage, facts, book) : at('not-asked')
    return [stage, standing] as const
  })
  return Object.fromEntries(entries) as Record<Stage, Standing> // every stage is there
}

function standingIn(stage: Stage, facts: ObjectFacts, book: BookFacts): Standing {
  if (stage === 'goal') return goalStanding(facts.goal)
  if (stage === 'assessment') return assessmentStanding(facts)
  if (stage === 'evaluation') return evaluationStanding(facts, book)
  if (stage === 'application') return laterStanding(facts.applications)
  if (stage === 'disclosure') return facts.goal?.secret ? at('secret') : laterStanding(facts.disclosures)
  if (facts.goal?.status === 'rejected') return at('goal-rejected')
  if (facts.goal?.status !== 'approved' && facts.forms.length === 0 && facts.self === null)
    return at('goal-pending')
  return stage === 'monitoring' ? monitoringStanding(facts, book) : selfStanding(facts, book)
}

/** 绩效目标 is covered when it is approved (绩效目标与预算资金同步批复). */
function goalStanding(goal: CoverageGoal | null): Standing {
  if (!goal) return at('goal-missing')
  const { id, status } = goal
  if (status === 'approved') return done(id)
  if (status === 'rejected') return at('goal-rejected', '', id)
  if (status === 'draft') return at('goal-draft', '', id)
  if (status === 'returned') return at('goal-returned', '', id)
  return status === 'reviewed' ? at('goal-reviewed', '', id) : at('goal-review', reviewWords[status], id)
}

const reviewWords = { submitted: '待初审', joint: '待会审', key: '待复审' } as const

function assessmentStanding(facts: ObjectFacts): Standing {
  const { goal, need, assessments } = facts
  if (!goal || goal.status === 'rejected') return at(goal ? 'goal-rejected' : 'nothing-to-do')
  const last = assessments.toSorted((left, right) => (left.id < right.id ? 1 : -1))[0]
  const { state } = assessmentResult(assessments)
  if (last && state === 'exempt') return at('assessment-exempt', last.exemptReason, last.id)
  if (last && state === 'pending')
    return at('assessment-open', `${assessmentStates[last.state]}：${whyAssessed(last)}`, last.id)
  if (last) return done(last.id)
  if (need) return at('assessment-unlisted', shortNeed(need), goal.id)
  const missing = missingForNeed(facts)
  return missing === '' ? at('below-line', '', goal.id) : at('need-unknown', missing, goal.id)
}

/** What the form does not say, so that no line can be applied; '' where it says enough. */
function missingForNeed({ goal, previous }: ObjectFacts): string {
  if (!goal) return ''
  if (goal.total === null) return '未填资金总额'
  if (goal.attribute === '') return '未填项目属性（新增或延续）'
  if (goal.attribute === 'continuing') return previous === null ? '没有上年金额，无法计算增幅' : ''
  return goal.kind === 'project' && goal.category === '' ? `未填项目类别（${needRules['new-social']}等）` : ''
}

/** Reported in every round that asked for it; a form that is exempt is not due. */
function monitoringStanding({ forms }: ObjectFacts, { rounds }: BookFacts): Standing {
  if (rounds.size === 0) return at('no-round')
  if (forms.length === 0) return at('not-in-round')
  const asked = forms.filter(({ state }) => state !== 'exempt')
  const [exempt] = forms
  if (asked.length === 0) return at('form-exempt', exempt?.exemptReason ?? '', exempt?.id ?? '')
  const open = asked.find(({ state }) => !isReported(state))
  if (!open) return done(asked.at(-1)?.id ?? '')
  const round = rounds.get(open.roundId) ?? ''
  return at(open.state === 'returned' ? 'form-returned' : 'form-waits', round, open.id)
}

function selfStanding({ self }: ObjectFacts, book: BookFacts): Standing {
  if (!self) return isLater('self', book) && !book.hasSelf ? at('not-yet') : at('self-unset')
  if (self.state === 'draft') return at('form-waits', '', self.id)
  return self.state === 'returned' ? at('form-returned', '', self.id) : done(self.id)
}

/**
 * Evaluated by the bureau in the year, or not due in it: 部门、政策、项目 once in four years, 政府预算 every year. What is
 * planned is a hole until it is concluded.
 */
function evaluationStanding({ goal, planned, task }: ObjectFacts, book: BookFacts): Standing {
  if (!planned && goal?.status === 'approved') return at('nothing-to-do')
  if (!planned) return at(goal?.status === 'rejected' ? 'goal-rejected' : 'goal-pending')
  const own = planned.history.find(({ year }) => year === book.year)
  if (own?.source === 'concluded') return done(task?.id ?? '')
  if (own?.source === 'entered') return done('', '手工登记')
  if (own?.source === 'open' && task) return at('evaluation-open', task.state, task.id)
  if (isLater('evaluation', book) && !book.hasTasks) return at('not-yet')
  if (own) return at('evaluation-planned')
  const { state, dueIn } = coverageOf(planned, book.year, book.rules)
  if (state === 'due') return at('evaluation-due')
  return state === 'overdue'
    ? at('evaluation-overdue', `应在 ${dueIn} 年以前评价`)
    : at('in-cycle', `最迟 ${dueIn} 年`)
}

/** Whether the stage of the book's year only falls due after the year in which the question is asked. */
function isLater(stage: Stage, { year, thisYear }: BookFacts): boolean {
  return ruleOf(stage).due === 'next' && thisYear <= year
}

/** All steps of an object are done, or the first that is not. */
function laterStanding(steps: readonly LaterStep[]): Standing {
  if (steps.length === 0) return at('nothing-to-do')
  const open = steps.find(({ isDone }) => !isDone)
  return open ? at('step-open', open.detail, open.id) : done(steps[0]?.id ?? '')
}
