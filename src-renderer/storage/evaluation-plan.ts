import type { CoverageFacts, KnownEvaluation } from '#domain/evaluation/coverage-objects'
import { objectKeyOf } from '#domain/evaluation/coverage-objects'
import type { EvaluationPlan } from '#domain/evaluation/plan'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Grade } from '#domain/grade'
import { gather } from '#domain/grouped'
import type { LightColour } from '#domain/monitoring/lights'
import { lightsOfMonitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from './base-data.ts'
import { allBooks } from './books.ts'
import { db } from './database.ts'
import { goalsOf } from './goals.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'

/** The plan of a book; null before anything was decided. */
export async function planOf(bookId: string): Promise<EvaluationPlan | null> {
  return (await db.evaluationPlans.where('[bookId+id]').between([bookId], [bookId, []]).first()) ?? null
}

/** Everything that the planner of a book rests on. */
export async function coverageFacts(book: YearBook): Promise<CoverageFacts> {
  const [goals, units, known, lights, selfGrades] = await Promise.all([
    goalsOf(book.id),
    unitsOf(book.id),
    knownEvaluations(book),
    lightsByGoal(book),
    selfGradesOf(book.id),
  ])
  return { year: book.year, identity: book.identity, goals, units, known, lights, selfGrades }
}

/** What is known of evaluations in the year and before, from the region's books; a demo book only knows demo books. */
export async function knownEvaluations(book: YearBook): Promise<KnownEvaluation[]> {
  const books = (await allBooks()).filter(
    ({ id, year, demo, identity }) =>
      id === book.id ||
      (year < book.year && demo === book.demo && identity.regionCode === book.identity.regionCode),
  )
  return (await Promise.all(books.map(knownInBook))).flat()
}

async function knownInBook(book: YearBook): Promise<KnownEvaluation[]> {
  const [plan, tasks, units] = await Promise.all([
    planOf(book.id),
    db.evaluationTasks.where('[bookId+id]').between([book.id], [book.id, []]).toArray(),
    unitsOf(book.id),
  ])
  const { year } = book
  const planned = (plan?.items ?? []).filter(
    ({ decision, level }) => plan?.state === 'issued' && decision === 'chosen' && level === 'fiscal',
  )
  return [
    ...tasks
      // The three other budgets are not the general one, which alone stands in the planner.
      .filter(({ level, state, scope, kind }) => level === 'fiscal' && state !== 'stopped' && scope === kind)
      .map((task) => knownTask(task, book, units)),
    ...planned.map(({ key }): KnownEvaluation => ({ key, year, grade: '', source: 'planned' })),
    ...(plan?.past ?? []).map((past): KnownEvaluation => ({ ...past, source: 'entered' })),
  ]
}

/** The key under which the planner knows the object of a task. */
export function keyOfTask(
  task: Pick<EvaluationTask, 'kind' | 'code' | 'name' | 'unitId' | 'goalId'>,
  book: YearBook,
  units: readonly Unit[],
): string {
  const unitCode = units.find(({ id }) => id === task.unitId)?.code ?? ''
  // A county's own budget, evaluated by the city, carries the county's code.
  const regionCode = (task.goalId === '' && task.code) || book.identity.regionCode
  const { kind, code, name } = task
  return objectKeyOf({ kind, code, name, unitCode, regionCode })
}

function knownTask(task: EvaluationTask, book: YearBook, units: readonly Unit[]): KnownEvaluation {
  const { frozen, state } = task
  return {
    key: keyOfTask(task, book, units),
    year: book.year,
    grade: frozen?.grade ?? '',
    source: state === 'concluded' ? 'concluded' : 'open',
  }
}

/** The colours of the lights of all collected forms of the year, by goal; what is frozen is not computed anew. */
async function lightsByGoal(book: YearBook): Promise<Map<string, LightColour[]>> {
  const rules = rulesOf(book)
  const rounds = await roundsOf(book.id)
  const forms = (await Promise.all(rounds.map(({ id }) => monitoringsOf(book.id, id)))).flat()
  const byGoal = new Map<string, LightColour[]>()
  for (const form of forms.filter(({ state }) => state !== 'draft' && state !== 'exempt')) {
    const { execution, goal, gap, forecast } =
      form.frozen ?? lightsOfMonitoring(form, referenceOf(form), rules.monitoring)
    const colours = [execution, goal, gap, forecast].map(({ colour }) => colour)
    for (const each of colours) gather(byGoal, form.goalId, each)
  }
  return byGoal
}

async function selfGradesOf(bookId: string): Promise<Map<string, Grade>> {
  const forms = await db.selfEvaluations.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return new Map(
    forms.flatMap(({ goalId, frozen }) => (frozen && frozen.grade !== '' ? [[goalId, frozen.grade]] : [])),
  )
}
