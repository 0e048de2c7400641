import type { Moment } from '../dates.ts'
import type { FundingSource, Goal, Indicator, ObjectKind } from '../goals/goal.ts'
import type { Grade } from '../grade.ts'
import { addUp, type Fen } from '../money.ts'
import type { StepTaken } from '../workflow.ts'
import type { Edition, FundGroup } from './rules.ts'
import type { SelfEvaluationState } from './self-evaluation-flow.ts'

/** One money row in 分: 年初、全年（调整后）预算数, 执行数; null where not filled. */
export type FundAmounts = { initial: Fen | null; revised: Fen | null; paid: Fen | null }
export type FundRow = FundAmounts & { group: FundGroup }

/** One indicator of a self-evaluation: the target as it stood when opened, and what is reported of it. */
export type SelfEvaluationEntry = Pick<
  Indicator,
  'id' | 'level1' | 'level2' | 'name' | 'operator' | 'value' | 'unit' | 'weight' | 'method' | 'source'
> & {
  actual: string
  /** false: 不适用, left out of the total. */
  applies: boolean
  targetTooLow: boolean
  /** A score by a person, in hundredths; null follows the rules. */
  own: number | null
  ownReason: string
  /** 偏差原因分析及改进措施 (未完成原因). */
  deviation: string
}

/** 结转: money of last year in it, work that goes on next year, or both. */
export const carriedKinds = {
  none: '无结转',
  in: '上年结转',
  out: '结转下年',
  both: '上年结转并结转下年',
} as const
export type Carried = keyof typeof carriedKinds

/** What a form came to when it was confirmed; it is not computed anew. Points in hundredths. */
export type FrozenScore = {
  rulesId: string
  rulesVersion: number
  ownRevision?: number
  execution: number | null
  scores: Readonly<Record<string, number | null>>
  total: number | null
  grade: Grade | ''
}

/** What the unit writes. */
export type SelfEvaluationContent = {
  editionId: string
  funds: readonly FundRow[]
  /** The total as an imported form writes it; null where it is the sum of the rows. */
  writtenTotal: FundAmounts | null
  /** Why the execution rate is low; why the budget was changed in the year. */
  fundsReason: string
  adjustmentReason: string
  carried: Carried
  carriedReason: string
  /** A score of the execution rate by a person; null follows the rules. */
  executionOwn: number | null
  executionOwnReason: string
  entries: readonly SelfEvaluationEntry[]
  /** 年度目标完成情况, 实施内容及过程, 自评结论与成效, 存在问题, 改进措施. */
  completion: string
  process: string
  summary: string
  problems: string
  measures: string
}

export type DepartmentOpinion = { opinion: string; total: number | null }

/** 单位自评 of one goal. */
export type SelfEvaluation = SelfEvaluationContent & {
  id: string
  bookId: string
  goalId: string
  unitId: string
  sectionId: string
  name: string
  code: string
  kind: ObjectKind
  annualGoal: string
  /** 部门意见 beside the unit's, with the department's own total in hundredths. */
  department: DepartmentOpinion
  /** What the unit says to the doubts about its form (自评可信度); '' until it is asked and answers. */
  explanation: string
  trail: readonly StepTaken[]
  frozen: FrozenScore | null
  state: SelfEvaluationState
  heldSince: Moment
  revision: number
  changedAt: Moment
  changedBy: string
}

/**
 * Whether nobody has written on a form since it was opened: at its first revision, without a step, and blank but for what the
 * goal and the treasury filled in. Only then it may be taken away again.
 */
export function isUntouched(form: SelfEvaluation): boolean {
  if (form.state !== 'draft' || form.revision > 1 || form.trail.length > 0) return false
  const { fundsReason, adjustmentReason, carriedReason, executionOwnReason, explanation, department } = form
  const { completion, process, summary, problems, measures, executionOwn, writtenTotal } = form
  const texts = [
    ...[fundsReason, adjustmentReason, carriedReason, executionOwnReason, explanation, department.opinion],
    ...[completion, process, summary, problems, measures],
    ...form.entries.flatMap(({ actual, ownReason, deviation }) => [actual, ownReason, deviation]),
  ]
  const points = [executionOwn, writtenTotal, department.total, ...form.entries.map(({ own }) => own)]
  return (
    texts.every((text) => text.trim() === '') &&
    points.every((each) => each === null) &&
    form.entries.every(({ applies, targetTooLow }) => applies && !targetTooLow)
  )
}

const fiscal: readonly FundingSource[] = [
  'general-upper',
  'general-local',
  'fund-upper',
  'fund-local',
  'capital',
  'insurance',
]

/** The row of an edition under which a source of funds stands; what the form has no row for is 其他资金 or, failing that, fiscal. */
function fundGroupOf(source: FundingSource, edition: Edition): FundGroup {
  const wanted: FundGroup = fiscal.includes(source)
    ? 'fiscal'
    : source === 'carryover' || source === 'fiscal-account' || source === 'unit'
      ? source
      : 'other'
  const has = (group: FundGroup) => edition.funds.some((row) => row.group === group)
  if (has(wanted)) return wanted
  // The province's form has no row for last year's money: it is fiscal money there.
  return wanted === 'carryover' ? 'fiscal' : 'other'
}

