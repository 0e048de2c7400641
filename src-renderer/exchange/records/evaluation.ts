import { z } from 'zod'
import { type Feedback, feedbackStates } from '#domain/evaluation/feedback'
import { fiscalFigures, type StatedFigure } from '#domain/evaluation/fiscal-figures'
import {
  evaluationScopes,
  type IndicatorSystem,
  type Method,
  type SystemGroup,
  type SystemIndicator,
  type SystemLevel,
  systemStates,
} from '#domain/evaluation/indicator-system'
import type { SheetKit } from '#domain/evaluation/kit'
import { type Answer, aspectFindings, type EvidenceRef, type Mark } from '#domain/evaluation/mark'
import { type EvaluationPlan, type PastEvaluation, type PlanItem, planStates } from '#domain/evaluation/plan'
import { aggregations } from '#domain/evaluation/rules'
import {
  type EvaluationTask,
  type FrozenResult,
  type KeptSheet,
  type KeptSystem,
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
import {
  attachment,
  byId,
  cell,
  count,
  fenOrNone,
  flag,
  hex,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  many,
  moment,
  oneOf,
  percentage,
  points,
  type Shape,
  shaped,
  some,
  someOf,
  sourced,
  text,
  trail,
  typedDay,
  variants,
  written,
  year,
} from './parts.ts'

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

const method = variants<Method>({
  aspects: { aspects: some(shaped<{ id: string; text: string; points: number }>({ id, text, points }), 200) },
  ratio: {
    operator: oneOf<Extract<Method, { kind: 'ratio' }>['operator']>({ '≥': true, '≤': true, '=': true }),
    target: line,
    unit: line,
    passBelow: percentage.nullable(),
  },
  'yes-no': { question: text },
  bands: {
    unit: line,
    order: oneOf<Extract<Method, { kind: 'bands' }>['order']>({ more: true, less: true }),
    bands: some(
      shaped<{ from: string; rate: number }>({ from: line, rate: z.number().min(0).max(100) }),
      200,
    ),
  },
  deduction: { items: some(shaped<{ id: string; text: string; points: number }>({ id, text, points }), 200) },
  satisfaction: { full: percentage, zero: percentage },
  graded: {},
})

const indicator = shaped<SystemIndicator>({
  id,
  name: cell,
  explanation: text,
  points,
  method,
  data: text,
  evidence: text,
  ...sourced,
})

const group = shaped<SystemGroup>({
  id,
  name: line,
  role: oneOf<SystemGroup['role']>({ output: true, benefit: true, other: true }),
  points,
  indicators: some(indicator, 500),
  ...sourced,
})

const level = shaped<SystemLevel>({ id, name: line, points, groups: some(group, 200), ...sourced })

const systemShape: Shape<IndicatorSystem> = {
  id,
  name: line,
  scope: keysOf(evaluationScopes),
  levels: some(level, 200),
  version: count,
  state: keysOf(systemStates),
  basedOn: idOrNone,
  approvedBy: line,
  approvedAt: moment,
  ...sourced,
}

/** 评价指标体系. */
export const system = shaped<IndicatorSystem>(systemShape)

/** A task's copy of a system of the book kept the fields of its record too; they stay, so that what is sent stays the same. */
const copied = shaped<IndicatorSystem & Partial<Omit<KeptSystem, keyof IndicatorSystem>>>(systemShape, {
  bookId: id,
  ...written,
})

/** 评价指标体系 of a book. */
export const indicatorSystemSchema = shaped<KeptSystem>({ ...systemShape, bookId: id, ...written })

/** Thousandths of a page. */
const place = z.number().min(0).max(1000)
const evidence = shaped<EvidenceRef>({
  attachmentId: id,
  page: z.int().min(1).nullable(),
  region: shaped<NonNullable<EvidenceRef['region']>>({
    left: place,
    top: place,
    width: place,
    height: place,
  }).nullable(),
})

const answer = variants<Answer>({
  aspects: { findings: byId(keysOf(aspectFindings)) },
  value: { value: line },
  'yes-no': { yes: flag },
  deduction: { counts: byId(count) },
  points: { points },
  unproven: {},
})

/** Marks by indicator. */
export const sheetMarks = byId(shaped<Mark>({ answer, reason: text, evidence: some(evidence) }))

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
    system: copied,
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

export const round: z.ZodType<1 | 2> = z.literal([1, 2])

const sheetKit = shaped<SheetKit>({ id, publicKey: hex(130), issuedAt: moment, takenAt: moment })

/** 专家评分表. */
export const scoreSheetSchema = shaped<KeptSheet>(
  {
    id,
    taskId: id,
    expertId: id,
    name: line,
    weight: z.int().min(1),
    round,
    asked: some(id),
    marks: sheetMarks,
    vetoes: some(id),
    signedAt: moment,
    bookId: id,
    unitId: idOrNone,
    ...written,
  },
  { kit: sheetKit },
)
