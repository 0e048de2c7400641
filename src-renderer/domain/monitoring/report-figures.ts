import { type Adjustment, amountChange } from '../adjustments/adjustment.ts'
import type { Day } from '../dates.ts'
import type { Disposal } from '../disposals/disposal.ts'
import { disposalStates } from '../disposals/flow.ts'
import { choices, type Measure, measures } from '../disposals/rules.ts'
import { grouped } from '../grouped.ts'
import { addUp, type Fen } from '../money.ts'
import { figuresOf, type RoundFigures } from './figures.ts'
import { isReported } from './flow.ts'
import {
  type LightColour,
  type LightKind,
  lightColours,
  lightKinds,
  severityOf,
  worstColour,
} from './lights.ts'
import { fundTotal, type Monitoring } from './monitoring.ts'
import type { Round } from './round.ts'
import type { MonitoringRules } from './rules.ts'

/** The parts of the report that are text, in their order. */
export const reportParts = {
  work: '监控工作开展情况',
  money: '预算执行情况',
  goals: '绩效目标实现情况',
  problems: '存在的主要问题',
  disposal: '处置意见',
  application: '结果应用建议',
} as const
export type ReportPart = keyof typeof reportParts

/** A form of the round with what the report needs to place it; `lights` as they stand, or as they were collected. */
export type ReportedForm = {
  form: Pick<Monitoring, 'goalId' | 'name' | 'code' | 'state' | 'funds' | 'entries'>
  lights: Readonly<Record<LightKind, { colour: LightColour; reason: string }>>
  unitName: string
  sectionId: string
  sectionName: string
}

/** A project with lights that warn. */
export type ReportWarning = {
  goalId: string
  name: string
  unitName: string
  sectionName: string
  budget: Fen | null
  paid: Fen | null
  lights: readonly { kind: LightKind; colour: LightColour; reason: string }[]
}

/** A disposal as the report lists it: who, what, and how far it has come. */
export type ReportDisposal = {
  name: string
  unitName: string
  measure: string
  demand: string
  dueOn: Day
  state: string
}

/** What next year's budget rests on: an adjusted goal, money given back, a project that stops. */
export type BudgetBasis = { name: string; unitName: string; what: string; amount: Fen | null; why: string }

/** The figures of a round's report. Amounts in 分; rates are made of them when shown. */
export type ReportFigures = {
  roundName: string
  month: number
  dueOn: Day
  all: RoundFigures
  sections: readonly { sectionId: string; name: string; figures: RoundFigures }[]
  lights: Readonly<Record<LightKind, Readonly<Record<LightColour, number>>>>
  /** Money that units expect to be left at the end of the year. */
  unspent: Fen
  /** Indicators reported on, by 完成目标可能性; the rest says nothing. */
  indicators: { all: number; sure: number; possible: number; impossible: number }
  causes: readonly { name: string; count: number }[]
  warnings: readonly ReportWarning[]
  disposals: readonly ReportDisposal[]
  basis: readonly BudgetBasis[]
}

export type ReportFacts = {
  round: Pick<Round, 'id' | 'name' | 'month' | 'dueOn'>
  forms: readonly ReportedForm[]
  disposals: readonly Disposal[]
  adjustments: readonly Adjustment[]
  unitNames: ReadonlyMap<string, string>
  rules: Pick<MonitoringRules, 'causes'>
}

const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table
const colours = Object.keys(lightColours) as LightColour[] // the keys of the table

/** The figures of a round from its forms, disposals and adjusted goals; exempt forms count as exempt alone. */
export function reportFigures(facts: ReportFacts): ReportFigures {
  const { round, forms } = facts
  const asked = forms.filter(({ form }) => form.state !== 'exempt')
  const reported = asked.filter(({ form }) => isReported(form.state))
  return {
    roundName: round.name,
    month: round.month,
    dueOn: round.dueOn,
    all: roundFigures(forms),
    sections: sectionFigures(forms),
    lights: lightCounts(reported),
    unspent: addUp(reported.map(({ form }) => expectedLeft(form))),
    indicators: indicatorCounts(reported),
    causes: causeCounts(reported, facts.rules),
    warnings: warningsOf(reported),
    disposals: disposalsOf(facts),
    basis: basisOf(facts),
  }
}

function roundFigures(forms: readonly ReportedForm[]): RoundFigures {
  return figuresOf(
    forms.map(({ form, lights }) => ({
      ...fundTotal(form.funds),
      state: form.state,
      worst: worstColour(kinds.map((kind) => lights[kind].colour)),
    })),
  )
}

function sectionFigures(forms: readonly ReportedForm[]): ReportFigures['sections'] {
  return [...grouped(forms, ({ sectionId }) => sectionId)]
    .map(([sectionId, own]) => ({
      sectionId,
      name: own[0]?.sectionName ?? '',
      figures: roundFigures(own),
    }))
    .toSorted((left, right) => right.figures.budget - left.figures.budget)
}

