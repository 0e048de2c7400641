import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentNeed } from '#domain/assessments/need'
import type { CoverageGoal, LaterStep, ObjectFacts } from '#domain/coverage-map/standing'
import type { DisclosureGoal } from '#domain/disclosures/due'
import type { KnownEvaluation } from '#domain/evaluation/coverage-objects'
import { taskStates } from '#domain/evaluation/task'
import type { Goal } from '#domain/goals/goal'
import { gather } from '#domain/grouped'
import type { Fen } from '#domain/money'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Unit, YearBook } from '#domain/year-book'
import { allAmountsBefore, needsOfGoals } from './assessments.ts'
import { unitsOf } from './base-data.ts'
import { disclosureSteps, publicPart } from './coverage-disclosures.ts'
import { applicationSteps } from './coverage-later.ts'
import { db } from './database.ts'
import { keyOfTask, knownEvaluations } from './evaluation-plan.ts'
import { roundsOf } from './monitorings.ts'
import { eachSlice, type Pause } from './slices.ts'

const slice = 150

/** What the map of a book takes from its tables, by goal; forms in the order of their rounds. */
export type CoverageTables = {
  goals: readonly CoverageGoal[]
  units: readonly Unit[]
  known: readonly KnownEvaluation[]
  rounds: ReadonlyMap<string, string>
  needs: ReadonlyMap<string, AssessmentNeed>
  previous: ReadonlyMap<string, Fen>
  assessments: ReadonlyMap<string, readonly Assessment[]>
  forms: ReadonlyMap<string, ObjectFacts['forms']>
  selfs: ReadonlyMap<string, NonNullable<ObjectFacts['self']>>
  /** By the planner's key. */
  tasks: ReadonlyMap<string, NonNullable<ObjectFacts['task']>>
  /** By object. */
  applications: ReadonlyMap<string, readonly LaterStep[]>
  disclosures: ReadonlyMap<string, readonly LaterStep[]>
}

/** Reads everything that the map of a book rests on, in slices. */
export async function readCoverageTables(book: YearBook, pause: Pause): Promise<CoverageTables> {
  const [units, known, rounds] = await Promise.all([
    unitsOf(book.id),
    knownEvaluations(book),
    roundsOf(book.id),
  ])
  const goals: CoverageGoal[] = []
  const shown: DisclosureGoal[] = []
  const needs = new Map<string, AssessmentNeed>()
  const previous = new Map<string, Fen>()
  const amounts = await allAmountsBefore(book, pause)
  await eachSlice(db.goals, book.id, pause, async (rows) => {
    goals.push(...rows.map(goalPart))
    shown.push(...rows.map(publicPart))
    for (const { goal, need, previous: before } of await needsOfGoals(book, rows, amounts)) {
      if (need) needs.set(goal.id, need)
      if (before !== null) previous.set(goal.id, before)
    }
  })
  const assessments = new Map<string, Assessment[]>()
  await eachSlice(db.assessments, book.id, pause, (rows) => {
    for (const row of rows) gather(assessments, row.goalId, row)
  })
  const selfs = new Map<string, NonNullable<ObjectFacts['self']>>()
  await eachSlice(db.selfEvaluations, book.id, pause, (rows) => {
    for (const { id, goalId, state } of rows) selfs.set(goalId, { id, state })
  })
  const forms = await formsOf(book.id, rounds, pause)
  return {
    ...{ goals, units, known, needs, previous, assessments, selfs, forms },
    rounds: new Map(rounds.map(({ id, name }) => [id, name])),
    tasks: await tasksOf(book, units, pause),
    applications: await applicationSteps(book, goals, pause),
    disclosures: await disclosureSteps(book, shown, pause),
  }
}

function goalPart(goal: Goal): CoverageGoal {
  const { id, kind, book, unitId, name, code, total, status, secret } = goal
  const { startsOn, duration, attribute, category } = goal
  return {
    id,
    kind,
    book,
    unitId,
    name,
    code,
    total,
    status,
    secret,
    startsOn,
    duration,
    attribute,
    category,
  }
}

async function formsOf(bookId: string, rounds: readonly { id: string }[], pause: Pause) {
  const forms = new Map<string, ObjectFacts['forms'][number][]>()
  for (const round of rounds)
    await eachForm(bookId, round.id, pause, ({ id, roundId, goalId, state, exemptReason }) =>
      gather(forms, goalId, { id, roundId, goalId, state, exemptReason }),
    )
  return forms
}

/** The forms of a round, read so many at a time. */
export async function eachForm(
  bookId: string,
  roundId: string,
  pause: Pause,
  take: (form: Monitoring) => void,
): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await db.monitorings
      .where('[bookId+roundId+id]')
      .between([bookId, roundId, last], [bookId, roundId, []], last === '', true)
      .limit(slice)
      .toArray()
    for (const form of rows) take(form)
    if (rows.length < slice) return
    last = rows.at(-1)?.id ?? ''
    await pause()
  }
}

/** The bureau's tasks that were not stopped, under the planner's key of their object. */
async function tasksOf(book: YearBook, units: readonly Unit[], pause: Pause) {
  const tasks = new Map<string, { id: string; state: string }>()
  await eachSlice(db.evaluationTasks, book.id, pause, (rows) => {
    for (const task of rows) {
      if (task.level !== 'fiscal' || task.state === 'stopped' || task.scope !== task.kind) continue
      tasks.set(keyOfTask(task, book, units), { id: task.id, state: taskStates[task.state] })
    }
  })
  return tasks
}
