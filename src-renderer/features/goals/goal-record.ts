import { type CheckContext, checkGoal } from '#domain/goals/check'
import type { GateStop } from '#domain/goals/gate'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import { sentenceMarks, sharedSentences } from '#domain/goals/sentences'
import type { Problem } from '#domain/problem'
import type { Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { assessedGoals } from '#storage/assessments'
import { unitsOf } from '#storage/base-data'
import { standingsOf } from '#storage/goal-gate'
import { goalById, goalsSharingSentences, previousGoals } from '#storage/goals'

/** Everything the editor shows of one goal, read together. */
export type GoalRecord = {
  goal: Goal
  previous: Goal | null
  earlier: Goal | null
  similarGoals: Goal[]
  units: Unit[]
  review: GoalReview
  /** What keeps it from the budget now. */
  stops: GateStop[]
  /** Its 事前评估 is concluded or exempt. */
  assessed: boolean
}

export async function readRecord(id: string, book: YearBook): Promise<GoalRecord | null> {
  const goal = await goalById(id)
  if (!goal) return null
  const [years, similarGoals, units, standings, assessed] = await Promise.all([
    previousGoals(book, goal.matchKey),
    goalsSharingSentences(goal.bookId, sentenceMarks(goal), goal.id),
    unitsOf(goal.bookId),
    standingsOf([goal]),
    assessedGoals(goal.bookId),
  ])
  const [standing] = standings
  if (!standing) return null
  const { review, stops } = standing
  return { goal, ...years, similarGoals, units, review, stops, assessed: assessed.has(goal.id) }
}

/** 目标体检 of what stands on the screen now. */
export function checkNow(content: GoalContent, record: GoalRecord, rules: YearRules): Problem[] {
  const names = new Map(record.units.map((unit) => [unit.id, unit.name]))
  const similar = record.similarGoals.flatMap((other) =>
    sharedSentences(content, other)
      .slice(0, 2)
      .map((sentence) => ({ name: other.name, unitName: names.get(other.unitId) ?? '', sentence })),
  )
  const context: CheckContext = {
    rules,
    year: record.goal.year,
    unitName: names.get(content.unitId) ?? '',
    previous: record.previous,
    earlier: record.earlier,
    similar,
    assessed: record.assessed,
  }
  return checkGoal(content, context)
}
