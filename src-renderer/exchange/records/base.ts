import { z } from 'zod'
import { type OwnClosing, ownClosingNumbers } from '#domain/applications/own-rules'
import { type Cut, measures, type ProposalRule, resultNames, sourceKinds } from '#domain/applications/rules'
import type { Calendar } from '#domain/calendar'
import {
  type Deadline,
  type DisclosureRule,
  disclosureItems,
  disclosureOwners,
  disclosurePlaces,
} from '#domain/disclosures/rules'
import { type OwnEvaluation, ownEvaluationNumbers } from '#domain/evaluation/own-rules'
import { budgetKinds, importances, objectKinds } from '#domain/goals/goal'
import { type OwnRules, ownNumbers } from '#domain/monitoring/own-rules'
import { boards, type Regulation, stages } from '#domain/regulations'
import { type Identity, levels, type Section, type Unit, type YearBook } from '#domain/year-book'
import {
  attachment,
  count,
  day,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  moment,
  month,
  oneOf,
  percentage,
  realDay,
  shaped,
  some,
  someOf,
  sourced,
  text,
  written,
  year,
} from './parts.ts'

const identity = shaped<Identity>({
  regionCode: line,
  regionName: line,
  level: keysOf(levels),
  office: line,
  section: line,
})

const ownRules = shaped<OwnRules>({
  lines: some(shaped<{ month: number; rate: number }>({ month, rate: percentage }), 12).nullable(),
  numbers: someOf(ownNumbers, percentage),
  reason: text,
  ...written,
})

const ownEvaluation = shaped<OwnEvaluation>({
  numbers: someOf(ownEvaluationNumbers, count),
  reason: text,
  ...written,
})

const from = { clause: text, mark: sourced.mark }
const measureList = some(keysOf(measures), 100)

const proposalRule = shaped<ProposalRule>({
  ...{ id, on: keysOf(sourceKinds), kinds: some(keysOf(objectKinds), 10), result: keysOf(resultNames) },
  ...{ measures: measureList, others: measureList, rectify: flag, calls: flag },
  cut: shaped<Cut>({ least: count, most: count, usual: count }).nullable(),
  ...from,
})

const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const disclosureRule = shaped<DisclosureRule>(
  {
    ...{ id, name: line, item: keysOf(disclosureItems), kinds: some(keysOf(objectKinds), 10) },
    ...{ place: keysOf(disclosurePlaces), owner: keysOf(disclosureOwners) },
    deadline: shaped<Deadline>({
      ...{ with: oneOf<Deadline['with']>({ budget: true, accounts: true }), days: count, until: monthDay },
      ...from,
    }),
    ...from,
  },
  {
    importances: some(keysOf(importances), 10),
    budgetKinds: some(keyOrNone(budgetKinds), 10),
  },
)

const ownClosing = shaped<OwnClosing>({
  proposals: some(proposalRule, 200),
  disclosures: some(disclosureRule, 200),
  withoutDisclosures: some(id, 200),
  numbers: someOf(ownClosingNumbers, count),
  reason: text,
  ...written,
})

/** 年度账套. The keys of an expert's kit never leave with it, nor where it was collected or copied from. */
export const bookSchema = shaped<Omit<YearBook, 'kit' | 'collected' | 'readOnly'>>(
  {
    id,
    year,
    name: line,
    demo: flag,
    identity,
    rulesId: id,
    previousId: idOrNone,
    createdAt: moment,
  },
  {
    ownRules,
    ownEvaluation,
    ownClosing,
    closed: shaped<NonNullable<YearBook['closed']>>({ at: moment, by: line, reason: text }),
  },
)

/** 股室. */
export const sectionSchema = shaped<Section>({
  id,
  bookId: id,
  code: line,
  name: line,
  role: oneOf<Section['role']>({ lead: true, support: true, spending: true, other: true }),
  order: count,
})

/** 预算单位. */
export const unitSchema = shaped<Unit>({
  id,
  bookId: id,
  code: line,
  name: line,
  parentId: idOrNone,
  sectionId: idOrNone,
  initials: line,
})

/** 工作日历 of one year. */
export const calendarSchema = shaped<Calendar>({
  id: z.string().regex(/^\d{4}$/),
  holidays: some(realDay, 366),
  workdays: some(realDay, 366),
  basis: text,
  mark: sourced.mark,
  ...written,
})

/** 制度. */
export const regulationSchema = shaped<Regulation>({
  id,
  name: line,
  number: line,
  issuer: line,
  issuedOn: day,
  board: keysOf(boards),
  stage: keysOf(stages),
  inForce: flag,
  note: text,
  attachments: some(attachment),
  initials: line,
  ...written,
})
