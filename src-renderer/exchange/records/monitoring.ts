import { objectKinds } from '#domain/goals/goal'
import type { RoundFigures } from '#domain/monitoring/figures'
import { monitoringStates } from '#domain/monitoring/flow'
import { lightColours, lightKinds } from '#domain/monitoring/lights'
import {
  type FormPlan,
  type FrozenLights,
  type FundRow,
  fundGroups,
  type IndicatorEntry,
  type Monitoring,
} from '#domain/monitoring/monitoring'
import {
  type BudgetBasis,
  type ReportDisposal,
  type ReportFigures,
  type ReportWarning,
  reportParts,
} from '#domain/monitoring/report-figures'
import { type Round, roundScopes } from '#domain/monitoring/round'
import {
  adoptions,
  opinionVerdicts,
  type ReportOpinion,
  type RoundReport,
  roundReportStates,
} from '#domain/monitoring/round-report'
import { likelihoods } from '#domain/monitoring/rules'
import { target } from './goals.ts'
import {
  cell,
  count,
  day,
  eachOf,
  fen,
  fenOrNone,
  flag,
  id,
  idOrNone,
  keyOrNone,
  keysOf,
  line,
  many,
  moment,
  month,
  oneOf,
  shaped,
  share,
  some,
  someOf,
  sourced,
  text,
  trail,
  written,
} from './parts.ts'

/** 监控轮次. */
export const roundSchema = shaped<Round>(
  {
    id,
    bookId: id,
    name: line,
    month,
    dueOn: day,
    scope: keysOf(roundScopes),
    departments: flag,
    unapproved: flag,
    note: text,
    state: oneOf<Round['state']>({ open: true, closed: true }),
    openedAt: moment,
    ...written,
  },
  { goalIds: many(id) },
)

const plan = shaped<FormPlan>({ share, time: share, name: line, reason: text, ...sourced })

const fundRow = shaped<FundRow>({
  group: keysOf(fundGroups),
  budget: fenOrNone,
  paid: fenOrNone,
  forecast: fenOrNone,
})

const entry = shaped<IndicatorEntry>({
  ...target,
  actual: cell,
  forecast: cell,
  likelihood: keyOrNone(likelihoods),
  causes: some(id, 100),
  causeText: text,
})

const colour = keysOf(lightColours)
const light = shaped<FrozenLights['goal']>({ colour, reason: text })

const frozen = shaped<FrozenLights>(
  {
    execution: light,
    goal: light,
    gap: light,
    forecast: light,
    rulesId: id,
    rulesVersion: count,
  },
  { ownRevision: count },
)

/** 监控填报. */
export const monitoringSchema = shaped<Monitoring>(
  {
    id,
    bookId: id,
    roundId: id,
    goalId: id,
    unitId: idOrNone,
    name: cell,
    code: cell,
    kind: keysOf(objectKinds),
    month,
    annualGoal: text,
    funds: some(fundRow, 100),
    fundsReason: text,
    entries: some(entry, 500),
    measures: text,
    summary: text,
    exemptReason: text,
    frozen: frozen.nullable(),
    trail,
    state: keysOf(monitoringStates),
    heldSince: moment,
    ...written,
  },
  { plan },
)

const opinion = shaped<ReportOpinion>({
  sectionId: id,
  sectionName: line,
  verdict: keyOrNone(opinionVerdicts),
  text,
  by: line,
  on: day,
  adopted: keyOrNone(adoptions),
  answer: text,
})

const colourCounts = eachOf(lightColours, count)

const roundFigures = shaped<RoundFigures>({
  due: count,
  reported: count,
  exempt: count,
  budget: fen,
  paid: fen,
  colours: colourCounts,
})

const warning = shaped<ReportWarning>({
  goalId: id,
  name: cell,
  unitName: line,
  sectionName: line,
  budget: fenOrNone,
  paid: fenOrNone,
  lights: some(
    shaped<ReportWarning['lights'][number]>({ kind: keysOf(lightKinds), colour, reason: text }),
    100,
  ),
})

const disposal = shaped<ReportDisposal>({
  name: cell,
  unitName: line,
  measure: line,
  demand: text,
  dueOn: day,
  state: line,
})

const basis = shaped<BudgetBasis>({
  name: cell,
  unitName: line,
  what: text,
  amount: fenOrNone,
  why: text,
})

const figures = shaped<ReportFigures>({
  roundName: line,
  month,
  dueOn: day,
  all: roundFigures,
  sections: some(
    shaped<ReportFigures['sections'][number]>({ sectionId: idOrNone, name: line, figures: roundFigures }),
  ),
  lights: eachOf(lightKinds, colourCounts),
  unspent: fen,
  indicators: shaped<ReportFigures['indicators']>({
    all: count,
    sure: count,
    possible: count,
    impossible: count,
  }),
  causes: some(shaped<ReportFigures['causes'][number]>({ name: line, count })),
  warnings: many(warning),
  disposals: many(disposal),
  basis: many(basis),
})

/** 监控总报告. */
export const roundReportSchema = shaped<RoundReport>({
  id,
  bookId: id,
  roundId: id,
  name: line,
  texts: someOf(reportParts, text),
  opinions: some(opinion),
  figures: figures.nullable(),
  trail,
  state: keysOf(roundReportStates),
  heldSince: moment,
  ...written,
})
