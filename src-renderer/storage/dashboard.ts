import { type BoardIndex, indexBoard } from '#domain/dashboard/board-index'
import type { BoardFacts, BoardForm, BoardGoal } from '#domain/dashboard/facts'
import { lastYearRows } from '#domain/dashboard/last-year'
import type { Snapshot } from '#domain/dashboard/snapshot'
import type { Disposal } from '#domain/disposals/disposal'
import { referenceOf as referenceOfGoal } from '#domain/execution/curve'
import type { ExecutionRow } from '#domain/execution/execution'
import type { Goal } from '#domain/goals/goal'
import { isReported } from '#domain/monitoring/flow'
import { fundTotal, lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { MonitoringRules } from '#domain/monitoring/rules'
import { type Actor, isLimited } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { sectionsOf, unitsOf } from './base-data.ts'
import { keepBoard, keptBoard } from './board-cache.ts'
import { curvesOf } from './curves.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'
import { reachedUnits } from './reach.ts'

/** Milliseconds after which a board is kept: it has been drawn by then. */
const keepingDelay = 1000

/** The last board that was read or worked out, and the state of the books it belongs to. */
let known: { key: string; index: BoardIndex } | null = null

/**
 * The state that a board rests on: another text, another board. Every write counts the trail of its book on, so the ends
 * of two trails tell; the book itself holds the rules.
 */
export async function boardKeyOf(book: YearBook): Promise<string> {
  const last = await lastYearsBook(book)
  const heads = await db.auditHeads.bulkGet([book.id, last?.id ?? ''])
  return JSON.stringify([book, last?.id, heads.map((head) => head?.hash)])
}

/**
 * Everything the board shows of a book, within the reach of a duty. Taken from where it is kept while nothing was written
 * since. Not for a live query, which would copy and watch every row: watch `boardKeyOf` instead.
 */
export async function boardIndexOf(book: YearBook, by: Actor): Promise<BoardIndex> {
  const key = await boardKeyOf(book)
  if (known?.key !== key) known = { key, index: (await keptBoard(key)) ?? (await workedOut(book, key)) }
  const { index } = known
  if (!isLimited(by)) return index
  const reached = reachedUnits(by, index.units, await sectionsOf(book.id))
  if (reached === null) return index
  return {
    ...index,
    units: index.units.filter(({ id }) => reached.has(id)),
    items: index.items.filter(({ unitId }) => reached.has(unitId)),
  }
}

async function workedOut(book: YearBook, key: string): Promise<BoardIndex> {
  const index = indexBoard(await boardFactsOf(book, await lastYearsBook(book)))
  // Shown first, kept afterwards: nobody waits for it.
  setTimeout(() => void keepBoard(key, index), keepingDelay)
  return index
}

/** The book of the year before: the one this was carried forward from, else one of the same place. */
async function lastYearsBook(book: YearBook): Promise<YearBook | null> {
  const books = await db.books
    .where('year')
    .equals(book.year - 1)
    .toArray()
  const here = books.filter(
    ({ identity, demo }) => identity.regionCode === book.identity.regionCode && demo === book.demo,
  )
  return books.find(({ id }) => id === book.previousId) ?? here[0] ?? null
}

/** The facts as the tables have them, read by key range. */
export async function boardFactsOf(book: YearBook, last: YearBook | null): Promise<BoardFacts> {
  const rules = rulesOf(book).monitoring
  const [goals, units, sections, curves, rows, forms, disposals, former, lastUnits] = await Promise.all([
    goalsOf(book.id),
    unitsOf(book.id),
    sectionsOf(book.id),
    curvesOf(book.id),
    rowsByKey(book.id),
    formsOf(book.id),
    disposalsOf(book.id),
    last ? rowsByKey(last.id) : [],
    last ? unitsOf(last.id) : [],
  ])
  const asked = forms.filter(({ state }) => state !== 'exempt')
  const monitored = new Set(asked.map(({ goalId }) => goalId))
  return {
    year: book.year,
    goals: goals.map((goal) => boardGoal(goal, curves, monitored.has(goal.id))),
    units,
    sections,
    rows,
    lastYear: lastYearRows(former, { goals, units, lastUnits }),
    forms: forms.filter(({ state }) => isReported(state)).map((form) => boardForm(form, rules)),
    disposals: disposals.map(boardDisposal),
    rules,
  }
}

/**
 * Every row of the ledger, by its own key: it begins with the book. Read through an index each row would be looked up by
 * itself, and the board does not mind their order.
 */
function rowsByKey(bookId: string): Promise<ExecutionRow[]> {
  return db.executions.where('id').between(`${bookId}|`, `${bookId}|\uffff`).toArray()
}

async function formsOf(bookId: string): Promise<Monitoring[]> {
  const rounds = await roundsOf(bookId)
  return (await Promise.all(rounds.map(({ id }) => monitoringsOf(bookId, id)))).flat()
}

function boardGoal(
  goal: Goal,
  curves: Awaited<ReturnType<typeof curvesOf>>,
  isMonitored: boolean,
): BoardGoal {
  const { id, name, unitId, kind, book, total, status } = goal
  const { points, name: plan } = referenceOfGoal(goal, curves.get(id) ?? null)
  return { id, name, unitId, kind, book, total, points, plan, counts: status === 'approved' || isMonitored }
}

type Lit = { revision: number; rules: MonitoringRules; lights: BoardForm['lights'] }
/** Lights by form: worked out once for each revision of it. */
const lit = new Map<string, Lit>()

function lightsOf(form: Monitoring, rules: MonitoringRules): BoardForm['lights'] {
  if (form.frozen) return form.frozen
  const before = lit.get(form.id)
  if (before?.revision === form.revision && before.rules === rules) return before.lights
  const lights = lightsOfMonitoring(form, referenceOf(form), rules)
  lit.set(form.id, { revision: form.revision, rules, lights })
  return lights
}

function boardForm(form: Monitoring, rules: MonitoringRules): BoardForm {
  const { id, goalId, roundId, month, state, trail, changedAt } = form
  const sent = trail.findLast(({ step }) => step === 'submit-monitoring')
  const written = form.entries.find(({ causeText }) => causeText !== '')?.causeText ?? ''
  return {
    ...{ id, goalId, roundId, month, state },
    since: localDay(sent?.at ?? changedAt),
    lights: lightsOf(form, rules),
    ...fundTotal(form.funds),
    cause: form.fundsReason || written,
  }
}

function boardDisposal({ id, goalId, state, month, trail, heldSince }: Disposal) {
  return { id, goalId, state, month, openedOn: localDay(trail[0]?.at ?? heldSince) }
}

/** The frozen boards of a book, the newest first. */
export function snapshotsOf(bookId: string): Promise<Snapshot[]> {
  return db.snapshots.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

export async function snapshotById(id: string): Promise<Snapshot | null> {
  return (await db.snapshots.get(id)) ?? null
}
