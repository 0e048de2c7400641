import type { Moment } from '#domain/dates'
import { goalFlow, heldSinceOf } from '#domain/goals/flow'
import type { GoalStatus } from '#domain/goals/goal'
import type { Actor, Assignment } from '#domain/people/duties'
import { isTurnOf, overdueDays, type StepTaken } from '#domain/workflow'
import { sectionsOf, unitsOf } from './base-data.ts'
import { type GoalRow, goalRows } from './goals.ts'
import { reachedUnits } from './reach.ts'
import { reviewsIn } from './reviews.ts'

/** What waits for one of the duties a person holds: how many, and how many beyond their days. */
export type Todo = {
  assignment: Assignment
  status: GoalStatus
  count: number
  overdue: number
  longest: number
}

/** 待办 of every duty held, in the order of the duties and of the road. */
export async function todosOf(
  bookId: string,
  person: Pick<Actor, 'accountId' | 'name'>,
  assignments: readonly Assignment[],
  now: Moment,
): Promise<Todo[]> {
  const [rows, units, sections] = await Promise.all([goalRows(bookId), unitsOf(bookId), sectionsOf(bookId)])
  const statuses = Object.keys(goalFlow.states) as GoalStatus[] // the keys of the table of states
  return assignments.flatMap((assignment) => {
    const reached = reachedUnits({ ...person, ...assignment }, units, sections)
    return statuses
      .filter((status) => isTurnOf(goalFlow, status, assignment.duty))
      .map((status) => todoOf(assignment, status, rows, reached, now))
      .filter((todo) => todo.count > 0)
  })
}

function todoOf(
  assignment: Assignment,
  status: GoalStatus,
  rows: readonly GoalRow[],
  reached: ReadonlySet<string> | null,
  now: Moment,
): Todo {
  const waiting = rows.filter((row) => row.status === status && (reached === null || reached.has(row.unitId)))
  const late = waiting.map((row) => overdueDays(goalFlow, status, heldSinceOf(row), now))
  return {
    assignment,
    status,
    count: waiting.length,
    overdue: late.filter((days) => days > 0).length,
    longest: Math.max(0, ...late),
  }
}

export type Done = { goalId: string; name: string; step: StepTaken }

/** 已办 (曾经办): the last steps that a person took, the newest first. */
export async function doneBy(bookId: string, name: string, limit: number): Promise<Done[]> {
  const reviews = await reviewsIn(bookId)
  return reviews
    .flatMap((review) =>
      review.trail
        .filter((step) => step.by === name)
        .map((step) => ({ goalId: review.id, name: review.name, step })),
    )
    .sort((left, right) => (left.step.at < right.step.at ? 1 : -1))
    .slice(0, limit)
}
