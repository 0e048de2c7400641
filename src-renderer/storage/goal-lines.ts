import { db } from './database.ts'
import { byRanges } from './line-reading.ts'
import { linesIn } from './lines.ts'
import type { GoalRow } from './records.ts'

/** The ledger's row of every goal of a book. */
export const goalLines = linesIn<GoalRow, GoalRow>({
  table: 'goals',
  reading: byRanges(db.goalRows),
  baseOf: () => '',
  lineOf: (row) => row,
})
