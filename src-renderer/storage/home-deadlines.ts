import {
  applicationDeadlines,
  appraisalDeadlines,
  type Deadline,
  type DeadlineStanding,
  deadlineLines,
  disposalDeadlines,
  plannedRoundDeadlines,
  registerDeadlines,
  roundDeadlines,
  taskDeadlines,
  workDeadlines,
} from '#domain/home/deadlines'
import { shownYear } from '#domain/home/year-steps'
import { yearPlan } from '#domain/monitoring/plan'
import type { Round } from '#domain/monitoring/round'
import { type Actor, isLimited } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { keepsRegister } from '#domain/supervision/register-kinds'
import { ownsWork } from '#domain/supervision/work-item'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { applicationsOf } from './applications.ts'
import { appraisalsOf } from './appraisals.ts'
import { sectionsOf, unitsOf } from './base-data.ts'
import { allCalendars } from './calendars.ts'
import { disposalsOf } from './disposals.ts'
import { evaluationTasksOf } from './evaluation-tasks.ts'
import { roundsOf } from './monitorings.ts'
import { reachedUnits } from './reach.ts'
import { registersOf } from './registers.ts'
import { unpublished } from './todo-disclosures.ts'
import { waitingMonitorings } from './waiting-lines.ts'
import { workItemsOf } from './work-items.ts'

/** A deadline with the book in which its record lies. */
export type HomeDeadline = Deadline & DeadlineStanding & { book: YearBook }

/** Whose work is looked after by others sees all of it, and is told of it: 监督与绩效管理科 and the leaders. */
const overseers: readonly string[] = ['performance', 'leader']

/** 期限 of the books around the open one: what is late or falls due soon of what a duty sees and reaches. */
export async function deadlinesOf(
  books: readonly YearBook[],
  openYear: number,
  by: Actor,
  today: string,
): Promise<HomeDeadline[]> {
  const calendars = await allCalendars()
  const perBook = books.map(async (book) =>
    (await deadlinesIn(book, openYear, by, today)).map((deadline) => ({ ...deadline, book })),
  )
  return deadlineLines((await Promise.all(perBook)).flat(), today, calendars)
}

async function deadlinesIn(book: YearBook, openYear: number, by: Actor, today: string): Promise<Deadline[]> {
  const [units, sections] = await Promise.all([unitsOf(book.id), sectionsOf(book.id)])
  const reached = reachedUnits(by, units, sections)
  const isReached = ({ unitId }: { unitId: string }) =>
    reached === null || (unitId !== '' && reached.has(unitId))
  const found: Deadline[] = []
  // The rounds and the work plan of another calendar year are history.
  const isOwnYear = book.year === shownYear(openYear, today)
  if (isOwnYear && may(by, 'see-monitoring')) {
    const forms = await waitingMonitorings(book.id)
    const rounds = await roundsOf(book.id)
    found.push(...roundDeadlines(rounds, forms.filter(isReached)))
    if (overseers.includes(by.duty)) found.push(...plannedRounds(book, rounds, today))
  }
  if (may(by, 'see-disposals'))
    found.push(...disposalDeadlines((await disposalsOf(book.id)).filter(isReached)))
  if (may(by, 'see-evaluation-tasks'))
    found.push(...taskDeadlines((await evaluationTasksOf(book.id)).filter(isReached)))
  if (may(by, 'see-applications'))
    found.push(...applicationDeadlines((await applicationsOf(book.id)).filter(isReached)))
  if (may(by, 'see-appraisals'))
    found.push(...appraisalDeadlines((await appraisalsOf(book.id)).filter(isReached)))
  if (isOwnYear && may(by, 'see-work-plan')) {
    const items = await workItemsOf(book.id)
    const isOwn = overseers.includes(by.duty)
      ? () => true
      : (item: (typeof items)[number]) => ownsWork(by, item, sections)
    const names = new Map(sections.map(({ id, name }) => [id, name]))
    found.push(...workDeadlines(items.filter(isOwn), (id) => names.get(id) ?? ''))
  }
  if (may(by, 'see-supervision')) {
    const entries = await registersOf(book.id, by.duty)
    const isOwn = ({ kind }: (typeof entries)[number]) => by.duty === 'leader' || keepsRegister(by.duty, kind)
    found.push(...registerDeadlines(entries.filter(isOwn), today))
  }
  // On a unit's own machine all units of the book are its own, though the account names none.
  const own = book.identity.level === 'unit' ? new Set(units.map(({ id }) => id)) : null
  const publishes = isLimited(by) ? reached : own
  if (by.duty === 'unit' && publishes) found.push(...(await publications(book, publishes, today)))
  return found
}

function plannedRounds(book: YearBook, rounds: readonly Round[], today: string): Deadline[] {
  const facts = { year: book.year, today, withData: new Set<number>() }
  return plannedRoundDeadlines(yearPlan(rulesOf(book).monitoring, rounds, facts))
}

/** What units publish themselves; the bureau's own page lists it for all. */
async function publications(
  book: YearBook,
  reached: ReadonlySet<string>,
  today: string,
): Promise<Deadline[]> {
  const facts = { bookId: book.id, tasks: await evaluationTasksOf(book.id) }
  return (await unpublished(facts, reached, today)).map(({ objectId, name, unitId, dueOn, rule }) => ({
    ...{ id: objectId, kind: 'disclosure', name, what: `公开${rule.name}`, unitId, dueOn },
    path: '/disclosures?place=site',
  }))
}
