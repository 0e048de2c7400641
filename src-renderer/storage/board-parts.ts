import type {
  BoardDisposal,
  BoardFacts,
  BoardForm,
  BoardGoal,
  BoardLights,
  TreasuryRow,
} from '#domain/dashboard/facts'
import { lastYearRows } from '#domain/dashboard/last-year'
import type { Disposal } from '#domain/disposals/disposal'
import { type Curve, referenceOf as referenceOfGoal } from '#domain/execution/curve'
import type { ExecutionRow } from '#domain/execution/execution'
import type { Goal } from '#domain/goals/goal'
import { isReported } from '#domain/monitoring/flow'
import type { LightKind } from '#domain/monitoring/lights'
import { fundTotal, lightsOfMonitoring, type Monitoring, referenceOf } from '#domain/monitoring/monitoring'
import type { MonitoringRules } from '#domain/monitoring/rules'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { sectionsOf, unitsOf } from './base-data.ts'
import { curvesOf } from './curves.ts'
import { db } from './database.ts'
import { disposalsOf } from './disposals.ts'
import { goalsOf } from './goals.ts'
import { localDay } from './local-day.ts'

export type GoalPart = Omit<BoardGoal, 'counts'> & { code: string; isApproved: boolean }
/** `shown` is null while the form was not reported. */
export type FormPart = {
  id: string
  goalId: string
  roundId: string
  isAsked: boolean
  shown: BoardForm | null
}
export type LedgerPart = TreasuryRow & Pick<ExecutionRow, 'id' | 'way' | 'code' | 'name' | 'unitName'>

/**
 * What the board takes from each record, record by record: one that changed is exchanged. Goals, disposals and rows stand
 * in the order of their ids, forms in that of their rounds and ids.
 */
export type BoardParts = {
  goals: readonly GoalPart[]
  forms: readonly FormPart[]
  disposals: readonly BoardDisposal[]
  rows: readonly LedgerPart[]
  /** The ledger of last year's book. */
  former: readonly LedgerPart[]
}

/** All parts as the tables have them, read by key range. */
export async function readParts(book: YearBook, lastId: string): Promise<BoardParts> {
  const { monitoring } = rulesOf(book)
  const [goals, curves, forms, disposals, rows, former] = await Promise.all([
    goalsOf(book.id),
    curvesOf(book.id),
    formsOf(book.id),
    disposalsOf(book.id),
    ledgerOf(book.id),
    ledgerOf(lastId),
  ])
  return {
    goals: goals.map((goal) => goalPart(goal, curves.get(goal.id))),
    forms: forms.map((form) => formPart(form, monitoring)),
    disposals: disposals.map(disposalPart),
    rows,
    former,
  }
}

/** The facts of the board; units and sections are few and read each time. */
export async function factsOf(parts: BoardParts, book: YearBook, lastId: string): Promise<BoardFacts> {
  const [units, sections, lastUnits] = await Promise.all([
    unitsOf(book.id),
    sectionsOf(book.id),
    unitsOf(lastId),
  ])
  const { goals, forms, disposals, rows, former } = parts
  const monitored = new Set(forms.filter(({ isAsked }) => isAsked).map(({ goalId }) => goalId))
  return {
    year: book.year,
    goals: goals.map(({ id, name, unitId, kind, book: type, total, points, plan, isApproved }) => ({
      id,
      name,
      unitId,
      kind,
      book: type,
      total,
      points,
      plan,
      counts: isApproved || monitored.has(id),
    })),
    units,
    sections,
    rows,
    lastYear: lastYearRows(former, { goals, units, lastUnits }),
    forms: forms.flatMap(({ shown }) => shown ?? []),
    disposals,
    rules: rulesOf(book).monitoring,
  }
}

/** The forms of all rounds of a book. */
function formsOf(bookId: string): Promise<Monitoring[]> {
  return db.monitorings.where('[bookId+roundId+id]').between([bookId], [bookId, []]).toArray()
}

/**
 * Every row of a ledger, by its own key, which begins with the book: through an index each would be looked up by itself.
 */
export async function ledgerOf(bookId: string): Promise<LedgerPart[]> {
  if (bookId === '') return []
  const rows = await db.executions.where('id').between(`${bookId}|`, `${bookId}|\uffff`).toArray()
  return rows.map(ledgerPart)
}

export function goalPart(goal: Goal, curve: Curve | undefined): GoalPart {
  const { id, name, code, unitId, kind, book, total, status } = goal
  const { points, name: plan } = referenceOfGoal(goal, curve ?? null)
  return { id, name, code, unitId, kind, book, total, points, plan, isApproved: status === 'approved' }
}

export function formPart(form: Monitoring, rules: MonitoringRules): FormPart {
  const { id, goalId, roundId, state } = form
  return {
    id,
    goalId,
    roundId,
    isAsked: state !== 'exempt',
    shown: isReported(state) ? shownForm(form, rules) : null,
  }
}

function shownForm(form: Monitoring, rules: MonitoringRules): BoardForm {
  const { id, goalId, roundId, month, state, trail, changedAt } = form
  const sent = trail.findLast(({ step }) => step === 'submit-monitoring')
  const written = form.entries.find(({ causeText }) => causeText !== '')?.causeText ?? ''
  return {
    id,
    goalId,
    roundId,
    month,
    state,
    since: localDay(sent?.at ?? changedAt),
    lights: boardLights(form.frozen ?? lightsOfMonitoring(form, referenceOf(form), rules)),
    ...fundTotal(form.funds),
    cause: form.fundsReason || written,
  }
}

/** Without what a light rests on: it is read thousands of times over, and shown on the form's own page. */
function boardLights({ execution, goal, gap, forecast }: BoardLights): BoardLights {
  const of = ({ colour, reason }: BoardLights[LightKind]) => ({ colour, reason })
  return { execution: of(execution), goal: of(goal), gap: of(gap), forecast: of(forecast) }
}

export function disposalPart({ id, goalId, state, month, trail, heldSince }: Disposal): BoardDisposal {
  return { id, goalId, state, month, openedOn: localDay(trail[0]?.at ?? heldSince) }
}

export function ledgerPart(row: ExecutionRow): LedgerPart {
  const { id, goalId, unitId, month, source, line, way, code, name, unitName } = row
  const { initial, adjusted, allocated, paid } = row
  return {
    id,
    goalId,
    unitId,
    month,
    source,
    line,
    way,
    code,
    name,
    unitName,
    initial,
    adjusted,
    allocated,
    paid,
  }
}
