import type { ExecutionImport, ExecutionRow } from '#domain/execution/execution'
import { fundsBySource, paidBySource, type SourceFunds, treasuryByGoal } from '#domain/execution/totals'
import type { TreasuryPaid } from '#domain/monitoring/monitoring'
import { db } from './database.ts'

/** Every row of the treasury's ledger in a book, month by month. */
export function executionsOf(bookId: string): Promise<ExecutionRow[]> {
  return executionsUpTo(bookId, 12)
}

/** The rows of January to `month`. */
function executionsUpTo(bookId: string, month: number): Promise<ExecutionRow[]> {
  return db.executions.where('[bookId+month+id]').between([bookId, 1], [bookId, month, []]).toArray()
}

/** The rows of one goal, month by month. */
export function executionsOfGoal(bookId: string, goalId: string): Promise<ExecutionRow[]> {
  return db.executions
    .where('[bookId+goalId+month]')
    .between([bookId, goalId], [bookId, goalId, []])
    .toArray()
}

/** The rows of one goal, or of one line of the treasury that no goal stands for; month by month. */
export async function executionsOfLine(
  bookId: string,
  goalId: string,
  line: string,
): Promise<ExecutionRow[]> {
  if (goalId !== '') return executionsOfGoal(bookId, goalId)
  // The id begins with book and line (see `executionId`); the bar ends the line.
  const start = `${bookId}|${line}|`
  return (await db.executions.where('id').startsWith(start).toArray()).filter((row) => row.line === line)
}

/**
 * The rows to the end of a month; none where no ledger of that very month was taken in: an older one would accuse everybody
 * who paid since.
 */
async function rowsFor(bookId: string, month: number): Promise<ExecutionRow[]> {
  return ofMonth(await executionsUpTo(bookId, month), month)
}

function ofMonth<Row extends { month: number }>(rows: readonly Row[], month: number): Row[] {
  return rows.some((row) => row.month === month) ? rows.filter((row) => row.month <= month) : []
}

/** As `treasuryAt`, of rows that were read already. */
export function treasuryOfRows(
  rows: Parameters<typeof treasuryByGoal>[0],
  month: number,
): ReturnType<typeof treasuryByGoal> {
  return treasuryByGoal(ofMonth(rows, month), month)
}

/** What the treasury shows of each goal to the end of a month of which its ledger is there. */
export async function treasuryAt(bookId: string, month: number): Promise<ReturnType<typeof treasuryByGoal>> {
  return treasuryByGoal(await rowsFor(bookId, month), month)
}

/** 支出 of each goal by source, for the money block of its form. */
export async function treasuryPaidAt(bookId: string, month: number): Promise<Map<string, TreasuryPaid>> {
  return paidBySource(await rowsFor(bookId, month), month)
}

/** The year as the treasury has it: money of each goal by source, to the newest month of its ledger; month 0 without one. */
export async function treasuryOfYear(
  bookId: string,
): Promise<{ month: number; funds: Map<string, SourceFunds[]> }> {
  const rows = await executionsOf(bookId)
  const month = rows.reduce((newest, row) => Math.max(newest, row.month), 0)
  return { month, funds: fundsBySource(rows, month) }
}

/** The imports of a book, the newest first. */
export function executionImportsOf(bookId: string): Promise<ExecutionImport[]> {
  return db.executionImports.where('[bookId+id]').between([bookId], [bookId, []]).reverse().toArray()
}

/** Rows of an import that a later one has replaced since: what keeps it from being taken back. */
export async function replacedSince(record: ExecutionImport): Promise<ExecutionRow[]> {
  const ids = [...record.added, ...record.replaced.map(({ id }) => id)]
  const rows = await db.executions.bulkGet(ids)
  return rows.filter((row) => row !== undefined).filter(({ importId }) => importId !== record.id)
}
