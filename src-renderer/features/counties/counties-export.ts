import { desktop } from '#desktop'
import { formatRate, rateOf } from '#domain/execution/rate'
import type { YearBook } from '#domain/year-book'
import type { County, CountyGoal } from '#storage/counties'
import { leavingOf } from '#storage/leaving'
import { localDay } from '#storage/local-day'

/** Saves 区县汇总 as a workbook; the sentence that says so, null when cancelled. */
export async function exportCounties(counties: readonly County[], book: YearBook): Promise<string | null> {
  const lines = counties.flatMap(({ book: own, summary }) =>
    summary
      ? [{ region: own.identity.regionName, day: own.collected ? localDay(own.collected.at) : '', summary }]
      : [],
  )
  const { writeCounties } = await import('#excel/write-counties')
  const rate = (paid: number, budget: number) => formatRate(rateOf(paid, budget))
  const bytes = await writeCounties(lines, { year: book.year, office: book.identity.office, rate })
  const saved = await desktop.saveFile(`${book.year}年度区县绩效管理汇总.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** Saves 汇总台账 as it is shown; the sentence that says so, null when cancelled. */
export async function exportCountyLedger(
  goals: readonly CountyGoal[],
  book: YearBook,
): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, goals)
  const { writeCountyLedger } = await import('#excel/write-counties')
  const bytes = await writeCountyLedger(open, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度区县目标汇总台账.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
