import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import type { Changed } from './board-changes.ts'
import {
  type BoardParts,
  disposalPart,
  type FormPart,
  formPart,
  type GoalPart,
  goalPart,
  type LedgerPart,
  ledgerOf,
  ledgerPart,
} from './board-parts.ts'
import { db } from './database.ts'

/** Beyond so many rows the whole ledger is read sooner, by its key range. */
const rowLimit = 5000

/** The parts with every changed record as it stands now; one that is gone is left out. */
export async function refreshedParts(
  parts: BoardParts,
  around: { book: YearBook; lastId: string },
  [changed, last]: readonly [Changed, Changed],
): Promise<BoardParts> {
  const { book, lastId } = around
  const [goals, forms, disposals, rows, former] = await Promise.all([
    freshGoals(parts.goals, book.id, new Set([...changed.goals, ...changed.curves])),
    freshForms(parts.forms, book, changed),
    freshDisposals(parts.disposals, book.id, changed.disposals),
    freshLedger(parts.rows, book.id, changed.executions),
    freshLedger(parts.former, lastId, last.executions),
  ])
  return { goals, forms, disposals, rows, former }
}

async function freshGoals(goals: readonly GoalPart[], bookId: string, ids: ReadonlySet<string>) {
  if (ids.size === 0) return goals
  const [found, curves] = await Promise.all([db.goals.bulkGet([...ids]), db.curves.bulkGet([...ids])])
  // Both come in the order of the ids.
  const fresh = found.flatMap((goal, at) => (goal?.bookId === bookId ? goalPart(goal, curves[at]) : []))
  return exchanged(goals, ids, fresh, byId)
}

/** A form takes another plan with its goal; the trail names it only where the plan reads differently. */
async function freshForms(forms: readonly FormPart[], book: YearBook, changed: Changed) {
  const followers = forms.filter(({ goalId }) => changed.curves.has(goalId))
  const ids = new Set([...changed.monitorings, ...followers.map(({ id }) => id)])
  if (ids.size === 0) return forms
  const rules = rulesOf(book).monitoring
  const found = await db.monitorings.bulkGet([...ids])
  const fresh = found.flatMap((form) => (form?.bookId === book.id ? formPart(form, rules) : []))
  return exchanged(forms, ids, fresh, byRound)
}

async function freshDisposals(disposals: BoardParts['disposals'], bookId: string, ids: ReadonlySet<string>) {
  if (ids.size === 0) return disposals
  const found = await db.disposals.bulkGet([...ids])
  const fresh = found.flatMap((disposal) => (disposal?.bookId === bookId ? disposalPart(disposal) : []))
  return exchanged(disposals, ids, fresh, byId)
}

async function freshLedger(rows: readonly LedgerPart[], bookId: string, ids: ReadonlySet<string>) {
  if (ids.size === 0) return rows
  if (ids.size > rowLimit) return ledgerOf(bookId)
  const found = await db.executions.bulkGet([...ids])
  const fresh = found.flatMap((row) => (row?.bookId === bookId ? ledgerPart(row) : []))
  return exchanged(rows, ids, fresh, byId)
}

/** The list without the records of the ids and with the fresh ones, in its order. */
function exchanged<Part extends { id: string }>(
  parts: readonly Part[],
  ids: ReadonlySet<string>,
  fresh: readonly Part[],
  order: (left: Part, right: Part) => number,
): Part[] {
  return [...parts.filter(({ id }) => !ids.has(id)), ...fresh].sort(order)
}

/** As the database orders keys: by their code units. */
function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}

function byRound(left: FormPart, right: FormPart): number {
  return left.roundId === right.roundId ? byId(left, right) : left.roundId < right.roundId ? -1 : 1
}
