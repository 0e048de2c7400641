import { expect } from 'vitest'
import type { ReadForm } from '#domain/goals/read-form'
import { proposeMapping } from '#excel/flat-mapping'
import { readFlat } from '#excel/read-flat'
import { readSheets } from '#excel/read-workbook'
import { type Row, workbookOf } from './written-sheet.ts'

/** What is read from one sheet. */
export function ledgersOf(rows: readonly Row[], merges: readonly string[] = [], name = '台账.xlsx') {
  return readSheets(workbookOf(rows, merges), name)
}

/** The one ledger of a sheet, with what is proposed for it. */
export function ledgerOf(rows: readonly Row[], merges: readonly string[] = []) {
  const reading = ledgersOf(rows, merges)
  expect(reading.forms).toEqual([])
  const [ledger] = reading.ledgers
  if (!ledger) throw new Error('no ledger found')
  return { ledger, mapping: proposeMapping(ledger) }
}

/** Its rows as forms, as it is proposed. */
export function formsOf(rows: readonly Row[], merges: readonly string[] = []): ReadForm[] {
  const { ledger, mapping } = ledgerOf(rows, merges)
  return readFlat(ledger, mapping)
}

export const plainHead = ['序号', '单位名称', '项目名称', '资金总额（万元）', '年度绩效目标']
