import { countedBooks } from '#domain/counties/double'
import type { Day } from '#domain/dates'
import { fieldsOf, otherTargets, publicGoal, publicSelf, publicTask } from '#domain/disclosures/content'
import { type DisclosureCoverage, publishedShare } from '#domain/disclosures/coverage'
import type { Disclosure } from '#domain/disclosures/disclosure'
import { type DisclosureFacts, type DueDisclosure, dueDisclosures } from '#domain/disclosures/due'
import type { PublicationDraft } from '#domain/disclosures/publication'
import { type DisclosureRow, disclosureRows } from '#domain/disclosures/standing'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { EvaluationTask } from '#domain/evaluation/task'
import { type Secrets, secretsOf } from '#domain/exchange/secrets'
import type { Goal } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import type { PaperBlock } from '#domain/paper'
import type { Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { unitsOf } from './base-data.ts'
import { allBooks } from './books.ts'
import { db } from './database.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'
import { reviewsIn } from './reviews.ts'
import { selfEvaluationsOf } from './self-evaluations.ts'

/** All records of a book, in the order they were made. */
export function disclosuresOf(bookId: string): Promise<Disclosure[]> {
  return db.disclosures.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

/** The records of things; what nobody has said anything of has none. */
export function disclosuresOfObjects(objectIds: readonly string[]): Promise<Disclosure[]> {
  return db.disclosures
    .where('objectId')
    .anyOf([...objectIds])
    .toArray()
}

/** The book with everything that may have to be published, as it is read once for a page or a write. */
export type DisclosureWorld = {
  book: YearBook
  units: readonly Unit[]
  goals: readonly Goal[]
  rows: readonly DisclosureRow[]
  blocksOf: (due: Pick<DueDisclosure, 'objectId'>) => readonly PaperBlock[]
  secrets: Secrets
  selfById: ReadonlyMap<string, SelfEvaluation>
}

/** What must be published of a book's year, with what was said of it, on a day. */
export async function disclosureWorld(book: YearBook, today: Day): Promise<DisclosureWorld> {
  const [units, goals, reviews, selves, tasks, records] = await Promise.all([
    unitsOf(book.id),
    goalsOf(book.id),
    reviewsIn(book.id),
    selfEvaluationsOf(book.id),
    evaluationTasksOf(book.id),
    disclosuresOf(book.id),
  ])
  return worldOf(book, { units, goals, reviews, selves, tasks, records }, today)
}

type Read = {
  units: readonly Unit[]
  goals: readonly Goal[]
  reviews: readonly GoalReview[]
  selves: readonly SelfEvaluation[]
  tasks: readonly EvaluationTask[]
  records: readonly Disclosure[]
}

function worldOf(book: YearBook, read: Read, today: Day): DisclosureWorld {
  const { units, goals, selves, tasks, records } = read
  const nameOfUnit = new Map(units.map(({ id, name }) => [id, name]))
  const unitName = (unitId: string) => nameOfUnit.get(unitId) ?? ''
  const goalById = new Map(goals.map((goal) => [goal.id, goal]))
  const selfById = new Map(selves.map((form) => [form.id, form]))
  const taskById = new Map(tasks.map((task) => [task.id, task]))
  function blocksOf({ objectId }: Pick<DueDisclosure, 'objectId'>): readonly PaperBlock[] {
    const [goal, form, task] = [goalById.get(objectId), selfById.get(objectId), taskById.get(objectId)]
    if (goal) return publicGoal(goal, unitName(goal.unitId))
    if (form) return publicSelf(form, unitName(form.unitId))
    return task ? publicTask(task, unitName(task.unitId)) : []
  }
  const due = dueDisclosures(factsOf(book, read), rulesOf(book).disclosure)
  const rows = disclosureRows(due, records, (each) => fieldsOf(blocksOf(each)), today)
  return { book, units, goals, rows, blocksOf, secrets: secretsOf(goals), selfById }
}

function factsOf({ year }: YearBook, { goals, reviews, selves, tasks }: Read): DisclosureFacts {
  return {
    year,
    goals,
    approvedOn: new Map(reviews.map((review) => [review.id, approvalDay(review)])),
    selfEvaluations: selves.map((form) => ({ ...form, since: localDay(form.heldSince) })),
    tasks: tasks.map((task) => ({ ...task, since: localDay(task.heldSince) })),
  }
}

/** The day of the approval as registered (四同步), else that of the step; '' where the goal came here approved. */
export function approvalDay({ together, trail }: GoalReview): Day {
  if (together.goal.approvedOn !== '') return together.goal.approvedOn
  const step = trail.findLast(({ to }) => to === 'approved')
  return step ? localDay(step.at) : ''
}

/** The chosen things as they are looked at before they may leave, in the order of the ledger. */
export function publicationDrafts(
  world: DisclosureWorld,
  rows: readonly DisclosureRow[],
): PublicationDraft[] {
  const goalById = new Map(world.goals.map((goal) => [goal.id, goal]))
  const nameOfUnit = new Map(world.units.map(({ id, name }) => [id, name]))
  return rows.map((row) => {
    const goal = goalById.get(row.goalId)
    const form = world.selfById.get(row.objectId)
    const others = goal && form ? otherTargets(form, goal) : []
    return {
      row,
      unit: nameOfUnit.get(row.unitId) ?? '',
      blocks: world.blocksOf(row),
      persons: goal ? [goal.contact] : [],
      otherTargets: others.map(
        ({ name, form: written, approved }) =>
          `“${name}”自评表的指标值是“${written}”，批复的是“${approved === '' ? '（没有这项指标）' : approved}”。`,
      ),
    }
  })
}

/** How much the counties published, of their books as they were collected for a year; none where none was. */
export async function countyDisclosures(
  year: number,
  today: Day,
): Promise<{ id: string; name: string; coverage: DisclosureCoverage }[]> {
  const { counted } = countedBooks(await allBooks(), year)
  const found = []
  for (const book of counted) {
    if (!book.collected) continue
    const { rows } = await disclosureWorld(book, today)
    found.push({ id: book.id, name: book.identity.regionName, coverage: publishedShare(rows) })
  }
  return found
}
