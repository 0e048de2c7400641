import type { Moment } from '../dates.ts'
import { referenceOf as referenceOfGoal, referenceShare, timeShare } from '../execution/curve.ts'
import { type Share, whole } from '../execution/rate.ts'
import type { BudgetBook, FundingSource, Goal, GoalContent, Indicator, ObjectKind } from '../goals/goal.ts'
import { addUp, type Fen } from '../money.ts'
import type { StepTaken } from '../workflow.ts'
import type { Sourced } from '../year-rules.ts'
import type { MonitoringState } from './flow.ts'
import {
  defaultReference,
  type LightColour,
  type LightKind,
  type Lights,
  lightsOf,
  type Measured,
} from './lights.ts'
import { type Ratio, ratio } from './ratio.ts'
import type { Likelihood, MonitoringRules } from './rules.ts'

/** Money rows of the official form, beneath 年度资金总额. */
export const fundGroups = {
  general: '本年一般公共预算拨款',
  carryover: '上年结转资金',
  other: '其他资金',
} as const
export type FundGroup = keyof typeof fundGroups
const fundGroupList = Object.keys(fundGroups) as FundGroup[] // the keys of the table

/** One row of the money block in 分; null where not filled. */
export type FundRow = { group: FundGroup; budget: Fen | null; paid: Fen | null; forecast: Fen | null }

/** One indicator in a round: the target as it stood, and what is reported of it. */
export type IndicatorEntry = Pick<
  Indicator,
  'id' | 'level1' | 'level2' | 'name' | 'operator' | 'value' | 'unit' | 'weight'
> & {
  /** 1—7 月执行情况. */
  actual: string
  /** 全年预计完成情况. */
  forecast: string
  likelihood: Likelihood | ''
  /** Ids of the pack's 偏差原因. */
  causes: readonly string[]
  causeText: string
}

/** What the lights were when the form was collected: what is confirmed is not computed anew. */
export type FrozenLights = Readonly<Record<LightKind, { colour: LightColour; reason: string }>> & {
  rulesId: string
  rulesVersion: number
  /** Of the bureau's own changes; absent where the pack was as it comes. */
  ownRevision?: number
}

/** What the 支出 of a form is held against at its month: shares in hundredths of a percent. */
export type FormPlan = Sourced & {
  share: Share
  /** 序时进度 beside it. */
  time: Share
  name: string
  reason: string
}

