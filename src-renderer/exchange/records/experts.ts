import { type Agency, agencyKinds, type Commission, type Lead } from '#domain/experts/agency'
import type { House } from '#domain/experts/avoid'
import type { Candidate, Draw, Drawn, DrawRequest, Excluded, Replacement, Wanted } from '#domain/experts/draw'
import { type AvoidUnit, type Expert, expertStates, type Rating, ratingGrades } from '#domain/experts/expert'
import { type AvoidKind, expertFields, qualityParts, type Scope } from '#domain/experts/expert-rules'
import { duties } from '#domain/people/duties'
import {
  count,
  eachOf,
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
  pointsOrNone,
  shaped,
  some,
  text,
  typedDay,
  written,
} from './parts.ts'

const fields = some(keysOf(expertFields), 20)

/** 专家: what is sealed stays as it is; whether it opens is another question. */
export const expertSchema = shaped<Expert>({
  ...{ id, demo: flag, initials: line, name: line },
  sex: oneOf<Expert['sex']>({ '': true, 男: true, 女: true }),
  ...{ sealedIdentity: text, sealedBank: text, identityTail: line, workUnit: line, title: line },
  ...{ fields, specialty: line, certificate: line, phone: line },
  ...{ joinedOn: typedDay, termEndsOn: typedDay, state: keysOf(expertStates), note: text },
  avoidUnits: some(
    shaped<AvoidUnit>({
      ...{ unitCode: line, unitName: line, until: typedDay, note: text },
      kind: oneOf<AvoidKind>({ belongs: true, employed: true, relative: true, other: true }),
    }),
  ),
  ratings: some(
    shaped<Rating>({
      ...{ on: typedDay, subject: line, drawId: idOrNone, grade: keysOf(ratingGrades) },
      ...{ fee: fenOrNone, note: text, by: line },
    }),
  ),
  ...written,
})

const scope = oneOf<Scope>({
  ...{ assessment: true, 'goal-review': true, evaluation: true, 'result-check': true, indicators: true },
  ...{ research: true, 'goal-setting': true, monitoring: true, 'self-evaluation': true },
})
const quality = eachOf(
  Object.fromEntries(qualityParts.map((part) => [part, true])) as Record<(typeof qualityParts)[number], true>, // a key for each part
  pointsOrNone,
)

/** 第三方机构. */
export const agencySchema = shaped<Agency>({
  ...{ id, demo: flag, initials: line, name: line, creditCode: line, kind: keysOf(agencyKinds) },
  ...{ platformNumber: line, achievements: text, note: text },
  leads: some(
    shaped<Lead>({
      ...{ name: line, certificate: line, qualification: line },
      ...{ years: count.nullable(), evaluationYears: count.nullable() },
    }),
  ),
  commissions: some(
    shaped<Commission>({
      ...{ id, subject: line, scope, amount: fenOrNone, startsOn: typedDay, endsOn: typedDay, quality },
    }),
  ),
  blacklisted: shaped<Agency['blacklisted']>({ is: flag, reason: text, on: typedDay }),
  ...written,
})

const excluded = shaped<Excluded>({ id, name: line, reason: text })
const field = keyOrNone(expertFields)

/** 专家抽取: with the seed enough to compute it again. */
export const drawSchema = shaped<Draw>({
  ...{ id, bookId: id, subject: line, assessmentId: idOrNone, unitCode: line, rulesId: id, seed: line },
  request: shaped<DrawRequest>({
    ...{ unitCode: line, unitName: line, parentCode: line, parentName: line, subject: line },
    under: many(shaped<House['under'][number]>({ code: line, name: line })),
    wanted: some(shaped<Wanted>({ field, specialty: line, count })),
    today: typedDay,
  }),
  pool: many(shaped<Candidate>({ id, name: line, fields, specialty: line })),
  excluded: many(excluded),
  drawn: many(shaped<Drawn>({ id, name: line, field, slot: count })),
  replaced: some(
    shaped<Replacement>({
      ...{ outId: id, outName: line, inId: id, inName: line, reason: text },
      ...{ skipped: many(excluded), at: moment, by: line },
    }),
  ),
  ...{ at: moment, by: line, duty: keysOf(duties) },
  ...written,
})
