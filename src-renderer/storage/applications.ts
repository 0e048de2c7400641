import type { Application } from '#domain/applications/application'
import {
  type Candidate,
  candidateOf,
  countedResults,
  resultOfAssessment,
  resultOfDisposal,
  resultOfReview,
  resultOfSelf,
  resultOfTask,
} from '#domain/applications/propose'
import type { Day } from '#domain/dates'
import type { Goal } from '#domain/goals/goal'
import type { YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'
import { assessmentsOf } from './assessments.ts'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { keysInBook } from './earlier-keys.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { goalsByKeys, goalsOf } from './goals.ts'
import { reviewsIn } from './reviews.ts'
import { selfEvaluationsOf } from './self-evaluations.ts'

/** All applications of a book, in the order they were proposed. */
export function applicationsOf(bookId: string): Promise<Application[]> {
  return db.applications.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

/** The applications of the ids, in their order; what no longer exists is left out. */
export async function applicationsByIds(ids: readonly string[]): Promise<Application[]> {
  return (await db.applications.bulkGet([...ids])).filter((each) => each !== undefined)
}

export async function applicationById(id: string): Promise<Application | null> {
  return (await db.applications.get(id)) ?? null
}

/** What the rules propose for the results of a book, those that have to be applied first. */
export async function applicationCandidates(
  book: Pick<YearBook, 'id' | 'year'>,
  today: Day,
  rules: YearRules,
): Promise<Candidate[]> {
  const [goals, tasks, forms, assessments, reviews, disposals] = await Promise.all([
    goalsOf(book.id),
    evaluationTasksOf(book.id),
    selfEvaluationsOf(book.id),
    assessmentsOf(book.id),
    reviewsIn(book.id),
    disposalsOf(book.id),
  ])
  const goalById = new Map(goals.map((goal) => [goal.id, goal]))
  const of = ({ goalId }: { goalId: string }) => goalById.get(goalId)
  const found = countedResults([
    ...tasks.flatMap((task) => resultOfTask(task, of(task)) ?? []),
    ...forms.flatMap((form) => resultOfSelf(form, of(form)) ?? []),
    ...disposals.flatMap((disposal) => resultOfDisposal(disposal, of(disposal), today) ?? []),
    ...assessments.flatMap((assessment) => resultOfAssessment(assessment, of(assessment)) ?? []),
    ...reviews.flatMap((review) => resultOfReview(review, goalById.get(review.id)) ?? []),
  ])
  const candidates = found.flatMap((each) => candidateOf(each, book.year, rules.applications) ?? [])
  return candidates.toSorted(
    (left, right) =>
      Number(right.ground.calls) - Number(left.ground.calls) ||
      (left.proposedChange ?? 0) - (right.proposedChange ?? 0) ||
      (left.source.id < right.source.id ? -1 : 1),
  )
}

/** The book of the next year that was carried forward from this one; null where there is none. */
async function nextBook(book: Pick<YearBook, 'id' | 'year'>): Promise<YearBook | null> {
  const next = await db.books
    .where('year')
    .equals(book.year + 1)
    .toArray()
  return next.find(({ previousId, collected }) => previousId === book.id && !collected) ?? null
}

/** The declarations of the next year for goals of a book, by the id of this year's goal. */
export async function nextGoalsOf(
  book: Pick<YearBook, 'id' | 'year'>,
  goals: readonly Pick<Goal, 'id' | 'matchKey'>[],
): Promise<Map<string, Goal>> {
  const next = await nextBook(book)
  if (!next) return new Map()
  const keys = await keysInBook(
    goals.map(({ matchKey }) => matchKey),
    book.id,
    next.id,
  )
  const there = await goalsByKeys(next.id, [...new Set(keys.values())])
  const byKey = new Map(there.map((goal) => [goal.matchKey, goal]))
  const found = await Promise.all(
    goals.map(async ({ id, matchKey }) => {
      const key = keys.get(matchKey) ?? matchKey
      return [id, byKey.get(key) ?? (await wholeAt(next.id, key))] as const
    }),
  )
  return new Map(found.flatMap(([id, goal]) => (goal ? [[id, goal] as const] : [])))
}

/** Of a whole (部门整体、政府预算) a unit has one a year, whose name has the year in it: the unit finds it. */
const wholeKey = /^name:(?:department|government):[^:]+:/

async function wholeAt(bookId: string, key: string): Promise<Goal | undefined> {
  const [start] = wholeKey.exec(key) ?? []
  if (start === undefined) return undefined
  return db.goals
    .where('[bookId+matchKey]')
    .between([bookId, start], [bookId, `${start}\uffff`])
    .first()
}

/** What is known of the same project of last year: its result, and what was applied of it. */
export type LastResult = { year: number; source: Application['source']; application: Application | null }

/** A result of last year's work, not of its declaration. */
function isOfWork({ kind }: Application['source']): boolean {
  return kind === 'evaluation' || kind === 'self-evaluation'
}

/** 上年评价 of a goal: last year's evaluation, or self-evaluation, and its application; null where there is none. */
export async function lastResultOf(
  book: Pick<YearBook, 'id' | 'previousId'>,
  goal: Pick<Goal, 'matchKey'>,
): Promise<LastResult | null> {
  const previous = book.previousId === '' ? null : await bookById(book.previousId)
  if (!previous) return null
  const { matchKey } = goal
  const key = (await keysInBook([matchKey], book.id, previous.id)).get(matchKey) ?? matchKey
  const [exact] = await goalsByKeys(previous.id, [key])
  const last = exact ?? (await wholeAt(previous.id, key))
  if (!last) return null
  const isGovernment = last.kind === 'government'
  const [tasks, forms] = await Promise.all([
    isGovernment
      ? (await evaluationTasksOf(previous.id)).filter(({ kind }) => kind === 'government')
      : db.evaluationTasks.where('goalId').equals(last.id).toArray(),
    db.selfEvaluations.where('goalId').equals(last.id).toArray(),
  ])
  const objects = [last.id, ...tasks.map(({ id }) => id)]
  const applications = await db.applications.where('objectId').anyOf(objects).toArray()
  const [found] = countedResults([
    ...tasks.flatMap((task) => resultOfTask(task, task.goalId === '' ? undefined : last) ?? []),
    ...forms.flatMap((form) => resultOfSelf(form, last) ?? []),
  ])
  // An application keeps the result it rests on.
  const source = found?.source ?? applications.find(({ source: own }) => isOfWork(own))?.source
  if (!source) return null
  const application = applications.find(
    (each) => each.source.kind === source.kind && each.source.id === source.id,
  )
  return { year: previous.year, source, application: application ?? null }
}

/** How many applications each book has. */
export async function applicationCounts(bookIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await Promise.all(
    bookIds.map((id) => db.applications.where('[bookId+id]').between([id], [id, []]).count()),
  )
  return new Map(bookIds.map((id, index) => [id, counts[index] ?? 0]))
}
