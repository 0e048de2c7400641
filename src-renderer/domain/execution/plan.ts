import type { Goal } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { accumulated, type ExecutionRow, executionId, lineKey } from './execution.ts'
import type { ExecutionLine, StatedSum } from './line.ts'
import type { GoalIndex, Match } from './match.ts'
import {
  type BudgetDifference,
  budgetDifferences,
  type Correction,
  corrections,
  duplicates,
  isOverpaid,
  type LineFault,
  lineFault,
  type SumDifference,
  sumDifferences,
} from './reconcile.ts'

/** What becomes of a row of the ledger. */
export type PlanState = Match['state'] | 'duplicate' | 'faulty'

export type PlanRow = {
  key: string
  line: ExecutionLine
  /** What the line is called in every ledger. */
  identity: string
  state: PlanState
  goalId: string
  match: Match
  fault: LineFault | null
  /** Against what the book has of the same line and month; '' where nothing is written. */
  change: 'new' | 'changed' | 'same' | ''
  correction: Correction | null
  overpaid: boolean
}

/** A row to be written, with what it replaces. */
export type PlannedWrite = { row: ExecutionRow; before: ExecutionRow | null }

export type ExecutionPlan = {
  bookId: string
  rows: PlanRow[]
  writes: PlannedWrite[]
  /** How many sums the ledger states, and those that its rows do not add up to. */
  statedSums: number
  sums: SumDifference[]
  budgets: BudgetDifference[]
}

export type PlanInput = {
  book: { id: string; year: number }
  lines: readonly ExecutionLine[]
  sums: readonly StatedSum[]
  /** What the book already has. */
  stored: readonly ExecutionRow[]
  index: GoalIndex
  goals: ReadonlyMap<string, Pick<Goal, 'total' | 'unitId'>>
  /** Goals set by hand, now and in earlier imports, by line; '' leaves the line without one. */
  decided: ReadonlyMap<string, string>
  /** Keys of rows that look like a repetition and are none. */
  kept: ReadonlySet<string>
}

function keyOf(line: ExecutionLine): string {
  return `${line.file}|${line.sheet}|${line.rowNumber}|${line.month ?? ''}`
}

/** The goal of a line: what a person decided, if that goal still exists, before what the index finds. */
function matchOf(line: ExecutionLine, identity: string, input: PlanInput): Match {
  const found = input.index.match(line)
  const decided = input.decided.get(identity)
  if (decided === undefined) return found
  if (decided === '') return { ...found, state: 'unmatched', goalId: '', way: 'hand', candidates: [] }
  const goal = input.goals.get(decided)
  if (!goal) return found
  return { ...found, state: 'matched', goalId: decided, way: 'hand', unitId: goal.unitId }
}

/** Adds amounts of one line; a column that no row has stays without an amount. */
function added(lines: readonly ExecutionLine[], field: 'initial' | 'adjusted' | 'allocated' | 'stated') {
  const amounts = lines.flatMap((line) => line[field] ?? [])
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0)
}

/** The rows of a line in one month and from one source as one row of the book; what the ledger lacks stays as it was. */
function rowOf(group: readonly PlanRow[], before: ExecutionRow | null, bookId: string): ExecutionRow | null {
  const [first] = group
  const month = first?.line.month ?? null
  if (!first || month === null) return null
  const { line, match, identity } = first
  const lines = group.map((row) => row.line)
  const stated = added(lines, 'stated') ?? before?.stated ?? null
  return {
    id: executionId(bookId, identity, month, line.source),
    bookId,
    goalId: match.goalId,
    unitId: match.unitId,
    importId: before?.importId ?? '',
    month,
    source: line.source,
    line: identity,
    way: match.way,
    code: line.code,
    name: line.name,
    unitName: line.unitName,
    initial: added(lines, 'initial') ?? before?.initial ?? null,
    adjusted: added(lines, 'adjusted') ?? before?.adjusted ?? null,
    allocated: added(lines, 'allocated') ?? before?.allocated ?? null,
    paid: before?.paid ?? null,
    given: lines.some((each) => each.stated !== null) ? line.given : (before?.given ?? line.given),
    stated,
    rowNumber: Math.min(...lines.map((each) => each.rowNumber)),
    file: line.file,
  }
}

const comparedFields = [
  'goalId',
  'way',
  'initial',
  'adjusted',
  'allocated',
  'paid',
  'given',
  'stated',
] as const

function isSame(row: ExecutionRow, before: ExecutionRow): boolean {
  return comparedFields.every((field) => row[field] === before[field])
}

