import type { LedgerLine } from '#domain/execution/ledger'
import type { YearBook } from '#domain/year-book'
import { whenPrepared } from './board-ready.ts'
import { db } from './database.ts'
import { madeLedger } from './execution-ledger-make.ts'
import { keepLines, keptLines } from './line-cache.ts'
import { outside } from './lines.ts'
import { type End, endOf, entriesBetween } from './trail-span.ts'

/** 预算执行 at the end of a month, and of which months there is a ledger. */
export type ExecutionLedger = { month: number; months: readonly number[]; lines: readonly LedgerLine[] }

/** Raised with every change of what a line says. */
const base = 'execution 2'
/** A ledger follows from these tables alone; packages bring records past the trail. */
const grounds: ReadonlySet<string> = new Set([
  ...['goals', 'curves', 'executions', 'executionImports', 'units', 'books', 'packages', 'packageChanges'],
])
const keepingDelay = 1000

let known: { bookId: string; end: End; ledgers: Map<number, ExecutionLedger> } | null = null
let turn: Promise<unknown> = Promise.resolve()

/**
 * The ledger of a book at the end of a month, 0 for the newest. Worked out off the page's thread, and kept while nothing
 * that it rests on is written. In a live query it watches the end of the trail alone.
 */
export async function executionLedger(book: YearBook, month: number): Promise<ExecutionLedger> {
  const head = await db.auditHeads.get(book.id)
  const mine = turn.then(() => outside(() => current(book, month, endOf(head))))
  turn = mine.catch(() => null)
  return mine
}

async function current(book: YearBook, month: number, end: End): Promise<ExecutionLedger> {
  if (known?.bookId !== book.id || !(await isSame(book.id, known.end, end)))
    known = { bookId: book.id, end, ledgers: new Map() }
  known.end = end
  const { ledgers } = known
  const there = ledgers.get(month)
  if (there) return there
  const ledger = (await kept(book, month, end)) ?? (await made(book, month, end))
  ledgers.set(month, ledger)
  return ledger
}

/** Whether nothing that a ledger rests on was written in between. */
async function isSame(bookId: string, from: End, to: End): Promise<boolean> {
  if (from?.hash === to?.hash) return true
  const entries = await entriesBetween(bookId, from, to)
  return entries !== null && !entries.some(({ changes }) => changes.some(({ table }) => grounds.has(table)))
}

type Kept = LedgerLine | Pick<ExecutionLedger, 'month' | 'months'>

async function kept(book: YearBook, month: number, end: End): Promise<ExecutionLedger | null> {
  const found = await keptLines<Kept>(`executions ${month} ${book.id}`, base)
  if (!found || !(await isSame(book.id, found.end, end))) return null
  const [head, ...lines] = found.lines
  if (!head || !('months' in head)) return null
  return { ...head, lines: lines as LedgerLine[] } // kept below: what stands behind the head are lines
}

async function made(book: YearBook, month: number, end: End): Promise<ExecutionLedger> {
  // Whoever is working the board out reads the same rows.
  await whenPrepared()
  const ledger = await madeLedger(book, month)
  const { lines, ...head } = ledger
  const mark = { id: `executions ${month} ${book.id}`, bookId: book.id, base, end }
  // Of other months too many would be kept.
  if (month === 0) setTimeout(() => keepLines(mark, [head, ...lines]), keepingDelay)
  return ledger
}
