import type { Table } from 'dexie'
import type { Application } from '#domain/applications/application'
import { applicationStates } from '#domain/applications/flow'
import {
  candidateOf,
  countedResults,
  type FoundResult,
  isTaken,
  resultOfAssessment,
  resultOfDisposal,
  resultOfReview,
  resultOfSelf,
  resultOfTask,
} from '#domain/applications/propose'
import { applicationCounts } from '#domain/coverage-map/later'
import type { CoverageGoal, LaterStep } from '#domain/coverage-map/standing'
import { gather } from '#domain/grouped'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { db } from './database.ts'
import { eachSlice, type Pause } from './slices.ts'

/**
 * 结果应用 as the map counts it, by goal, else by the evaluation: what is kept, and results of which the rules say that they
 * have to be applied and nobody has proposed it. Whether an answer is overdue changes by the day and is left to its page.
 */
export async function applicationSteps(
  book: YearBook,
  goals: readonly CoverageGoal[],
  pause: Pause,
): Promise<Map<string, LaterStep[]>> {
  const steps = new Map<string, LaterStep[]>()
  const known = new Map<string, Application[]>()
  const keyOf = ({ goalId, objectId }: { goalId: string; objectId: string }) => goalId || objectId
  await eachSlice(db.applications, book.id, pause, (rows) => {
    for (const row of rows) {
      gather(known, keyOf(row), row)
      const counts = applicationCounts(row.state)
      const detail = applicationStates[row.state]
      if (counts !== 'outside') gather(steps, keyOf(row), { id: row.id, isDone: counts === 'done', detail })
    }
  })
  const found = countedResults(await resultsOf(book, goals, pause))
  const { applications } = rulesOf(book)
  for (const [at, each] of found.entries()) {
    if (at % 500 === 0) await pause()
    const candidate = candidateOf(each, book.year, applications)
    if (!candidate?.ground.calls || isTaken(candidate, known.get(keyOf(candidate)) ?? [])) continue
    gather(steps, keyOf(candidate), {
      id: '',
      isDone: false,
      detail: `应提出，未提出：${candidate.source.name}`,
    })
  }
  return steps
}

async function resultsOf(
  book: YearBook,
  goals: readonly CoverageGoal[],
  pause: Pause,
): Promise<FoundResult[]> {
  const goalById = new Map(goals.map((goal) => [goal.id, goal]))
  const results: FoundResult[] = []
  async function read<Row extends { id: string }>(
    table: Table<Row, string>,
    resultOf: (row: Row) => FoundResult | null,
  ): Promise<void> {
    await eachSlice(table, book.id, pause, (rows) => {
      for (const row of rows) results.push(...[resultOf(row)].flatMap((each) => each ?? []))
    })
  }
  await read(db.evaluationTasks, (task) => resultOfTask(task, goalById.get(task.goalId)))
  await read(db.selfEvaluations, (form) => resultOfSelf(form, goalById.get(form.goalId)))
  await read(db.assessments, (each) => resultOfAssessment(each, goalById.get(each.goalId)))
  await read(db.disposals, (each) => resultOfDisposal(each, goalById.get(each.goalId), ''))
  await read(db.reviews, (review) => resultOfReview(review, goalById.get(review.id)))
  return results
}
