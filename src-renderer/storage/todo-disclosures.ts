import { daysLeft, type Moment } from '#domain/dates'
import { type DueDisclosure, dueDisclosures } from '#domain/disclosures/due'
import { standingOf } from '#domain/disclosures/standing'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Assignment } from '#domain/people/duties'
import { dutyMay } from '#domain/people/permissions'
import { rulesOf } from '#domain/year-rules'
import { bookById } from './books.ts'
import { db } from './database.ts'
import { disclosureLines } from './disclosure-lines.ts'
import { approvalDay } from './disclosures.ts'
import { localDay } from './local-day.ts'
import { reviewsOfGoals } from './reviews.ts'
import { selfEvaluationLines } from './self-evaluation-lines.ts'
import type { Todo } from './todo-held.ts'
import type { WaitingDisclosure } from './waiting-lines.ts'

/** So many days before the deadline a unit is told. */
const ahead = 30

/** What there is to read once for all duties; what is due is worked out only for units, which have little of it. */
export type DisclosureTodoFacts = PublicationFacts & { open: readonly WaitingDisclosure[] }
export type PublicationFacts = { bookId: string; tasks: readonly EvaluationTask[] }

/** What of 信息公开 waits for a duty: things a unit has to publish, findings to put right, exemptions to approve. */
export async function disclosureTodos(
  facts: DisclosureTodoFacts,
  assignment: Assignment,
  reached: ReadonlySet<string> | null,
  now: Moment,
): Promise<Todo[]> {
  const isReached = ({ unitId }: { unitId: string }) => reached === null || reached.has(unitId)
  const own = facts.open.filter(isReached)
  const { duty } = assignment
  const todos: Todo[] = []
  const add = (state: string, word: string, late: readonly number[]) => {
    if (late.length === 0) return
    const overdue = late.filter((days) => days > 0)
    todos.push({
      ...{ assignment, kind: 'disclosures', state, word, count: late.length },
      ...{ overdue: overdue.length, items: [], longest: Math.max(0, ...overdue) },
    })
  }
  if (duty === 'unit' && reached !== null) {
    const today = localDay(now)
    const due = (await unpublished(facts, reached, today)).filter(
      ({ dueOn }) => daysLeft(dueOn, today) <= ahead,
    )
    add(
      'late',
      '待公开',
      due.map(({ dueOn }) => Math.max(0, -daysLeft(dueOn, today))),
    )
  }
  if (duty === 'unit')
    add(
      'rectify',
      '公开待整改',
      own.filter(({ finding }) => finding === 'open').map(() => 0),
    )
  if (dutyMay(duty, 'decide-exemptions'))
    add(
      'proposed',
      '待审批免予公开',
      own.filter(({ state }) => state === 'proposed').map(() => 0),
    )
  return todos
}

/** What the units still have to publish themselves, with its day. */
export async function unpublished(
  { bookId, tasks }: PublicationFacts,
  reached: ReadonlySet<string>,
  today: string,
): Promise<DueDisclosure[]> {
  const book = await bookById(bookId)
  if (!book) return []
  const perUnit = [...reached].map((unitId) =>
    db.goals.where('[bookId+unitId+id]').between([bookId, unitId], [bookId, unitId, []]).toArray(),
  )
  const goals = (await Promise.all(perUnit)).flat()
  const reviews = await reviewsOfGoals(goals)
  const [records, selfEvaluations] = await Promise.all([disclosureLines(bookId), selfEvaluationLines(bookId)])
  const ofUnits = <Each extends { unitId: string; heldSince: Moment }>(list: readonly Each[]) =>
    list
      .filter(({ unitId }) => reached.has(unitId))
      .map((each) => ({ ...each, since: localDay(each.heldSince) }))
  const facts = {
    ...{ year: book.year, goals },
    approvedOn: new Map(reviews.map((review) => [review.id, approvalDay(review)])),
    ...{ selfEvaluations: ofUnits(selfEvaluations), tasks: ofUnits(tasks) },
  }
  const byObject = new Map(records.map((record) => [record.objectId, record]))
  return dueDisclosures(facts, rulesOf(book).disclosure)
    .filter(({ rule }) => rule.owner === 'unit')
    .filter((due) => ['late', 'due'].includes(standingOf(due, byObject.get(due.objectId) ?? null, today)))
}
