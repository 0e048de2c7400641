import { desktop } from '#desktop'
import { adjustmentStates } from '#domain/adjustments/adjustment'
import { formNames } from '#domain/unit-names'
import type { Unit, YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { localDay } from '#storage/local-day'
import { type AdjustmentRow, sizes, type UnitSumRow } from './adjustment-rows.ts'

/** 导出台账: the applications that are shown and their sums by unit. Returns what to say; null when cancelled. */
export async function exportAdjustments(
  rows: readonly AdjustmentRow[],
  sums: readonly UnitSumRow[],
  book: YearBook,
  units: readonly Unit[],
): Promise<string | null> {
  const { adjustmentsWorkbook } = await import('#excel/write-adjustments')
  const unitById = new Map(units.map((unit) => [unit.id, unit]))
  const { open, note } = await leavingOf(book.id, rows)
  const lines = open.map((row) => {
    const { department, unit } = formNames(row.unitId, unitById, book.year)
    const { adjustment } = row
    return {
      department,
      unit,
      name: row.name,
      number: row.number,
      before: row.before,
      after: row.after,
      change: row.change,
      size: row.major ? sizes.major : sizes.minor,
      state: adjustmentStates[row.state],
      approvedOn: adjustment.appliedAt === '' ? '' : localDay(adjustment.appliedAt),
      reason: adjustment.reason,
      budgetEffect: adjustment.budgetEffect,
    }
  })
  const heading = { year: book.year, office: book.identity.office }
  const bytes = await adjustmentsWorkbook(lines, sums, heading)
  const saved = await desktop.saveFile(`${book.year}年度绩效目标调整台账.xlsx`, bytes)
  return saved && `已导出 ${saved.name}（${open.length} 份申请），存放在${saved.place}。${note}`
}
