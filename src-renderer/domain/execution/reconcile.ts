import type { Goal } from '../goals/goal.ts'
import { grouped } from '../grouped.ts'
import { addUp, type Fen } from '../money.ts'
import { type ExecutionRow, isMonth } from './execution.ts'
import { type AmountField, amountFields, type ExecutionLine, type StatedSum } from './line.ts'

/** Why a line cannot be written. */
export type LineFault =
  | { code: 'month-missing' }
  | { code: 'month-outside'; found: number }
  | { code: 'other-year'; found: number }
  | { code: 'amount-unreadable'; field: AmountField; text: string }
  | { code: 'no-amount' }

/** What keeps a line of a ledger out of the book of a year; null where nothing does. */
export function lineFault(line: ExecutionLine, year: number): LineFault | null {
  if (line.month === null) return { code: 'month-missing' }
  if (!isMonth(line.month)) return { code: 'month-outside', found: line.month }
  if (line.year !== null && line.year !== year) return { code: 'other-year', found: line.year }
  const [unreadable] = line.unreadable
  if (unreadable) return { code: 'amount-unreadable', ...unreadable }
  return amountFields.every((field) => line[field] === null) ? { code: 'no-amount' } : null
}

/**
 * Positions of lines that repeat an earlier one: same goal (or line), month, source and all amounts. The first of them
 * stays; lines that pay and were given nothing repeat nothing.
 */
export function duplicates(lines: readonly (ExecutionLine & { identity: string })[]): Set<number> {
  const seen = new Set<string>()
  const repeated = new Set<number>()
  for (const [position, line] of lines.entries()) {
    if (amountFields.every((field) => (line[field] ?? 0) === 0)) continue
    const amounts = amountFields.map((field) => line[field] ?? '')
    const key = [line.identity, line.month, line.source, line.given, ...amounts].join('|')
    if (seen.has(key)) repeated.add(position)
    seen.add(key)
  }
  return repeated
}

export type Correction = { id: string; from: Fen; to: Fen; since: number }

/**
 * Rows of one line and source, in the order of their months, whose 支出 is lower than in the month before that has one:
 * a correction by the treasury (冲减), which is kept, or a wrong month, which a person tells from it.
 */
export function corrections(rows: readonly Pick<ExecutionRow, 'id' | 'month' | 'paid'>[]): Correction[] {
  const found: Correction[] = []
  let before: { month: number; paid: Fen } | null = null
  for (const { id, month, paid } of rows) {
    if (paid === null) continue
    if (paid < (before?.paid ?? 0))
      found.push({ id, from: before?.paid ?? 0, to: paid, since: before?.month ?? 0 })
    before = { month, paid }
  }
  return found
}

/** More paid than the adjusted budget allows; a line without a budget column says nothing. */
export function isOverpaid(row: Pick<ExecutionRow, 'adjusted' | 'paid'>): boolean {
  return row.adjusted !== null && row.paid !== null && row.paid > row.adjusted
}

export type SumDifference = Pick<StatedSum, 'file' | 'sheet' | 'rowNumber' | 'name'> & {
  field: AmountField
  stated: Fen
  summed: Fen
}

const grand = /(合计|总计|共计)/

/**
 * 合计 and 小计 rows whose amounts are not what the lines add up to. A sum may stand for the whole sheet, for the rows
 * since the sum before it, or for the rows up to the next one; one that fits any of them is right. What a wrong one is
 * compared with in the list: the sheet for 合计, else the rows since the sum before.
 */
export function sumDifferences(lines: readonly ExecutionLine[], sums: readonly StatedSum[]): SumDifference[] {
  const differences: SumDifference[] = []
  const linesAt = grouped(lines, placeOf)
  for (const [place, stated] of grouped(sums, placeOf)) {
    const sumOf = sumsBetween(linesAt.get(place) ?? [])
    for (const [index, sum] of stated.entries()) {
      const [before, after] = [stated[index - 1]?.rowNumber ?? 0, stated[index + 1]?.rowNumber ?? last]
      for (const field of amountFields) {
        const amount = sum[field]
        if (amount === null) continue
        const all = sumOf(field, 0, last) ?? 0
        const above = sumOf(field, before, sum.rowNumber)
        if ([all, above, sumOf(field, sum.rowNumber, after)].includes(amount)) continue
        const { file, sheet, rowNumber, name } = sum
        const summed = grand.test(name) ? all : (above ?? 0)
        differences.push({ file, sheet, rowNumber, name, field, stated: amount, summed })
      }
    }
  }
  return differences
}

const last = Number.MAX_SAFE_INTEGER

/**
 * Sums of a field over the rows between two row numbers: every line is added once, however many sums are asked for; null
 * where no row stands between them, which explains no sum.
 */
function sumsBetween(lines: readonly ExecutionLine[]) {
  const rows = lines.toSorted((left, right) => left.rowNumber - right.rowNumber)
  const running = new Map(
    amountFields.map((field) => {
      let sum = 0
      return [field, [0, ...rows.map((row) => (sum += row[field] ?? 0))]] as const
    }),
  )
  if ([...running.values()].some((sums) => !Number.isSafeInteger(sums.at(-1) ?? 0))) {
    throw new RangeError('amount outside the safe integers')
  }
  /** How many rows stand above a row number. */
  function above(rowNumber: number): number {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((rows[middle]?.rowNumber ?? last) < rowNumber) low = middle + 1
      else high = middle
    }
    return low
  }
  return (field: AmountField, after: number, before: number): Fen | null => {
    const sums = running.get(field) ?? []
    const [end, start] = [above(before), above(after + 1)]
    return end <= start ? null : (sums[end] ?? 0) - (sums[start] ?? 0)
  }
}

function placeOf({ file, sheet, month }: Pick<StatedSum, 'file' | 'sheet' | 'month'>): string {
  return `${file}|${sheet}|${month ?? ''}`
}

export type BudgetDifference = { goalId: string; budget: Fen; ledger: Fen }

/**
 * Goals whose 申报 budget is not the 年初预算 of the treasury (the adjusted one where the ledger has no other), in the
 * newest month that each goal has. Goals without a total and lines without a budget say nothing.
 */
export function budgetDifferences(
  rows: readonly Pick<ExecutionRow, 'goalId' | 'month' | 'initial' | 'adjusted'>[],
  goals: ReadonlyMap<string, Pick<Goal, 'total'>>,
): BudgetDifference[] {
  const differences: BudgetDifference[] = []
  for (const [goalId, own] of grouped(rows, (row) => row.goalId)) {
    const budget = goals.get(goalId)?.total ?? null
    if (goalId === '' || budget === null) continue
    const newest = Math.max(...own.map(({ month }) => month))
    const amounts = own
      .filter(({ month }) => month === newest)
      .flatMap(({ initial, adjusted }) => initial ?? adjusted ?? [])
    const ledger = addUp(amounts)
    if (amounts.length > 0 && ledger !== budget) differences.push({ goalId, budget, ledger })
  }
  return differences
}
