import { type BoardIndex, indexBoard } from '#domain/dashboard/board-index'
import type { BoardFacts, BoardForm, BoardGoal, TreasuryRow } from '#domain/dashboard/facts'
import { lastYearRows } from '#domain/dashboard/last-year'
import type { Snapshot } from '#domain/dashboard/snapshot'
import type { Disposal } from '#domain/disposals/disposal'
import { referenceOf as referenceOfGoal } from '#domain/execution/curve'
import type { Goal } from '#domain/goals/goal'
import { isReported } from '#domain/monitoring/flow'
import { fundTotal, lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { MonitoringRules } from '#domain/monitoring/rules'
import type { Actor } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { sectionsOf, unitsOf } from './base-data.ts'
import { curvesOf } from './curves.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { executionsOf } from './executions.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'
import { reachedUnits } from './reach.ts'

/** The last board worked out: for which state of which books, and what it is. */
let known: { key: string; index: BoardIndex } | null = null

/**
 * Everything the board shows of a book, within the reach of a duty. Worked out anew when something was written in the book,
 * or in last year's: every write counts the trail on, so that two numbers tell.
 */
export async function boardIndexOf(book: YearBook, by: Actor): Promise<BoardIndex> {
  const last = await lastYearsBook(book)
  const heads = await db.auditHeads.bulkGet([book.id, last?.id ?? ''])
  const key = JSON.stringify([book, last?.id, heads.map((head) => head?.hash)])
  if (known?.key !== key) known = { key, index: indexBoard(await boardFactsOf(book, last)) }
  const { index } = known
  const reached = reachedUnits(by, index.units, await sectionsOf(book.id))
  if (reached === null) return index
  return {
    ...index,
    units: index.units.filter(({ id }) => reached.has(id)),
    items: index.items.filter(({ unitId }) => reached.has(unitId)),
  }
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
    executionsOf(book.id),
    formsOf(book.id),
    disposalsOf(book.id),
    last ? executionsOf(last.id) : [],
    last ? unitsOf(last.id) : [],
  ])
  const asked = forms.filter(({ state }) => state !== 'exempt')
  const monitored = new Set(asked.map(({ goalId }) => goalId))
  return {
    year: book.year,
    goals: goals.map((goal) => boardGoal(goal, curves, monitored.has(goal.id))),
    units,
    sections,
    rows: rows.map(treasuryRow),
    lastYear: lastYearRows(former, { goals, units, lastUnits }),
    forms: forms.filter(({ state }) => isReported(state)).map((form) => boardForm(form, rules)),
    disposals: disposals.map(boardDisposal),
    rules,
  }
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

function treasuryRow(row: TreasuryRow): TreasuryRow {
  const { goalId, unitId, month, source, line, initial, adjusted, allocated, paid } = row
  return { goalId, unitId, month, source, line, initial, adjusted, allocated, paid }
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
