import type {
  Application,
  FollowUp,
  Ground,
  Rectification,
  Referral,
  Source,
} from '#domain/applications/application'
import { applicationStates, rectificationStates } from '#domain/applications/flow'
import { type Cut, measures, referralKinds, resultNames, sourceKinds } from '#domain/applications/rules'
import { budgetBooks, objectKinds } from '#domain/goals/goal'
import {
  attachment,
  cell,
  count,
  day,
  fenOrNone,
  flag,
  id,
  idOrNone,
  keysOf,
  line,
  moment,
  pointsOrNone,
  realDay,
  shaped,
  some,
  sourced,
  text,
  trail,
  typedDay,
  written,
  year,
} from './parts.ts'

const measureList = some(keysOf(measures), 100)

const source = shaped<Source>({
  ...{ kind: keysOf(sourceKinds), id, name: cell, result: keysOf(resultNames) },
  ...{ score: pointsOrNone, said: text },
})

const cut = shaped<Cut>({ least: count, most: count, usual: count })

const ground = shaped<Ground>({
  ...{ ruleId: id, measures: measureList, others: measureList, cut: cut.nullable(), calls: flag },
  ...sourced,
})

const rectification = shaped<Rectification>({
  ...{ problem: text, demand: text, dueOn: typedDay, number: line },
  ...{ report: text, proof: some(attachment, 200) },
  ...{ orderedOn: day, reportedOn: day, clearedOn: day, conclusion: text },
  ...{ state: keysOf(rectificationStates), heldSince: moment },
})

const followUp = shaped<FollowUp>({ id, on: realDay, text, by: line })

const referral = shaped<Referral>({
  ...{ kind: keysOf(referralKinds), reason: text, on: realDay, handling: text, handledOn: day },
})

/** 结果应用 of one result. */
export const applicationSchema = shaped<Application>({
  ...{ id, bookId: id, objectId: id, goalId: idOrNone, unitId: idOrNone, name: cell, code: cell },
  ...{ kind: keysOf(objectKinds), budgetBook: keysOf(budgetBooks), budget: fenOrNone, targetYear: year },
  ...{ source, ground },
  ...{ proposed: measureList, proposedChange: fenOrNone, reason: text },
  ...{ nextName: cell, nextGoalId: idOrNone, letterNumber: line },
  ...{ budgetOpinion: text, decided: measureList, decidedChange: fenOrNone },
  ...{ decisionReason: text, decidedBy: line },
  ...{ answer: text, doneChange: fenOrNone, attachments: some(attachment, 200) },
  ...{ decidedOn: day, dueOn: day, answeredOn: day },
  followUps: some(followUp, 500),
  rectification: rectification.nullable(),
  referrals: some(referral, 100),
  trail,
  ...{ state: keysOf(applicationStates), heldSince: moment },
  ...written,
})
