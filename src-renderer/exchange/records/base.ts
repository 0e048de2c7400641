import { z } from 'zod'
import type { Calendar } from '#domain/calendar'
import { type OwnEvaluation, ownEvaluationNumbers } from '#domain/evaluation/own-rules'
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
  { ownRules, ownEvaluation },
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