/** The goal's money beside what execution knows of it, by source, in 分. */
export type ExecutedFunds = readonly { source: FundingSource; revised: Fen | null; paid: Fen | null }[]

function openedFunds(goal: Goal, executed: ExecutedFunds, edition: Edition): FundRow[] {
  const filled = goal.funding.filter(({ amount }) => amount !== null)
  const initial = filled.length > 0 ? filled : [{ source: 'general-local' as const, amount: goal.total }]
  return edition.funds.map(({ group }) => {
    const planned = initial.filter(({ source }) => fundGroupOf(source, edition) === group)
    const known = executed.filter(({ source }) => fundGroupOf(source, edition) === group)
    const begin = sumOf(planned.map(({ amount }) => amount))
    return {
      group,
      initial: begin,
      // Without word of a change the year's budget is the initial one.
      revised: sumOf(known.map(({ revised }) => revised)) ?? begin,
      paid: sumOf(known.map(({ paid }) => paid)),
    }
  })
}

function sumOf(amounts: readonly (Fen | null)[]): Fen | null {
  return amounts.every((amount) => amount === null) ? null : addUp(amounts)
}

/**
 * The entries with targets and weights as they are approved now, in the goal's order: what was reported stays, what was left
 * out comes back, what was never approved goes.
 */
export function entriesAsApproved(
  entries: readonly SelfEvaluationEntry[],
  goal: Pick<Goal, 'indicators'>,
): SelfEvaluationEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return goal.indicators.map((indicator) => {
    const opened = openedEntry(indicator)
    const { actual, applies, targetTooLow, own, ownReason, deviation } = byId.get(indicator.id) ?? opened
    return { ...opened, actual, applies, targetTooLow, own, ownReason, deviation }
  })
}

/** The rows with revised budget and payments as the treasury has them; a row of which it says nothing stays as it is. */
export function withTreasuryFunds(
  funds: readonly FundRow[],
  executed: ExecutedFunds,
  edition: Edition,
): FundRow[] {
  return funds.map((row) => {
    const known = executed.filter(({ source }) => fundGroupOf(source, edition) === row.group)
    return {
      ...row,
      revised: sumOf(known.map(({ revised }) => revised)) ?? row.revised,
      paid: sumOf(known.map(({ paid }) => paid)) ?? row.paid,
    }
  })
}

/** 年度资金总额 of the rows; null in a column where nothing is filled. */
export function fundSum(funds: readonly FundAmounts[]): FundAmounts {
  return {
    initial: sumOf(funds.map(({ initial }) => initial)),
    revised: sumOf(funds.map(({ revised }) => revised)),
    paid: sumOf(funds.map(({ paid }) => paid)),
  }
}

/**
 * A self-evaluation as it is opened from a goal: targets and weights as approved, the budget from its funds, revised budget
 * and payments as far as execution knows them. Last year's money marks it as carried over.
 */
export function openedSelfEvaluation(
  goal: Goal,
  opened: {
    id: string
    sectionId: string
    edition: Edition
    executed: ExecutedFunds
    at: Moment
    by: string
  },
): SelfEvaluation {
  const { id, sectionId, edition, executed, at, by } = opened
  const hasCarryover = [
    ...goal.funding,
    ...executed.map(({ source, revised }) => ({ source, amount: revised })),
  ].some(({ source, amount }) => source === 'carryover' && (amount ?? 0) > 0)
  return {
    id,
    bookId: goal.bookId,
    goalId: goal.id,
    unitId: goal.unitId,
    sectionId,
    name: goal.name,
    code: goal.code,
    kind: goal.kind,
    editionId: edition.id,
    annualGoal: goal.annualGoals.join('\n'),
    funds: openedFunds(goal, executed, edition),
    writtenTotal: null,
    fundsReason: '',
    adjustmentReason: '',
    carried: hasCarryover ? 'in' : 'none',
    carriedReason: '',
    executionOwn: null,
    executionOwnReason: '',
    entries: goal.indicators.map(openedEntry),
    ...{ completion: '', process: '', summary: '', problems: '', measures: '' },
    department: { opinion: '', total: null },
    explanation: '',
    trail: [],
    frozen: null,
    state: 'draft',
    heldSince: at,
    revision: 0,
    changedAt: at,
    changedBy: by,
  }
}

function openedEntry(indicator: Indicator): SelfEvaluationEntry {
  const { id, level1, level2, name, operator, value, unit, weight, method, source } = indicator
  const target = { id, level1, level2, name, operator, value, unit, weight, method, source }
  return {
    ...target,
    actual: '',
    applies: true,
    targetTooLow: false,
    own: null,
    ownReason: '',
    deviation: '',
  }
}