/**
 * What an import would do, without doing it: every row of the ledger with its goal or the candidates, what is faulty,
 * repeated, corrected or overpaid, how the sums agree, and the rows of the book that would be written. Reading the same
 * ledger again plans no write. Lines without a goal are written too: they count in the totals of the treasury and find
 * their goal later.
 */
export function planExecution(input: PlanInput): ExecutionPlan {
  const { book, lines } = input
  const storedById = new Map(input.stored.map((row) => [row.id, row]))
  const rows = lines.map((line): PlanRow => {
    const identity = lineKey(line)
    const match = matchOf(line, identity, input)
    const fault = lineFault(line, book.year)
    const { goalId } = match
    const state = fault ? 'faulty' : match.state
    const plain = { change: '', correction: null, overpaid: false } as const
    return { key: keyOf(line), line, identity, match, fault, goalId, state, ...plain }
  })
  const repeated = duplicates(
    rows.map((row) => ({ ...row.line, identity: row.goalId === '' ? row.identity : row.goalId })),
  )
  for (const [position, row] of rows.entries()) {
    if (row.fault === null && repeated.has(position) && !input.kept.has(row.key)) row.state = 'duplicate'
  }
  const good = rows.filter((row) => row.state !== 'faulty' && row.state !== 'duplicate')
  const fresh = new Map<string, { row: ExecutionRow; group: PlanRow[] }>()
  for (const [id, group] of grouped(good, (row) =>
    executionId(book.id, row.identity, row.line.month ?? 0, row.line.source),
  )) {
    const row = rowOf(group, storedById.get(id) ?? null, book.id)
    if (row) fresh.set(id, { row, group })
  }
  const writes = writesOf(fresh, input.stored, storedById)
  const wanted = rows.filter((row) => row.goalId !== '')
  const ids = new Set(wanted.map((row) => row.goalId))
  const seen = [...fresh.values()].map(({ row }) => row).filter((row) => ids.has(row.goalId))
  return {
    bookId: book.id,
    rows,
    writes,
    statedSums: input.sums.length,
    sums: sumDifferences(lines, input.sums),
    budgets: budgetDifferences(seen, input.goals),
  }
}

/** Adds up the months of every line that the import touches, marks its rows, and gives what differs from the book. */
function writesOf(
  fresh: ReadonlyMap<string, { row: ExecutionRow; group: PlanRow[] }>,
  stored: readonly ExecutionRow[],
  storedById: ReadonlyMap<string, ExecutionRow>,
): PlannedWrite[] {
  const seriesOf = (row: ExecutionRow) => `${row.line}|${row.source}`
  const touched = grouped(
    [...fresh.values()].map(({ row }) => row),
    seriesOf,
  )
  const kept = grouped(
    stored.filter((row) => touched.has(seriesOf(row)) && !fresh.has(row.id)),
    seriesOf,
  )
  const writes: PlannedWrite[] = []
  for (const [series, own] of touched) {
    const rows = accumulated([...own, ...(kept.get(series) ?? [])])
    const lower = new Map(corrections(rows).map((each) => [each.id, each]))
    for (const row of rows) {
      const before = storedById.get(row.id) ?? null
      const isChanged = before === null || !isSame(row, before)
      if (isChanged) writes.push({ row, before })
      for (const planned of fresh.get(row.id)?.group ?? []) {
        planned.change = before === null ? 'new' : isChanged ? 'changed' : 'same'
        planned.correction = lower.get(row.id) ?? null
        planned.overpaid = isOverpaid(row)
      }
    }
  }
  return writes
}

/** What people decided in earlier imports, by line: the goal, or '' for a line that belongs to none. */
export function decisionsIn(
  rows: readonly Pick<ExecutionRow, 'line' | 'way' | 'goalId'>[],
): Map<string, string> {
  return new Map(rows.filter(({ way }) => way === 'hand').map(({ line, goalId }) => [line, goalId]))
}

/** Whether a row is still as an import saw it; what it would do was planned against that. */
export function isAsPlanned(row: ExecutionRow | undefined, before: ExecutionRow | null): boolean {
  if (!row || !before) return row === undefined && before === null
  return row.importId === before.importId && isSame(row, before)
}

/** A row with the goal that a person set; null says that it belongs to none. */
export function withGoal(row: ExecutionRow, goal: Pick<Goal, 'id' | 'unitId'> | null): ExecutionRow {
  return { ...row, goalId: goal?.id ?? '', unitId: goal?.unitId ?? row.unitId, way: 'hand' }
}
