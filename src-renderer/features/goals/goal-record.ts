import { type CheckContext, checkGoal } from '#domain/goals/check'
import type { Goal, GoalContent } from '#domain/goals/goal'
import { sentenceMarks, sharedSentences } from '#domain/goals/sentences'
import type { Problem } from '#domain/problem'
import type { Unit, YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { unitsOf } from '#storage/base-data'
import { goalById, goalsSharingSentences, previousGoals } from '#storage/goals'

/** Everything the editor shows of one goal, read together. */
export type GoalRecord = {
  goal: Goal
  previous: Goal | null
  earlier: Goal | null
  similarGoals: Goal[]
  units: Unit[]
}

export async function readRecord(id: string, book: YearBook): Promise<GoalRecord | null> {
  const goal = await goalById(id)
  if (!goal) return null
  const [years, similarGoals, units] = await Promise.all([
    previousGoals(book, goal.matchKey),
    goalsSharingSentences(goal.bookId, sentenceMarks(goal), goal.id),
    unitsOf(goal.bookId),
  ])
  return { goal, ...years, similarGoals, units }
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
  }
  return checkGoal(content, context)
}

/** The form without what the record adds to it. */
export function contentOf(goal: Goal): GoalContent {
  const {
    id: _id,
    bookId: _bookId,
    year: _year,
    matchKey: _matchKey,
    status: _status,
    opinion: _opinion,
    revision: _revision,
    changedAt: _changedAt,
    changedBy: _changedBy,
    health: _health,
    initials: _initials,
    sentenceMarks: _sentenceMarks,
    origin: _origin,
    ...content
  } = goal
  return content
}
