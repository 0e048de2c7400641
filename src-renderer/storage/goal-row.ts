import type { Goal } from '#domain/goals/goal'
import { addUp } from '#domain/money'
import type { GoalRow } from './records.ts'

/** The ledger's row of a goal. */
export function rowOf(goal: Goal): GoalRow {
  return {
    id: goal.id,
    bookId: goal.bookId,
    unitId: goal.unitId,
    kind: goal.kind,
    book: goal.book,
    code: goal.code,
    name: goal.name,
    total: goal.total,
    status: goal.status,
    health: goal.health,
    weightSum: addUp(goal.indicators.map((indicator) => indicator.weight)),
    indicatorCount: goal.indicators.length,
    revision: goal.revision,
    changedAt: goal.changedAt,
    ...(goal.heldSince === undefined ? {} : { heldSince: goal.heldSince }),
    changedBy: goal.changedBy,
    initials: goal.initials,
  }
}
