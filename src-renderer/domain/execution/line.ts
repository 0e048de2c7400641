import type { FundingSource } from '../goals/goal.ts'
import type { Fen } from '../money.ts'
import type { ExecutionAmounts } from './execution.ts'

export const amountLabels = {
  initial: '年初预算',
  adjusted: '调整后预算',
  allocated: '指标下达',
  stated: '支出',
} as const
export type AmountField = keyof typeof amountLabels
export const amountFields = Object.keys(amountLabels) as AmountField[] // the keys of the table above

/** A row of the treasury's ledger as it was read, in one month; a row with a column a month gives a line for each. */
export type ExecutionLine = Omit<ExecutionAmounts, 'paid'> & {
  file: string
  sheet: string
  rowNumber: number
  code: string
  name: string
  unitName: string
  source: FundingSource | ''
  /** Year and month as they stand there; null where nothing readable stands there. */
  year: number | null
  month: number | null
  given: 'cumulative' | 'monthly'
  stated: Fen | null
  /** Cells that should be amounts and are not. */
  unreadable: { field: AmountField; text: string }[]
}

/** A 合计 or 小计 of a ledger: never a line, but what the lines must add up to. */
export type StatedSum = Pick<
  ExecutionLine,
  'file' | 'sheet' | 'rowNumber' | 'month' | 'initial' | 'adjusted' | 'allocated' | 'stated'
> & { name: string }

const sourceWords: readonly [FundingSource, RegExp][] = [
  ['fiscal-account', /专户/],
  ['carryover', /结转|结余/],
  ['fund-upper', /基金.*(上级|中央|省|市)|(上级|中央|省|市).*政府性基金/],
  ['insurance', /社(会)?保(险)?/],
  ['fund-local', /政府性基金/],
  ['capital', /国有资本/],
  ['general-upper', /上级|中央|省级|省补|市级|市补|转移支付/],
  ['general-local', /一般公共预算|公共预算|本级|县级|区级|财政拨款/],
  ['unit', /单位(自有|自筹)?资金|自有|自筹|事业收入/],
  ['other', /其他/],
]

/** 资金来源 (资金性质) as ledgers word it; '' where the words say nothing known. */
export function sourceOf(text: string): FundingSource | '' {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return sourceWords.find(([, words]) => words.test(plain))?.[0] ?? ''
}

/**
 * The month that a cell or a title names: `7`, `07`, `7月`, `2026-07`, `202607`, `1-7月`, `截至2026年7月31日` (the last
 * one of several). Null where it names none; 13 stays 13, for the check to tell.
 */
export function monthOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const named = [...plain.matchAll(/(\d{1,2})月/g)].at(-1)?.[1]
  if (named !== undefined) return Number(named)
  const dated = /^20\d{2}[-/.年]?(\d{1,2})(?:[-/.]\d{1,2})?$/.exec(plain)?.[1]
  if (dated !== undefined) return Number(dated)
  return /^\d{1,2}$/.test(plain) ? Number(plain) : null
}

/** The year that a cell or a title names. */
export function yearOf(text: string): number | null {
  const found = /20\d{2}/.exec(text.normalize('NFKC'))?.[0]
  return found === undefined ? null : Number(found)
}
