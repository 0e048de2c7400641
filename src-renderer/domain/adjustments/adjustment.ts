import type { Moment } from '../dates.ts'
import { contentOf } from '../goals/carry.ts'
import type { Goal, GoalContent } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import type { Fen } from '../money.ts'
import type { StepTaken } from '../workflow.ts'

/** 状态 of an adjustment, in the order of its road (see flow.ts). */
export const adjustmentStates = {
  draft: '草稿',
  returned: '已退回',
  submitted: '待初审',
  reviewing: '待审核',
  confirmed: '待批准',
  applied: '已批准',
  refused: '不同意',
} as const
export type AdjustmentState = keyof typeof adjustmentStates

/** 目标调整: what an approved goal is to become, why, and what it does to the budget. */
export type Adjustment = {
  id: string
  bookId: string
  goalId: string
  unitId: string
  name: string
  /** The n-th of this goal. */
  number: number
  before: GoalContent
  after: GoalContent
  reason: string
  /** 对预算的影响. */
  budgetEffect: string
  state: AdjustmentState
  opinion: string
  trail: StepTaken[]
  heldSince: Moment
  /** When the goal took the new content; '' until then. */
  appliedAt: Moment | ''
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a person fills in. */
export type AdjustmentContent = Pick<Adjustment, 'after' | 'reason' | 'budgetEffect'>

/** A new request: the goal as it stands, nothing changed yet. */
export function openedAdjustment(
  goal: Goal,
  number: number,
  made: { id: string; at: Moment; by: string },
): Adjustment {
  const content = contentOf(goal)
  return {
    id: made.id,
    bookId: goal.bookId,
    goalId: goal.id,
    unitId: goal.unitId,
    name: goal.name,
    number,
    before: content,
    after: content,
    reason: '',
    budgetEffect: '',
    state: 'draft',
    opinion: '',
    trail: [],
    heldSince: made.at,
    appliedAt: '',
    revision: 1,
    changedAt: made.at,
    changedBy: made.by,
  }
}

/** Whether it still waits for somebody. */
export function isOpenAdjustment({ state }: Pick<Adjustment, 'state'>): boolean {
  return state !== 'applied' && state !== 'refused'
}

/** By how much the amount changes, in 分; null where one of the amounts is missing. */
export function amountChange({ before, after }: Pick<Adjustment, 'before' | 'after'>): Fen | null {
  return before.total === null || after.total === null ? null : after.total - before.total
}

export type AdjustmentTotals = { count: number; increased: Fen; decreased: Fen }

/**
 * How often and by how much was adjusted: 调整频次、调整额度与下年预算安排挂钩 (巴财〔2020〕38号 三（二）2). Only what was
 * approved counts; increases and decreases are summed apart, in 分.
 */
export function adjustmentTotals(adjustments: readonly Adjustment[]): AdjustmentTotals {
  const totals: AdjustmentTotals = { count: 0, increased: 0, decreased: 0 }
  for (const adjustment of adjustments) {
    if (adjustment.state !== 'applied') continue
    const change = amountChange(adjustment) ?? 0
    totals.count++
    if (change > 0) totals.increased += change
    else totals.decreased -= change
  }
  return totals
}

/** What the adjustments of one unit come to; `most` is how often one of its goals was adjusted. */
export type UnitTotals = AdjustmentTotals & { unitId: string; goals: number; most: number; open: number }

/** The totals by unit, in the order in which the units appear: what next year's budget is decided with. */
export function totalsByUnit(adjustments: readonly Adjustment[]): UnitTotals[] {
  const byUnit = grouped(adjustments, ({ unitId }) => unitId)
  return [...byUnit].map(([unitId, own]) => {
    const times = new Map<string, number>()
    for (const { goalId, state } of own)
      if (state === 'applied') times.set(goalId, (times.get(goalId) ?? 0) + 1)
    return {
      ...adjustmentTotals(own),
      unitId,
      goals: times.size,
      most: [...times.values()].reduce((most, count) => Math.max(most, count), 0),
      open: own.filter(isOpenAdjustment).length,
    }
  })
}

export type Version = { label: string; content: GoalContent; at: Moment | ''; by: string }

/** The versions of a goal, the approved one first, then one for each adjustment that was approved. */
export function versionsOf(goal: Goal, adjustments: readonly Adjustment[]): Version[] {
  const applied = adjustments
    .filter(({ state }) => state === 'applied')
    .toSorted((left, right) => left.number - right.number)
  const [first] = applied
  const original: Version = { label: '批复版', content: first?.before ?? contentOf(goal), at: '', by: '' }
  return [
    original,
    ...applied.map((adjustment) => ({
      label: `第 ${adjustment.number} 次调整`,
      content: adjustment.after,
      at: adjustment.appliedAt,
      by: adjustment.trail.at(-1)?.by ?? '',
    })),
  ]
}
