import { demoApplications } from '#demo/applications'
import { demoSurveys, withConclusion } from '#demo/evaluation-conclusions'
import { demoEvaluationTasks } from '#demo/evaluation-tasks'
import { candidateOf, countedResults, resultOfSelf, resultOfTask } from '#domain/applications/propose'
import { shippedCalendars } from '#domain/calendar'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { ExecutionRow } from '#domain/execution/execution'
import type { Goal } from '#domain/goals/goal'
import { place } from './city.ts'
import { type Part, today, type World } from './world.ts'

/** The bureau's evaluations of the finished year, and what follows from their results. */
export function* evaluationParts(
  { book, units, place: { pack }, stamps: { others } }: World,
  {
    goals,
    selfs,
    rows,
  }: { goals: readonly Goal[]; selfs: readonly SelfEvaluation[]; rows: readonly ExecutionRow[] },
  experts: readonly { id: string; name: string }[],
): Generator<Part> {
  const made = { ...others, today, calendars: shippedCalendars }
  const evaluated = demoEvaluationTasks(
    { bookId: book.id, year: book.year, goals, units, place, experts, rows },
    pack,
    made,
  )
  const nameOf = new Map(units.map(({ id, name }) => [id, name]))
  const tasks = evaluated.tasks.map((task) => withConclusion(task, nameOf.get(task.unitId) ?? '', others))
  yield { table: 'indicatorSystems', records: evaluated.systems }
  yield { table: 'evaluationTasks', records: tasks }
  yield { table: 'scoreSheets', records: evaluated.sheets }
  yield { table: 'surveys', records: demoSurveys(tasks, pack.evaluation, others) }
  const goalById = new Map(goals.map((goal) => [goal.id, goal]))
  const found = countedResults([
    ...tasks.flatMap((task) => resultOfTask(task, goalById.get(task.goalId)) ?? []),
    ...selfs.flatMap((form) => resultOfSelf(form, goalById.get(form.goalId)) ?? []),
  ])
  const candidates = found.flatMap((each) => candidateOf(each, book.year, pack.applications) ?? [])
  const applications = demoApplications(candidates, book.id, () => null, {
    ...made,
    rules: pack.applications,
  })
  yield { table: 'applications', records: applications }
}
