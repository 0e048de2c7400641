import { z } from 'zod'
import { type Feedback, feedbackStates } from '#domain/evaluation/feedback'
import { fiscalFigures, type StatedFigure } from '#domain/evaluation/fiscal-figures'
import { evaluationScopes } from '#domain/evaluation/indicator-system'
import { type EvaluationPlan, type PastEvaluation, type PlanItem, planStates } from '#domain/evaluation/plan'
import { aggregations } from '#domain/evaluation/rules'
import {
  type EvaluationTask,
  type FrozenResult,
  type Material,
  type TaskExpert,
  type TaskProblem,
  type TaskReply,
  taskLevels,
  taskStates,
} from '#domain/evaluation/task'
import { type Visit, type Visitor, visitorKinds, visitStates } from '#domain/evaluation/visit'
import { objectKinds } from '#domain/goals/goal'
import { grades } from '#domain/grade'
import { copiedSystem } from './indicator-systems.ts'
import {
  attachment,
  byId,
  cell,
  count,
  fenOrNone,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  many,
  moment,
  oneOf,
  points,
  shaped,
  some,
  someOf,
  text,
  trail,
  typedDay,
  written,
  year,
} from './parts.ts'
import { evidence } from './score-sheets.ts'

const planItem = shaped<PlanItem>({
  objectId: id,
  key: text,
  kind: keysOf(objectKinds),
  unitId: idOrNone,
  name: cell,
  level: keysOf(taskLevels),
  size: fenOrNone,
  isCompulsory: flag,
  isProposed: flag,
  points: z.int(),
  reasons: some(text, 200),
  decision: oneOf<PlanItem['decision']>({ chosen: true, dropped: true }),
  note: text,
  taskId: idOrNone,
})

/** 年度评价计划. */
export const evaluationPlanSchema = shaped<EvaluationPlan>({
  id,
  bookId: id,
  capacity: count,
  items: many(planItem),
  past: many(shaped<PastEvaluation>({ key: text, year, grade: keyOrNone(grades) })),
  leftNote: text,
  trail,
  state: keysOf(planStates),
  issuedAt: moment,
  ...written,
})

export const taskExpert = shaped<TaskExpert>({ expertId: id, name: line, weight: z.int().min(1) })

export const material = shaped<Material>({
  id,
  name: line,
  attachment: attachment.nullable(),
  number: line,
  note: text,
  indicatorIds: some(id),
})

/** Figures of the fiscal statements. */
export const statedFigures = someOf(fiscalFigures, shaped<StatedFigure>({ value: line, source: line }))

const problem = shaped<TaskProblem>({
  id,
  indicatorId: idOrNone,
  text,
  amount: fenOrNone,
  owner: line,
  advice: text,
  evidence: some(evidence),
})

const reply = shaped<TaskReply>({
  id,
  about: idOrNone,
  text,
  decision: oneOf<TaskReply['decision']>({ '': true, adopted: true, partly: true, refused: true }),
  answer: text,
})

const frozen = shaped<FrozenResult>(
  {
    rulesId: id,
    rulesVersion: count,
    aggregation: keysOf(aggregations),
    points: byId(points),
    total: points,
    grade: keysOf(grades),
  },
  { ownRevision: count },
)

const visit = shaped<Visit>({
  id,
  startsOn: typedDay,
  endsOn: typedDay,
  place: line,
  visitors: some(shaped<Visitor>({ kind: keysOf(visitorKinds), of: idOrNone, name: line }), 200),
  aim: text,
  found: text,
  attachments: some(attachment),
  state: keysOf(visitStates),
})

const feedback = shaped<Feedback>({
  state: keysOf(feedbackStates),
  opinion: text,
  answer: text,
  heldSince: moment,
})

/** 评价任务. */
export const evaluationTaskSchema = shaped<EvaluationTask>(
  {
    id,
    bookId: id,
    goalId: idOrNone,
    unitId: idOrNone,
    sectionId: idOrNone,
    name: cell,
    code: cell,
    kind: keysOf(objectKinds),
    scope: keysOf(evaluationScopes),
    level: keysOf(taskLevels),
    number: line,
    agencyId: idOrNone,
    startsOn: typedDay,
    dueOn: typedDay,
    system: copiedSystem,
    isBlind: flag,
    calibrationId: idOrNone,
    aggregation: keyOrNone(aggregations),
    experts: some(taskExpert, 200),
    materials: some(material),
    problems: some(problem),
    recommendations: some(text),
    replies: some(reply),
    texts: byId(text, 200),
    frozen: frozen.nullable(),
    trail,
    state: keysOf(taskStates),
    heldSince: moment,
    ...written,
  },
  { figures: statedFigures, visits: some(visit), draft: frozen, feedback },
)