/** 监控填报 of one goal in one round. */
export type Monitoring = {
  id: string
  bookId: string
  roundId: string
  goalId: string
  unitId: string
  name: string
  code: string
  kind: ObjectKind
  month: number
  annualGoal: string
  /** 用款计划 at its month; absent in forms opened before plans were kept. */
  plan?: FormPlan
  funds: readonly FundRow[]
  /** Why the money is behind, or ahead. */
  fundsReason: string
  entries: readonly IndicatorEntry[]
  /** 预计年底不能完成目标的原因及拟采取的措施. */
  measures: string
  /** 总体情况. */
  summary: string
  exemptReason: string
  frozen: FrozenLights | null
  trail: readonly StepTaken[]
  state: MonitoringState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a person writes. */
export type MonitoringContent = Pick<Monitoring, 'funds' | 'fundsReason' | 'entries' | 'measures' | 'summary'>

const groupOf: Readonly<Record<FundingSource, FundGroup>> = {
  'general-upper': 'general',
  'general-local': 'general',
  'fund-upper': 'other',
  'fund-local': 'other',
  capital: 'other',
  insurance: 'other',
  'fiscal-account': 'other',
  unit: 'other',
  carryover: 'carryover',
  other: 'other',
}

function groupOfBook(book: BudgetBook): FundGroup {
  return book === 'general' ? 'general' : 'other'
}

/** The money block with the budget of the goal's form; where no source is given, the whole stands under its book. */
export function fundsOf({
  funding,
  total,
  book,
}: Pick<GoalContent, 'funding' | 'total' | 'book'>): FundRow[] {
  const filled = funding.filter(({ amount }) => amount !== null)
  return fundGroupList.map((group) => {
    const parts = filled.filter(({ source }) => groupOf[source] === group)
    const alone = filled.length === 0 && group === groupOfBook(book) ? total : null
    const budget = parts.length > 0 ? addUp(parts.map(({ amount }) => amount)) : alone
    return { group, budget, paid: null, forecast: null }
  })
}

/** 支出 by source as the treasury's ledger has it. */
export type TreasuryPaid = ReadonlyMap<FundingSource | '', Fen>

/**
 * The money block with 执行数 from the treasury. Where the ledger does not tell sources apart the whole stands in the one
 * row that has a budget; with several such rows nothing is guessed and the block stays as it is.
 */
export function withTreasury(funds: readonly FundRow[], paid: TreasuryPaid): readonly FundRow[] {
  const budgeted = funds.filter(({ budget }) => budget !== null && budget !== 0)
  const alone = budgeted.length === 1 ? budgeted[0]?.group : undefined
  const sums = new Map<FundGroup, Fen>()
  for (const [source, amount] of paid) {
    const group = source === '' ? alone : groupOf[source]
    if (group === undefined) return funds
    sums.set(group, addUp([sums.get(group) ?? 0, amount]))
  }
  if (sums.size === 0) return funds
  return funds.map((row) => ({ ...row, paid: sums.get(row.group) ?? (row.budget === null ? null : 0) }))
}

/** 年度资金总额; null in a column where nothing is filled. */
export function fundTotal(funds: readonly FundRow[]): Omit<FundRow, 'group'> {
  const sum = (column: 'budget' | 'paid' | 'forecast') => {
    const amounts = funds.map((row) => row[column])
    return amounts.every((amount) => amount === null) ? null : addUp(amounts)
  }
  return { budget: sum('budget'), paid: sum('paid'), forecast: sum('forecast') }
}

function targetOf({ id, level1, level2, name, operator, value, unit, weight }: Indicator) {
  return { id, level1, level2, name, operator, value, unit, weight }
}

/** A row for an indicator on which nothing is reported yet. */
export function emptyEntry(indicator: Indicator): IndicatorEntry {
  return {
    ...targetOf(indicator),
    actual: '',
    forecast: '',
    likelihood: '',
    causes: [],
    causeText: '',
  }
}

/** What a form takes from its goal. */
export function factsOf(goal: Goal) {
  const { unitId, name, code, kind } = goal
  return { unitId, name, code, kind, annualGoal: goal.annualGoals.filter(Boolean).join('\n') }
}

/** A fresh form of a goal in a round. */
export function openedMonitoring(
  goal: Goal,
  round: { id: string; month: number },
  made: { id: string; at: Moment; by: string },
  curve: PlannedBy = null,
  paid: TreasuryPaid = new Map(),
): Monitoring {
  return {
    id: made.id,
    bookId: goal.bookId,
    roundId: round.id,
    goalId: goal.id,
    ...factsOf(goal),
    month: round.month,
    plan: planOfForm(goal, curve, round.month),
    funds: withTreasury(fundsOf(goal), paid),
    fundsReason: '',
    entries: goal.indicators.map(emptyEntry),
    measures: '',
    summary: '',
    exemptReason: '',
    frozen: null,
    trail: [],
    state: 'draft',
    heldSince: made.at,
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/**
 * The entries with the targets as the goal has them now, in its order: an adjustment during the round is followed, what was
 * reported stays, what the goal no longer has goes.
 */
export function followGoal(
  entries: readonly IndicatorEntry[],
  goal: Pick<Goal, 'indicators'>,
): IndicatorEntry[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]))
  return goal.indicators.map((indicator) => {
    const { actual, forecast, likelihood, causes, causeText } =
      known.get(indicator.id) ?? emptyEntry(indicator)
    return { ...targetOf(indicator), actual, forecast, likelihood, causes, causeText }
  })
}

/** What the lights need of an entry. */
export function measured(entry: IndicatorEntry): Measured {
  const { operator, value, unit, weight, actual, forecast, likelihood } = entry
  return { operator, value, unit, weight, actual, forecast, likelihood }
}

type PlannedBy = Parameters<typeof referenceOfGoal>[1]

/**
 * The plan of a goal at a month: its own curve where it has one, 序时进度 for 基本支出, else the curve of its type.
 *
 * @see 巴财〔2020〕38号 三（二）2: 项目支出以项目实施进度或资金分配进度为参照
 */
export function planOfForm(goal: Goal, curve: PlannedBy, month: number): FormPlan {
  const reference = referenceOfGoal(goal, curve)
  const { name, reason, clause, mark } = reference
  return { share: referenceShare(reference, month), time: timeShare(month), name, reason, clause, mark }
}

/** The planned share at the month of a form. The one place that says what its execution is measured against. */
export function referenceOf({
  kind,
  month,
  plan,
}: Pick<Monitoring, 'kind' | 'month' | 'plan'>): Ratio | null {
  return plan ? ratio(plan.share, whole) : defaultReference(kind, month)
}

/** The lights of a form as it stands now; `reference` is the planned share at its month. */
export function lightsOfMonitoring(
  monitoring: Pick<Monitoring, 'month' | 'funds' | 'entries'>,
  reference: Ratio | null,
  rules: MonitoringRules,
): Lights {
  const facts = { month: monitoring.month, reference, indicators: monitoring.entries.map(measured) }
  return lightsOf({ ...facts, ...fundTotal(monitoring.funds) }, rules)
}

/** The lights as they are kept at 汇总. */
export function frozenLights(
  lights: Lights,
  pack: { id: string; version: number; ownRevision?: number },
): FrozenLights {
  const of = ({ colour, reason }: Lights[LightKind]) => ({ colour, reason })
  return {
    execution: of(lights.execution),
    goal: of(lights.goal),
    gap: of(lights.gap),
    forecast: of(lights.forecast),
    rulesId: pack.id,
    rulesVersion: pack.version,
    ...(pack.ownRevision === undefined ? {} : { ownRevision: pack.ownRevision }),
  }
}
