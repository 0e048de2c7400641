import { addUp, type Fen } from '../money.ts'
import type { Carried, ExchangeTable } from './contents.ts'
import type { Counts, Totals } from './package.ts'

/** 控制数 of a table: what is summed of its records, in 分. */
const sums: Readonly<Partial<Record<ExchangeTable, { name: string; of: (record: Carried) => Fen | null }>>> =
  {
    goals: { name: '目标资金总额', of: (goal) => amount(goal.total) },
    monitorings: { name: '监控执行数', of: (form) => columnOf(form, 'paid') },
    selfEvaluations: { name: '自评全年执行数', of: (form) => columnOf(form, 'paid') },
    executions: { name: '国库支出', of: (row) => amount(row.paid) },
    disposals: { name: '处置金额', of: (disposal) => amount(disposal.amount) },
  }

function amount(value: unknown): Fen | null {
  return typeof value === 'number' ? value : null
}

/** The column of a money block; null where nothing is filled. */
function columnOf({ funds }: Carried, column: string): Fen | null {
  if (!Array.isArray(funds)) return null
  return addUp(funds.map((row: Record<string, unknown>) => amount(row[column])))
}

/** Counts and sums of what a package carries, reckoned a record at a time. */
export function tally(): {
  add: (table: ExchangeTable, record: Carried) => void
  counts: () => Counts
  totals: () => Totals
} {
  const counts = new Map<string, number>()
  const totals = new Map<string, Fen>()
  return {
    add(table, record) {
      counts.set(table, (counts.get(table) ?? 0) + 1)
      const sum = sums[table]
      if (sum) totals.set(sum.name, addUp([totals.get(sum.name) ?? 0, sum.of(record)]))
    },
    counts: () => Object.fromEntries(counts),
    totals: () => Object.fromEntries(totals),
  }
}

/** Counts or sums of several pieces of a package as one, in the same unit. Throws RangeError outside the safe integers. */
export function together(pieces: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const names = new Set(pieces.flatMap((piece) => Object.keys(piece)))
  return Object.fromEntries([...names].map((name) => [name, addUp(pieces.map((piece) => piece[name] ?? 0))]))
}
