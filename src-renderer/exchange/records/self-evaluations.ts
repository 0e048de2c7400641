import type { FundGroup } from '#domain/evaluation/rules'
import {
  carriedKinds,
  type DepartmentOpinion,
  type FrozenScore,
  type FundAmounts,
  type FundRow,
  type SelfEvaluation,
  type SelfEvaluationEntry,
} from '#domain/evaluation/self-evaluation'
import { selfEvaluationStates } from '#domain/evaluation/self-evaluation-flow'
import { objectKinds } from '#domain/goals/goal'
import { grades } from '#domain/grade'
import { target } from './goals.ts'
import {
  byId,
  cell,
  count,
  fenOrNone,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  moment,
  oneOf,
  pointsOrNone,
  shaped,
  some,
  text,
  trail,
  weight,
  written,
} from './parts.ts'

const amounts = { initial: fenOrNone, revised: fenOrNone, paid: fenOrNone }

const group = oneOf<FundGroup>({
  fiscal: true,
  carryover: true,
  'fiscal-account': true,
  unit: true,
  other: true,
})

const entry = shaped<SelfEvaluationEntry>({
  ...target,
  method: cell,
  source: cell,
  actual: cell,
  applies: flag,
  targetTooLow: flag,
  // What a form says, right or wrong.
  own: weight,
  ownReason: text,
  deviation: text,
})

const frozen = shaped<FrozenScore>(
  {
    rulesId: id,
    rulesVersion: count,
    execution: pointsOrNone,
    scores: byId(pointsOrNone),
    total: pointsOrNone,
    grade: keyOrNone(grades),
  },
  { ownRevision: count },
)

/** 单位自评. */
export const selfEvaluationSchema = shaped<SelfEvaluation>({
  id,
  bookId: id,
  goalId: id,
  unitId: idOrNone,
  sectionId: idOrNone,
  name: cell,
  code: cell,
  kind: keysOf(objectKinds),
  annualGoal: text,
  editionId: id,
  funds: some(shaped<FundRow>({ group, ...amounts }), 100),
  writtenTotal: shaped<FundAmounts>(amounts).nullable(),
  fundsReason: text,
  adjustmentReason: text,
  carried: keysOf(carriedKinds),
  carriedReason: text,
  executionOwn: weight,
  executionOwnReason: text,
  entries: some(entry, 500),
  completion: text,
  process: text,
  summary: text,
  problems: text,
  measures: text,
  department: shaped<DepartmentOpinion>({ opinion: text, total: weight }),
  explanation: text,
  trail,
  frozen: frozen.nullable(),
  state: keysOf(selfEvaluationStates),
  heldSince: moment,
  ...written,
})
