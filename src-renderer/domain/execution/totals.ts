import type { FundingSource } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { addUp, addUpBy, type Fen } from '../money.ts'
import type { ExecutionRow } from './execution.ts'
import { amountAt, rateOf, type Share } from './rate.ts'

/** Amounts of a goal, or of many, at the end of a month, in 分. */
export type Figures = {
  /** 申报 (批复) budget of the goals. */
  budget: Fen
  /** 年初预算, 调整后预算, 指标下达 and 支出 of the treasury. */
  initial: Fen
  adjusted: Fen
  allocated: Fen
  paid: Fen
  /** What should have been paid by the reference. */
  reference: Fen
  /** Paid less reference: negative means behind. */
  gap: Fen
  /** 支出 by the same month of last year. */
  lastYear: Fen
  /** Paid of adjusted, and reference of adjusted; null where there is no budget. */
  rate: Share | null
  referenceRate: Share | null
}

/** A goal as the totals need it. */
type TotalledGoal = {
  total: Fen | null
  /** Its planned share at the end of the month. */
  reference: Share
  lastYear: Fen
}

type Treasury = Pick<ExecutionRow, 'initial' | 'adjusted' | 'allocated' | 'paid'>

/**
 * The state of the treasury's lines at the end of a month: of each line and source the newest row up to it, since all
 * amounts are cumulative. A line that the ledger of the month no longer has stays at what was paid.
 */
export function stateAt<Row extends Pick<ExecutionRow, 'line' | 'source' | 'month'>>(
  rows: readonly Row[],
  month: number,
): Row[] {
  const newest = new Map<string, Row>()
  for (const row of rows) {
    if (row.month > month) continue
    const key = `${row.line}|${row.source}`
    const known = newest.get(key)
    if (!known || known.month < row.month) newest.set(key, row)
  }
  return [...newest.values()]
}

/** What the treasury has of each goal at the end of a month; lines without a goal stand under ''. */
export function treasuryByGoal(
  rows: readonly (Treasury & Pick<ExecutionRow, 'goalId' | 'line' | 'source' | 'month'>)[],
  month: number,
): Map<string, Treasury> {
  const groups = grouped(stateAt(rows, month), (row) => row.goalId)
  return new Map([...groups].map(([goalId, own]) => [goalId, treasuryOf(own)]))
}

/** 支出 of each goal by source at the end of a month; a source of which the ledger says nothing is left out. */
export function paidBySource(
  rows: readonly ExecutionRow[],
  month: number,
): Map<string, Map<ExecutionRow['source'], Fen>> {
  const found = new Map<string, Map<ExecutionRow['source'], Fen>>()
  for (const { goalId, source, paid } of stateAt(rows, month)) {
    if (goalId === '' || paid === null) continue
    const sources = found.get(goalId) ?? new Map<ExecutionRow['source'], Fen>()
    sources.set(source, addUp([sources.get(source) ?? 0, paid]))
    found.set(goalId, sources)
  }
  return found
}

/** Budget and 支出 of a goal by source, in 分; null where the ledger does not say it. */
export type SourceFunds = { source: FundingSource; revised: Fen | null; paid: Fen | null }

/**
 * What the treasury knows of each goal by source at the end of a month; the 年初预算 stands where nothing was adjusted. What
 * comes without a source is the county's own general budget: the treasury's ledger is of fiscal money.
 */
export function fundsBySource(rows: readonly ExecutionRow[], month: number): Map<string, SourceFunds[]> {
  const found = new Map<string, SourceFunds[]>()
  const matched = stateAt(rows, month).filter(({ goalId }) => goalId !== '')
  for (const [goalId, own] of grouped(matched, (row) => row.goalId)) {
    const bySource = grouped(own, ({ source }): FundingSource => source || 'general-local')
    const funds = [...bySource].map(([source, lines]) => {
      const { initial, adjusted, paid } = treasuryOf(lines)
      return { source, revised: adjusted ?? initial, paid }
    })
    found.set(goalId, funds)
  }
  return found
}

/** The sums of lines of one goal; null in a column that none of them has. */
export function treasuryOf(rows: readonly Treasury[]): Treasury {
  const sum = (field: keyof Treasury): Fen | null => {
    const amounts = rows.flatMap((row) => row[field] ?? [])
    return amounts.length === 0 ? null : addUp(amounts)
  }
  return {
    initial: sum('initial'),
    adjusted: sum('adjusted'),
    allocated: sum('allocated'),
    paid: sum('paid'),
  }
}

/**
 * The figures of one goal. Where the treasury has no adjusted budget its 年初 counts, else that of the goal: a project
 * of which nothing was paid yet is behind its plan all the same.
 */
export function figuresOfGoal(goal: TotalledGoal, treasury: Treasury | undefined): Figures {
  const budget = goal.total ?? 0
  const initial = treasury?.initial ?? budget
  const adjusted = treasury?.adjusted ?? initial
  return withRates({
    budget,
    initial,
    adjusted,
    allocated: treasury?.allocated ?? 0,
    paid: treasury?.paid ?? 0,
    reference: amountAt(adjusted, goal.reference),
    lastYear: goal.lastYear,
  })
}

function withRates(sums: Omit<Figures, 'gap' | 'rate' | 'referenceRate'>): Figures {
  return {
    budget: sums.budget,
    initial: sums.initial,
    adjusted: sums.adjusted,
    allocated: sums.allocated,
    paid: sums.paid,
    reference: sums.reference,
    lastYear: sums.lastYear,
    gap: sums.paid - sums.reference,
    rate: rateOf(sums.paid, sums.adjusted),
    referenceRate: rateOf(sums.reference, sums.adjusted),
  }
}

/** Sums of figures; the rates are those of the sums, never a mean of rates. */
export function sumFigures(all: readonly Figures[]): Figures {
  const sum = (field: 'budget' | 'initial' | 'adjusted' | 'allocated' | 'paid' | 'reference' | 'lastYear') =>
    addUpBy(all, (each) => each[field])
  return withRates({
    budget: sum('budget'),
    initial: sum('initial'),
    adjusted: sum('adjusted'),
    allocated: sum('allocated'),
    paid: sum('paid'),
    reference: sum('reference'),
    lastYear: sum('lastYear'),
  })
}
