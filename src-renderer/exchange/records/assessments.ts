import {
  type Assessment,
  type AssessmentExpert,
  dimensionParts,
  type FollowUp,
  type ItemMark,
  type Material,
  materialStates,
  type Precondition,
  preconditionStates,
  reportTexts,
  reportVersions,
  ways,
} from '#domain/assessments/assessment'
import { type AssessmentNeed, needRules } from '#domain/assessments/need'
import { assessmentStates, conclusions } from '#domain/assessments/result'
import { assessmentKinds } from '#domain/assessments/rules'
import { grades } from '#domain/grade'
import {
  attachment,
  byId,
  cell,
  day,
  eachOf,
  fenOrNone,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  pointsOrNone,
  shaped,
  some,
  text,
  trail,
  typedDay,
  written,
} from './parts.ts'

const need = shaped<AssessmentNeed>({ rule: keysOf(needRules), what: text, line, clause: line })

const material = shaped<Material>({
  id,
  item: line,
  state: keysOf(materialStates),
  note: text,
  attachments: some(attachment),
})

const expert = shaped<AssessmentExpert>({
  id,
  name: line,
  expertId: idOrNone,
  marks: byId(shaped<ItemMark>({ grade: keysOf(grades), points: pointsOrNone })),
  opinion: text,
  submittedOn: day,
})

const precondition = shaped<Precondition>({ id, text, state: keysOf(preconditionStates), owner: line })
const followUp = shaped<FollowUp>({ id, on: day, text, by: line })

/** 事前评估. */
export const assessmentSchema = shaped<Assessment>({
  id,
  bookId: id,
  goalId: id,
  unitId: idOrNone,
  name: cell,
  kind: keysOf(assessmentKinds),
  amount: fenOrNone,
  previousAmount: fenOrNone,
  need: need.nullable(),
  addedReason: text,
  opinion: text,
  suggestion: keyOrNone(ways),
  countersign: text,
  decision: shaped<Assessment['decision']>({ way: keyOrNone(ways), reason: text }),
  exemptReason: text,
  commissionedTo: line,
  visitOn: typedDay,
  basedOn: typedDay,
  materials: some(material),
  experts: some(expert, 200),
  texts: eachOf(reportTexts, text),
  dimensions: byId(eachOf(dimensionParts, text), 200),
  conclusion: keyOrNone(conclusions),
  recommended: fenOrNone,
  preconditions: some(precondition),
  followUps: some(followUp),
  reportVersion: keysOf(reportVersions),
  number: line,
  reviewNumber: line,
  trail,
  state: keysOf(assessmentStates),
  heldSince: moment,
  ...written,
})
