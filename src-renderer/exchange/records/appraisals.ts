import { z } from 'zod'
import {
  type Agreement,
  type Appraisal,
  type ExtraMark,
  type Finding,
  type FrozenStanding,
  type ItemMark,
  type Objection,
  objectionDecisions,
  type SampleDraw,
  type Subject,
} from '#domain/appraisals/appraisal'
import { appraisalStates } from '#domain/appraisals/flow'
import type { Figure } from '#domain/appraisals/measure'
import { metricNames } from '#domain/appraisals/metric-names'
import {
  type BonusRule,
  type DeductionRule,
  type GradeRule,
  type ItemMethod,
  type KeptScheme,
  nothingWords,
  type RankGroup,
  type RatePart,
  type Scheme,
  type SchemeGroup,
  type SchemeItem,
  sampleKinds,
  schemeStates,
  schemeTargets,
  type Tick,
  type Verdict,
} from '#domain/appraisals/scheme'
import { duties } from '#domain/people/duties'
import {
  attachment,
  byId,
  count,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  oneOf,
  plannedShare,
  points,
  pointsOrNone,
  realMoment,
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

const metric = keysOf(metricNames)
const nothing = keysOf(nothingWords)

const method = variants<ItemMethod>({
  rate: { parts: some(shaped<RatePart>({ metric, points, target: plannedShare, nothing }), 50) },
  bands: {
    metric,
    nothing,
    bands: some(shaped<{ from: number; points: number }>({ from: plannedShare, points }), 50),
  },
  cases: { metric: keyOrNone(metricNames), each: points },
  ticks: { ticks: some(shaped<Tick>({ id, name: line, points }), 100) },
  sample: {
    of: keysOf(sampleKinds),
    verdicts: some(shaped<Verdict>({ id, name: line, each: points }), 50),
  },
  manual: {},
})

const item = shaped<SchemeItem>({
  ...{ id, name: line, points, standard: text, evidence: text, method },
  ...sourced,
})

const group = shaped<SchemeGroup>({
  ...{ id, name: line, points, only: line, items: some(item, 200) },
  ...sourced,
})

const schemeShape: Shape<Scheme> = {
  id,
  name: line,
  target: keysOf(schemeTargets),
  groups: some(group, 100),
  bonusCap: points,
  bonuses: some(shaped<BonusRule>({ id, name: line, each: points, ...sourced }), 100),
  deductions: some(shaped<DeductionRule>({ id, name: line, each: points, lowers: count, ...sourced }), 100),
  grades: some(shaped<GradeRule>({ id, name: line, from: points, quota: plannedShare.nullable() }), 20),
  quotaScope: oneOf<Scheme['quotaScope']>({ group: true, all: true }),
  rankGroups: some(shaped<RankGroup>({ name: line, members: some(line) }), 100),
  objectionDays: count,
  deviationShare: plannedShare,
  version: count,
  state: keysOf(schemeStates),
  basedOn: idOrNone,
  approvedBy: line,
  approvedAt: moment,
  ...sourced,
}

/** 考核办法 of a book. */
export const schemeSchema = shaped<KeptScheme>({ ...schemeShape, bookId: id, ...written })

const mark = shaped<ItemMark>({
  figures: someOf(metricNames, shaped<Figure>({ done: count, due: count, times: count })),
  ticks: some(id, 100),
  count: count.nullable(),
  self: pointsOrNone,
  selfReason: text,
  evidence: some(attachment, 200),
  note: text,
  review: pointsOrNone,
  reviewReason: text,
  sampled: pointsOrNone,
  sampledReason: text,
  findings: byId(shaped<Finding>({ verdict: idOrNone, note: text })),
})

const extra = shaped<ExtraMark>({
  count,
  accepted: count.nullable(),
  reason: text,
  evidence: some(attachment, 200),
})

const draw = shaped<SampleDraw>({
  id,
  itemId: id,
  reason: text,
  seed: line,
  size: count,
  candidates: some(shaped<{ id: string; name: string }>({ id, name: line }), 200_000),
  picked: some(id),
  at: realMoment,
  by: line,
  duty: keysOf(duties),
})

const objection = shaped<Objection>({
  id,
  itemId: idOrNone,
  on: typedDay,
  text,
  decision: keyOrNone(objectionDecisions),
  answer: text,
})

const frozen = shaped<FrozenStanding>({
  points: byId(points),
  bonus: points,
  deduction: points,
  total: points,
  rank: z.int().min(1),
  of: z.int().min(1),
  gradeId: idOrNone,
  reasons: some(text, 20),
})

/** 考核 of one subject. */
export const appraisalSchema = shaped<Appraisal>(
  {
    id,
    bookId: id,
    noticeId: id,
    title: line,
    number: line,
    startsOn: typedDay,
    dueOn: typedDay,
    schemeId: id,
    scheme: shaped<Scheme>(schemeShape),
    name: line,
    subject: shaped<Subject>({ code: line, name: line, group: line }),
    unitId: idOrNone,
    isOwn: flag,
    year,
    items: byId(mark),
    extras: byId(extra),
    contact: line,
    phone: line,
    summary: text,
    draws: some(draw, 200),
    objections: some(objection, 500),
    objectsUntil: typedDay,
    decidedBy: text,
    announcement: line,
    frozen: frozen.nullable(),
    trail,
    state: keysOf(appraisalStates),
    heldSince: moment,
    ...written,
  },
  { agreed: shaped<Agreement>({ on: typedDay, text, by: line }) },
)
