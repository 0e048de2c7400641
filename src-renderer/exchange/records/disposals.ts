import { type Disposal, type DisposalCause, otherCauses } from '#domain/disposals/disposal'
import { disposalStates } from '#domain/disposals/flow'
import { choices, measures } from '#domain/disposals/rules'
import { objectKinds } from '#domain/goals/goal'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import { screeningNames } from '#domain/screening/rules'
import { spotCheckStates } from '#domain/spot-checks/flow'
import {
  type CheckedLine,
  type CheckGround,
  pickWays,
  type SpotCheck,
  verdicts,
} from '#domain/spot-checks/spot-check'
import {
  attachment,
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
  month,
  shaped,
  some,
  text,
  trail,
  typedDay,
  written,
} from './parts.ts'

const cause = shaped<DisposalCause>({
  kind: keysOf({ ...lightKinds, ...otherCauses }),
  text,
  colour: keysOf(lightColours),
  formula: text,
  inputs: some(shaped<DisposalCause['inputs'][number]>({ name: cell, value: cell })),
  line: text,
  clause: line,
  mark: line,
})

/** 处置 of what monitoring found. */
export const disposalSchema = shaped<Disposal>({
  id,
  bookId: id,
  goalId: id,
  unitId: idOrNone,
  name: cell,
  code: cell,
  kind: keysOf(objectKinds),
  roundId: idOrNone,
  spotCheckId: idOrNone,
  month,
  causes: some(cause),
  proposed: some(keysOf(measures), 100),
  measure: keysOf(measures),
  amount: fenOrNone,
  goalChange: flag,
  demand: text,
  warnedOn: day,
  letterNumber: line,
  dueOn: day,
  answeredOn: day,
  choice: keyOrNone(choices),
  answer: text,
  doneBy: typedDay,
  attachments: some(attachment),
  trail,
  state: keysOf(disposalStates),
  heldSince: moment,
  ...written,
})

const checkedLine = shaped<CheckedLine>({
  id,
  entryId: idOrNone,
  subject: cell,
  target: text,
  reported: cell,
  found: text,
  verdict: keyOrNone(verdicts),
  text,
  evidence: some(attachment),
})

const ground = shaped<CheckGround>({ code: keysOf(screeningNames), at: line, message: text })

/** 重点核查. */
export const spotCheckSchema = shaped<SpotCheck>({
  id,
  bookId: id,
  roundId: id,
  monitoringId: id,
  goalId: id,
  unitId: idOrNone,
  name: cell,
  code: cell,
  way: keysOf(pickWays),
  pickId: idOrNone,
  ground: text,
  points: count,
  grounds: some(ground),
  formRevision: count,
  checkedOn: typedDay,
  place: line,
  checkers: line,
  lines: some(checkedLine),
  record: text,
  suggestion: text,
  verdict: keyOrNone(verdicts),
  evidence: some(attachment),
  explanation: text,
  trail,
  state: keysOf(spotCheckStates),
  heldSince: moment,
  ...written,
})
