import { ledgerLines } from '#domain/execution/ledger'
import type { YearBook } from '#domain/year-book'
import { unitsOf } from './base-data.ts'
import { boardPartsOf } from './board-make.ts'
import { stateOf } from './board-state.ts'
import type { ExecutionLedger } from './execution-ledger.ts'

/** Works a ledger out, from what the board keeps where that is quicker than reading every row. */
export async function ledgerOfParts(book: YearBook, wanted: number): Promise<ExecutionLedger> {
  const [{ goals, rows }, units] = await Promise.all([
    boardPartsOf(book, await stateOf(book)),
    unitsOf(book.id),
  ])
  const months = [...new Set(rows.map(({ month }) => month))].toSorted((left, right) => left - right)
  const month = wanted || (months.at(-1) ?? 1)
  return { month, months, lines: ledgerLines({ goals, units, rows, month }) }
}
