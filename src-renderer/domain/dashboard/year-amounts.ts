import { months } from '../execution/execution.ts'
import type { Fen } from '../money.ts'
import type { TreasuryRow } from './facts.ts'

/** Amounts of one owner cumulative to the end of each month, January first; null where no ledger gave them. */
export type YearAmounts = {
  initial: (Fen | null)[]
  adjusted: (Fen | null)[]
  allocated: (Fen | null)[]
  paid: (Fen | null)[]
}

const fields = ['initial', 'adjusted', 'allocated', 'paid'] as const
type Field = (typeof fields)[number]

/** What a sum is made of so far: how many amounts, and their sum. */
type Running = Record<Field, { count: number; sum: Fen }>

function running(): Running {
  const nothing = () => ({ count: 0, sum: 0 })
  return { initial: nothing(), adjusted: nothing(), allocated: nothing(), paid: nothing() }
}

function change(sums: Running, row: TreasuryRow, by: 1 | -1): void {
  for (const field of fields) {
    const amount = row[field]
    if (amount === null) continue
    const sum = sums[field]
    sum.count += by
    sum.sum += by * amount
    if (!Number.isSafeInteger(sum.sum)) throw new RangeError('amount outside the safe integers')
  }
}

/**
 * The amounts of every owner for every month in one pass: of each line and source the newest row up to the month counts,
 * for the owner that this row names (see `stateAt`, which decides the same for one month).
 */
export function amountsByOwner(
  rows: readonly TreasuryRow[],
  ownerOf: (row: TreasuryRow) => string,
): Map<string, YearAmounts> {
  const newest = new Map<string, { row: TreasuryRow; sums: Running }>()
  const owners = new Map<string, { sums: Running; amounts: YearAmounts }>()
  const ofMonth = months.map((): TreasuryRow[] => [])
  for (const row of rows) ofMonth[row.month - 1]?.push(row)
  for (const list of ofMonth) {
    for (const row of list) {
      const key = `${row.line}|${row.source}`
      const known = newest.get(key)
      // A second row of the same month does not replace the first, as in `stateAt`.
      if (known && known.row.month === row.month) continue
      if (known) change(known.sums, known.row, -1)
      const id = ownerOf(row)
      const owner = owners.get(id) ?? { sums: running(), amounts: emptyAmounts() }
      owners.set(id, owner)
      change(owner.sums, row, 1)
      newest.set(key, { row, sums: owner.sums })
    }
    for (const { sums, amounts } of owners.values())
      for (const field of fields) amounts[field].push(sums[field].count === 0 ? null : sums[field].sum)
  }
  return new Map([...owners].map(([id, { amounts }]) => [id, filled(amounts)]))
}

/** An owner that appears late had nothing in the months before. */
function filled(amounts: YearAmounts): YearAmounts {
  for (const field of fields) while (amounts[field].length < months.length) amounts[field].unshift(null)
  return amounts
}

function emptyAmounts(): YearAmounts {
  return { initial: [], adjusted: [], allocated: [], paid: [] }
}
