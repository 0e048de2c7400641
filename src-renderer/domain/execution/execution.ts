import type { Moment } from '../dates.ts'
import type { FundingSource } from '../goals/goal.ts'
import type { Fen } from '../money.ts'

/** The months of a fiscal year, 1–12. */
export const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

export function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12
}

/** How a line found its goal; '' where it found none. */
export const matchWays = { code: '项目代码', name: '名称和单位', hand: '人工指定', '': '未匹配' } as const
export type MatchWay = keyof typeof matchWays

/** The amounts of a line of the treasury's ledger, in 分; null where the ledger does not have the column. */
export type ExecutionAmounts = {
  /** 年初预算. */
  initial: Fen | null
  /** 调整后预算. */
  adjusted: Fen | null
  /** 指标下达, cumulative to the month. */
  allocated: Fen | null
  /** 支出, cumulative from January to the month, whatever the ledger gave. */
  paid: Fen | null
}

/**
 * 预算执行: one line of the treasury's ledger in one month and from one source of money. All amounts are cumulative to
 * the end of the month: a ledger of single months is summed when it is read, and `stated` keeps what it said.
 */
export type ExecutionRow = ExecutionAmounts & {
  /** Follows from book, line, month and source (see `executionId`): the same line read again is the same row. */
  id: string
  bookId: string
  /** '' while no goal is found. */
  goalId: string
  /** Unit of the goal, else the unit of that name or code; '' where there is none. */
  unitId: string
  importId: string
  month: number
  /** '' where the ledger does not tell sources apart. */
  source: FundingSource | ''
  /** What identifies the line in every ledger: see `lineKey`. */
  line: string
  way: MatchWay
  /** 项目编码, 项目名称 and 预算单位 as written. */
  code: string
  name: string
  unitName: string
  /** What 支出 of the ledger means, and what it said there. */
  given: 'cumulative' | 'monthly'
  stated: Fen | null
  /** Where it stands: the first of the ledger's rows that make up the line. */
  rowNumber: number
  file: string
}

/** What an import of execution did, for looking up and for taking it back. */
export type ExecutionImport = {
  id: string
  bookId: string
  at: Moment
  by: string
  name: string
  files: string[]
  months: number[]
  /** Ids of rows that were not there before. */
  added: string[]
  /** Rows as they were before the import replaced them. */
  replaced: ExecutionRow[]
  matched: number
  unmatched: number
  /** Sum of 支出 of the newest month, and of how many rows of the ledger. */
  paid: Fen
  read: number
  /** '' until it was taken back. */
  undoneAt: Moment | ''
}

/** A text as lines and names are compared: width, case, white space and marks do not count. */
export function compared(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\u200b\ufeff]/gu, '')
}

/** The line of a ledger: its project code, else unit and name. */
export function lineKey(line: { code: string; name: string; unitName: string }): string {
  const code = compared(line.code)
  return code === '' ? `name:${compared(line.unitName)}:${compared(line.name)}` : `code:${code}`
}

/** Id of the row of a line in a month. */
export function executionId(bookId: string, line: string, month: number, source: string): string {
  return `${bookId}|${line}|${String(month).padStart(2, '0')}|${source}`
}

/**
 * 支出 of one line and source cumulative to each month, from what the ledgers stated month by month: a cumulative amount
 * stands as it is, a monthly one is added to the month before. Months without a row count as nothing paid in them.
 * The rows come back in the order of the months; they must be of one line and source, one row a month.
 */
export function accumulated<Row extends Pick<ExecutionRow, 'month' | 'given' | 'stated' | 'paid'>>(
  rows: readonly Row[],
): Row[] {
  let before = 0
  return rows
    .toSorted((left, right) => left.month - right.month)
    .map((row) => {
      if (row.stated === null) return row.paid === null ? row : { ...row, paid: null }
      const paid = row.given === 'monthly' ? before + row.stated : row.stated
      if (!Number.isSafeInteger(paid)) throw new RangeError('amount outside the safe integers')
      before = paid
      return row.paid === paid ? row : { ...row, paid }
    })
}
