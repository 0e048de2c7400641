import { desktop } from '#desktop'
import { executionNotices, executionStates, type LedgerLine } from '#domain/execution/ledger'
import type { YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { isKnown } from './execution-rows.ts'

/** 导出 the ledger as it is filtered; the sentence to say, or null where it was cancelled. */
export async function exportExecutions(
  rows: readonly LedgerLine[],
  month: number,
  book: YearBook,
): Promise<string | null> {
  const { executionWorkbook } = await import('#excel/write-executions')
  const { open, note } = await leavingOf(book.id, rows)
  const lines = open.map(({ name, code, unitName, figures, reference, state, notices }) => ({
    ...{ name, code, unitName, figures, reference, state: executionStates[state] },
    isKnown: isKnown({ state }),
    notices: notices.map((notice) => executionNotices[notice]).join('、'),
  }))
  const bytes = await executionWorkbook(lines, { year: book.year, month, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年1-${month}月预算执行台账.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
