import { importExecutions } from '#actions/import-executions'
import type { ExecutionLine } from '#domain/execution/line'
import { indexGoals } from '#domain/execution/match'
import { decisionsIn, type ExecutionPlan, planExecution } from '#domain/execution/plan'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from '#storage/base-data'
import { executionsOf } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { line } from '../domain/execution/sample.ts'

/** What an import of the lines would do to the book as it stands. */
export async function plannedOf(
  book: YearBook,
  lines: readonly Partial<ExecutionLine>[],
): Promise<ExecutionPlan> {
  const [goals, units, stored] = await Promise.all([
    goalsOf(book.id),
    unitsOf(book.id),
    executionsOf(book.id),
  ])
  return planExecution({
    book,
    lines: lines.map(line),
    sums: [],
    stored,
    index: indexGoals(goals, units),
    goals: new Map(goals.map((goal) => [goal.id, goal])),
    decided: decisionsIn(stored),
    kept: new Set(),
  })
}

export async function importedRows(book: YearBook, lines: readonly Partial<ExecutionLine>[], by: Actor) {
  const { writes } = await plannedOf(book, lines)
  return importExecutions(book.id, { writes, files: ['国库.xlsx'], read: lines.length }, by)
}
