import type { Day, Moment } from '../dates.ts'
import { monthsText } from '../monitoring/round.ts'
import type { Board } from './board.ts'
import type { ProjectLine } from './project-lines.ts'

/** 冻结: the board as it was on a day, with the projects behind its numbers. Never changed afterwards. */
export type Snapshot = {
  id: string
  bookId: string
  name: string
  asOf: Day
  board: Board
  lines: readonly ProjectLine[]
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a frozen board is called unless somebody says otherwise: months, scope and day. */
export function snapshotName({ filter, scope, asOf }: Pick<Board, 'filter' | 'scope' | 'asOf'>): string {
  return [`${monthsText(filter.month)}看板`, scope, asOf].filter(Boolean).join(' ')
}