function lightCounts(forms: readonly ReportedForm[]): ReportFigures['lights'] {
  const countOf = (kind: LightKind, colour: LightColour) =>
    forms.filter(({ lights }) => lights[kind].colour === colour).length
  const rowOf = (kind: LightKind) =>
    Object.fromEntries(colours.map((colour) => [colour, countOf(kind, colour)]))
  return Object.fromEntries(kinds.map((kind) => [kind, rowOf(kind)])) as ReportFigures['lights'] // every kind and colour
}

/** Budget less what is expected to be paid; nothing where one of them is not filled or more is expected. */
function expectedLeft(form: Pick<Monitoring, 'funds'>): Fen {
  const { budget, forecast } = fundTotal(form.funds)
  return budget === null || forecast === null ? 0 : Math.max(0, budget - forecast)
}

function indicatorCounts(forms: readonly ReportedForm[]): ReportFigures['indicators'] {
  const entries = forms.flatMap(({ form }) => form.entries)
  const of = (likelihood: string) => entries.filter((entry) => entry.likelihood === likelihood).length
  return { all: entries.length, sure: of('sure'), possible: of('possible'), impossible: of('impossible') }
}

function causeCounts(
  forms: readonly ReportedForm[],
  rules: Pick<MonitoringRules, 'causes'>,
): ReportFigures['causes'] {
  const ticked = forms.flatMap(({ form }) => form.entries.flatMap(({ causes }) => causes))
  return rules.causes
    .map(({ id, name }) => ({ name, count: ticked.filter((each) => each === id).length }))
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count)
}

/** Projects with a red or yellow light; the more and graver lights first, then the larger budget. */
function warningsOf(forms: readonly ReportedForm[]): ReportWarning[] {
  const gravity = ({ lights }: Pick<ReportWarning, 'lights'>) =>
    lights.reduce((sum, { colour }) => sum + (severityOf(colour) === 2 ? 10 : 1), 0)
  return forms
    .map(({ form, lights, unitName, sectionName }): ReportWarning => {
      const { budget, paid } = fundTotal(form.funds)
      const lit = kinds
        .filter((kind) => severityOf(lights[kind].colour) > 0)
        .map((kind) => ({ kind, colour: lights[kind].colour, reason: lights[kind].reason }))
      return { goalId: form.goalId, name: form.name, unitName, sectionName, budget, paid, lights: lit }
    })
    .filter(({ lights }) => lights.length > 0)
    .toSorted((left, right) => gravity(right) - gravity(left) || (right.budget ?? 0) - (left.budget ?? 0))
}

function disposalsOf({ round, disposals, unitNames }: ReportFacts): ReportDisposal[] {
  return disposals
    .filter(({ roundId, state }) => roundId === round.id && state !== 'dropped')
    .map(({ name, unitId, measure, demand, dueOn, state }) => ({
      name,
      unitName: unitNames.get(unitId) ?? '',
      // Until somebody decided, the measure is only what was proposed.
      measure: state === 'proposed' ? '' : measures[measure],
      demand,
      dueOn,
      state: disposalStates[state],
    }))
}

const touchesBudget: readonly Measure[] = ['adjust', 'recover', 'suspend']

/** Approved adjustments of the round's goals, and the disposals that touch the budget. */
function basisOf({ round, forms, disposals, adjustments, unitNames }: ReportFacts): BudgetBasis[] {
  const goals = new Set(forms.map(({ form }) => form.goalId))
  const adjusted = adjustments
    .filter(({ state, goalId }) => state === 'applied' && goals.has(goalId))
    .map((adjustment): BudgetBasis => {
      const { name, unitId, reason } = adjustment
      const amount = amountChange(adjustment)
      const what = amount === null || amount === 0 ? '目标调整' : amount > 0 ? '调增预算' : '调减预算'
      return { name, unitName: unitNames.get(unitId) ?? '', what, amount, why: reason }
    })
  const disposed = disposals
    .filter(
      ({ roundId, state, measure, choice }) =>
        roundId === round.id &&
        state !== 'dropped' &&
        state !== 'proposed' &&
        (touchesBudget.includes(measure) || choice === 'transfer' || choice === 'cancel'),
    )
    .map(({ name, unitId, measure, choice, amount, demand }): BudgetBasis => {
      const chosen = choice === '' || choice === 'continue' ? '' : `，单位选择${choices[choice]}`
      const what = `${measures[measure]}${chosen}`
      return { name, unitName: unitNames.get(unitId) ?? '', what, amount, why: demand }
    })
  return [...adjusted, ...disposed]
}
