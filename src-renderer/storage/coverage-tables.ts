import type { Table } from 'dexie'
import type { Assessment } from '#domain/assessments/assessment'
import type { AssessmentNeed } from '#domain/assessments/need'
import { type LaterKind, laterCounts } from '#domain/coverage-map/later'
import type { CoverageGoal, LaterStep, ObjectFacts } from '#domain/coverage-map/standing'
import type { KnownEvaluation } from '#domain/evaluation/coverage-objects'
import { taskStates } from '#domain/evaluation/task'
import type { Goal } from '#domain/goals/goal'
import type { Fen } from '#domain/money'
import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Unit, YearBook } from '#domain/year-book'
import { needsOfGoals } from './assessments.ts'
import { unitsOf } from './base-data.ts'
import { db } from './database.ts'
import { keyOfTask, knownEvaluations } from './evaluation-plan.ts'
import { roundsOf } from './monitorings.ts'

/** Lets the window draw between two slices of work. */
export type Pause = () => Promise<void>

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

const slice = 300

/** The records of a book by key range, so many at a time. */
export async function eachSlice<Row extends { id: string }>(
  table: Table<Row, string>,
  bookId: string,
  pause: Pause,
  take: (rows: readonly Row[]) => void | Promise<void>,
): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await table
      .where('[bookId+id]')
      .between([bookId, last], [bookId, []], last === '', true)
      .limit(slice)
      .toArray()
    if (rows.length > 0) await take(rows)
    if (rows.length < slice) return
    last = rows.at(-1)?.id ?? ''
    await pause()
  }
}

/** Reads everything that the map of a book rests on, in slices. */
export async function readCoverageTables(book: YearBook, pause: Pause): Promise<CoverageTables> {
  const [units, known, rounds] = await Promise.all([
    unitsOf(book.id),
    knownEvaluations(book),
    roundsOf(book.id),
  ])
  const goals: CoverageGoal[] = []
  const needs = new Map<string, AssessmentNeed>()
  const previous = new Map<string, Fen>()
  await eachSlice(db.goals, book.id, pause, async (rows) => {
    goals.push(...rows.map(goalPart))
    for (const { goal, need, previous: before } of await needsOfGoals(book, rows)) {
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
    applications: await laterSteps(db.applications, 'application', book.id, pause),
    disclosures: await laterSteps(db.disclosures, 'disclosure', book.id, pause),
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

/** A record of 结果应用 or 信息公开 as the map reads it. */
type LaterRow = { id: string; objectId: string; goalId?: string; state?: string }

/** The steps of a later stage by the goal they concern, else by the object that has none. */
async function laterSteps<Row extends LaterRow>(
  table: Table<Row, string>,
  kind: LaterKind,
  bookId: string,
  pause: Pause,
): Promise<Map<string, LaterStep[]>> {
  const steps = new Map<string, LaterStep[]>()
  await eachSlice(table, bookId, pause, (rows) => {
    for (const { id, objectId, goalId = '', state = '' } of rows) {
      const counts = laterCounts(kind, state)
      if (counts === 'outside') continue
      gather(steps, goalId === '' ? objectId : goalId, { id, isDone: counts === 'done', detail: '' })
    }
  })
  return steps
}

function gather<Each>(lists: Map<string, Each[]>, key: string, each: Each): void {
  const list = lists.get(key)
  if (list) list.push(each)
  else lists.set(key, [each])
}
