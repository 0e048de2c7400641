import type { Dossier, DossierMonth, DossierVersion, DossierYear } from '#domain/dossier/facts'
import { stateAt, treasuryOf } from '#domain/execution/totals'
import type { Goal } from '#domain/goals/goal'
import { type LightKind, lightKinds } from '#domain/monitoring/lights'
import { lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { YearBook } from '#domain/year-book'
import { rulesOf, type YearRules } from '#domain/year-rules'
import { adjustmentsOf } from './adjustments.ts'
import { assessmentsOfGoals } from './assessments.ts'
import { auditOf } from './audit.ts'
import { unitsOf } from './base-data.ts'
import { allBooks, bookById } from './books.ts'
import { db } from './database.ts'
import { disclosuresOfObjects } from './disclosures.ts'
import { evaluationTasksOfGoal } from './evaluation-tasks.ts'
import { executionsOfGoal } from './executions.ts'
import { goalById, goalsInEarlier } from './goals.ts'
import { monitoringsOfGoal } from './monitorings.ts'
import { reviewOf } from './reviews.ts'
import { spotChecksOf } from './spot-checks.ts'

/** The life of an object in the book of a goal and in all the books before and after it; null where there is no such goal. */
export async function dossierOf(goalId: string): Promise<Dossier | null> {
  const goal = await goalById(goalId)
  const book = goal && (await bookById(goal.bookId))
  if (!goal || !book) return null
  const lives = await livesOf(goal, book)
  const years: DossierYear[] = []
  for (const life of lives) years.push(await yearOf(life))
  // Once secret, the whole of the file is: its other years tell as much.
  return { goalId, name: goal.name, secret: lives.some((life) => life.goal.secret), years }
}

type Life = { goal: Goal; book: YearBook }

/** The same object along the chain of books, the newest year first. */
async function livesOf(goal: Goal, book: YearBook): Promise<Life[]> {
  const books = await allBooks()
  const earlier = await along(goal, book, (at) => books.find(({ id }) => id === at.previousId))
  const later = await along(goal, book, (at) => books.find(({ previousId }) => previousId === at.id))
  return [...later.toReversed(), { goal, book }, ...earlier]
}

/** The chain ends where the object is not found, or where it would begin again. */
async function along(
  goal: Goal,
  book: YearBook,
  next: (book: YearBook) => YearBook | undefined,
): Promise<Life[]> {
  const found: Life[] = []
  const seen = new Set([book.id])
  let [at, own] = [book, goal]
  for (;;) {
    const other = next(at)
    if (!other || seen.has(other.id)) return found
    const twin =
      (await goalsInEarlier(at.id, other.id, [own.matchKey])).get(own.matchKey) ??
      (await wholeIn(own, other.id))
    if (!twin) return found
    seen.add(other.id)
    found.push({ goal: twin, book: other })
    at = other
    own = twin
  }
}

/** 部门整体 of the same unit: its name often has the year in it, and then no key finds it. */
async function wholeIn(goal: Goal, otherBookId: string): Promise<Goal | undefined> {
  if (goal.kind !== 'department') return undefined
  const [unit, others] = await Promise.all([db.units.get(goal.unitId), unitsOf(otherBookId)])
  const twin =
    others.find(({ code }) => unit !== undefined && code !== '' && code === unit.code) ??
    others.find(({ name }) => name === unit?.name)
  if (!twin) return undefined
  const goals = db.goals
    .where('[bookId+unitId+id]')
    .between([otherBookId, twin.id], [otherBookId, twin.id, []])
  return goals.filter(({ kind }) => kind === 'department').first()
}

async function yearOf({ goal, book }: Life): Promise<DossierYear> {
  const rules = rulesOf(book)
  const [unit, review, entries, adjustments, assessments, rows, forms, disposals, checks, selves, tasks] =
    await Promise.all([
      db.units.get(goal.unitId),
      reviewOf(goal),
      auditOf(goal.id),
      adjustmentsOf(goal.id),
      assessmentsOfGoals([goal.id]),
      executionsOfGoal(book.id, goal.id),
      monitoringsOfGoal(goal.id),
      db.disposals.where('goalId').equals(goal.id).toArray(),
      spotChecksOf(book.id),
      db.selfEvaluations.where('goalId').equals(goal.id).toArray(),
      evaluationTasksOfGoal(goal.id),
    ])
  const rounds = await db.rounds.bulkGet([...new Set(forms.map(({ roundId }) => roundId))])
  const roundName = new Map(rounds.map((round) => [round?.id ?? '', round?.name ?? '']))
  const objects = [goal.id, ...selves.map(({ id }) => id), ...tasks.map(({ id }) => id)]
  const versions = entries.flatMap(({ at, by, summary, changes }): DossierVersion[] => {
    const own = changes.find((change) => change.table === 'goals' && change.id === goal.id)
    return own ? [{ at, by, summary, fields: own.fields }] : []
  })
  const months = [...new Set(rows.map(({ month }) => month))].toSorted((left, right) => left - right)
  return {
    ...{ year: book.year, bookId: book.id, bookName: book.name, unit: unit?.name ?? '', goal, review },
    versions: versions.toSorted((left, right) => (left.at < right.at ? -1 : 1)),
    adjustments,
    assessments: assessments.get(goal.id) ?? [],
    months: months.map((month): DossierMonth => {
      const { adjusted, paid } = treasuryOf(stateAt(rows, month))
      return { month, adjusted, paid }
    }),
    monitorings: forms.map((form) => ({
      form,
      roundName: roundName.get(form.roundId) ?? '',
      lights: lightsOf(form, rules),
    })),
    disposals,
    spotChecks: checks.filter(({ goalId }) => goalId === goal.id),
    selfEvaluations: selves,
    tasks,
    applications: await db.applications.where('objectId').anyOf(objects).toArray(),
    disclosures: await disclosuresOfObjects(objects),
  }
}

/** As they were frozen when the form was collected, else as they are now; what was exempted has none. */
function lightsOf(form: Monitoring, rules: YearRules): DossierYear['monitorings'][number]['lights'] {
  const kinds = Object.keys(lightKinds) as LightKind[] // the keys of the table
  const { frozen } = form
  if (frozen) return kinds.map((kind) => ({ kind, colour: frozen[kind].colour }))
  if (form.state === 'draft' || form.state === 'exempt') return []
  const lights = lightsOfMonitoring(form, referenceOf(form), rules.monitoring)
  return kinds.map((kind) => ({ kind, colour: lights[kind].colour }))
}
