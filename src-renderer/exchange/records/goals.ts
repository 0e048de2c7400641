import { z } from 'zod'
import { type Adjustment, adjustmentStates } from '#domain/adjustments/adjustment'
import {
  attributes,
  budgetBooks,
  budgetKinds,
  durations,
  fundingSources,
  type Goal,
  type GoalContent,
  goalStatuses,
  type Indicator,
  importances,
  objectKinds,
  operators,
  projectCategories,
  type Task,
} from '#domain/goals/goal'
import type { Decision, Meeting } from '#domain/goals/meeting'
import type { FieldComment, GoalReview, PartMark, ReviewSheet, TogetherDays } from '#domain/goals/review'
import { grades } from '#domain/grade'
import { type Reference, standards } from '#domain/library/indicator'
import { type OwnIndicator, ownStates } from '#domain/library/own-indicator'
import { duties } from '#domain/people/duties'
import type { Health } from '#domain/problem'
import {
  byId,
  cell,
  count,
  day,
  fenOrNone,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  pointsOrNone,
  type Shape,
  shaped,
  some,
  text,
  trail,
  typedDay,
  weight,
  written,
  year,
} from './parts.ts'

const operator = z.enum(operators)

/** The fields of an indicator that later forms take over from the goal. */
export const target = {
  id,
  level1: cell,
  level2: cell,
  name: cell,
  operator,
  value: cell,
  unit: cell,
  weight,
}

const indicator = shaped<Indicator>({
  ...target,
  longTermTarget: cell,
  basis: cell,
  method: cell,
  source: cell,
  scoring: cell,
  note: cell,
}).meta({ id: 'indicator' })

const task = shaped<Task>({
  id,
  name: cell,
  content: cell,
  total: fenOrNone,
  fiscal: fenOrNone,
  other: fenOrNone,
})

const content: Shape<GoalContent> = {
  kind: keysOf(objectKinds),
  book: keysOf(budgetBooks),
  unitId: idOrNone,
  code: cell,
  name: cell,
  responsible: cell,
  contact: cell,
  phone: cell,
  category: keyOrNone(projectCategories),
  budgetKind: keyOrNone(budgetKinds),
  importance: keysOf(importances),
  attribute: keyOrNone(attributes),
  duration: keyOrNone(durations),
  startsOn: day,
  endsOn: day,
  basis: text,
  overview: text,
  necessity: text,
  feasibility: text,
  total: fenOrNone,
  funding: some(
    shaped<GoalContent['funding'][number]>({ source: keysOf(fundingSources), amount: fenOrNone }),
    100,
  ),
  annualGoals: some(text, 500),
  longTermGoal: text,
  indicators: some(indicator, 500),
  tasks: some(task, 500),
  preAssessment: text,
  disclosed: flag,
  disclosureReason: text,
  secret: flag,
  remarks: text,
}

const health = shaped<Health>({ errors: count, warnings: count, hints: count })

/** 绩效目标. */
export const goalSchema = shaped<Goal>(
  {
    ...content,
    id,
    bookId: id,
    year,
    matchKey: text,
    status: keysOf(goalStatuses),
    opinion: text,
    health,
    initials: cell,
    sentenceMarks: some(line, 10_000),
    origin: line,
    ...written,
  },
  { heldSince: moment },
)

const comment = shaped<FieldComment>({
  id,
  at: line,
  text,
  by: line,
  duty: keysOf(duties),
  madeAt: moment,
  answer: text,
  answeredBy: line,
  answeredAt: moment,
})

const days = shaped<TogetherDays>({ declaredOn: day, tabledOn: day, approvedOn: day, publishedOn: day })

/** 审核档案 of a goal. */
export const reviewSchema = shaped<GoalReview>({
  id,
  bookId: id,
  unitId: idOrNone,
  name: cell,
  trail,
  comments: some(comment),
  sheet: shaped<ReviewSheet>({
    marks: byId(shaped<PartMark>({ grade: keysOf(grades), points: pointsOrNone }), 200),
    grade: keyOrNone(grades),
  }),
  congress: flag,
  together: shaped<GoalReview['together']>({ goal: days, funds: days }),
  revision: count,
})

/** 集中会审. */
export const meetingSchema = shaped<Meeting>({
  id,
  bookId: id,
  name: line,
  heldOn: typedDay,
  place: line,
  chair: line,
  attendees: text,
  recorder: line,
  decisions: some(
    shaped<Decision>({
      goalId: id,
      name: cell,
      unitName: line,
      verb: line,
      to: keysOf(goalStatuses),
      grade: keyOrNone(grades),
      opinion: text,
      at: moment,
    }),
    20_000,
  ),
  revision: count,
})

const form = shaped<GoalContent>(content).meta({ id: 'goalContent' })

/** 目标调整. */
export const adjustmentSchema = shaped<Adjustment>({
  id,
  bookId: id,
  goalId: id,
  unitId: idOrNone,
  name: cell,
  number: count,
  before: form,
  after: form,
  reason: text,
  budgetEffect: text,
  state: keysOf(adjustmentStates),
  opinion: text,
  trail,
  heldSince: moment,
  appliedAt: moment,
  ...written,
})

const reference = shaped<Reference>({
  id,
  standard: z.enum(standards),
  value: cell,
  year: line,
  note: text,
})

/** 个性指标. */
export const ownIndicatorSchema = shaped<OwnIndicator>({
  id,
  sector: line,
  level1: cell,
  level2: cell,
  name: cell,
  operator,
  value: cell,
  unit: cell,
  explanation: text,
  standard: z.enum(standards),
  references: some(reference),
  source: text,
  method: text,
  evidence: text,
  scoring: text,
  kinds: some(keysOf(objectKinds), 4),
  demo: flag,
  proposedBy: line,
  proposedDuty: keysOf(duties),
  proposedScope: line,
  state: keysOf(ownStates),
  heldSince: moment,
  opinion: text,
  trail,
  initials: cell,
  ...written,
})
