import { z } from 'zod'
import { evaluationScopes } from '#domain/evaluation/indicator-system'
import type { ExpertKit, ExpertReturn } from '#domain/evaluation/kit'
import { aggregations } from '#domain/evaluation/rules'
import { taskLevels, taskStates } from '#domain/evaluation/task'
import { objectKinds } from '#domain/goals/goal'
import { material, statedFigures, taskExpert } from './records/evaluation.ts'
import { system } from './records/indicator-systems.ts'
import {
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
  moment,
  realMoment,
  some,
  typedDay,
  year,
} from './records/parts.ts'
import { round, sheetMarks } from './records/score-sheets.ts'

const written = { revision: count, changedAt: line, changedBy: line }

const task = z.object({
  ...{
    id,
    bookId: idOrNone,
    goalId: idOrNone,
    unitId: idOrNone,
    sectionId: idOrNone,
    name: cell,
    code: cell,
  },
  ...{ kind: keysOf(objectKinds), scope: keysOf(evaluationScopes), level: keysOf(taskLevels), number: line },
  ...{
    agencyId: idOrNone,
    startsOn: typedDay,
    dueOn: typedDay,
    system,
    isBlind: flag,
    calibrationId: idOrNone,
  },
  aggregation: keyOrNone(aggregations),
  ...{ experts: some(taskExpert), materials: some(material), state: keysOf(taskStates), heldSince: line },
  // What others found is never in a kit; whatever a file says of it is not taken over.
  ...{ problems: none(), recommendations: none(), replies: none(), trail: none() },
  figures: statedFigures.default({}),
  ...{ texts: z.unknown().transform(() => ({})), frozen: z.unknown().transform(() => null) },
  ...written,
})

function none() {
  return z.unknown().transform(() => [])
}

const sheet = z.object({
  ...{ id, taskId: id, expertId: id, name: line, weight: z.int().min(1), round },
  ...{ asked: some(id), marks: sheetMarks, vetoes: some(id), signedAt: moment },
  ...{ bookId: idOrNone, unitId: idOrNone },
  ...written,
})

const facts = z.object({
  treasury: z
    .object({ initial: fenOrNone, adjusted: fenOrNone, allocated: fenOrNone, paid: fenOrNone })
    .nullable(),
  reported: some(z.object({ name: cell, actual: cell, unit: cell })),
  figures: statedFigures.default({}),
})

export const kitSchema: z.ZodType<ExpertKit> = z.object({
  ...{ task, sheet, unitName: line, office: line, regionCode: line, regionName: line },
  ...{ year, rulesId: id, privateKey: hex(64), facts },
  // Kits of before have none.
  others: some(z.object({ marks: sheetMarks })).default([]),
})

export const returnSchema: z.ZodType<ExpertReturn> = z.object({
  ...{ sheetId: id, taskId: id, round, marks: sheetMarks, vetoes: some(id) },
  signedAt: realMoment,
})
