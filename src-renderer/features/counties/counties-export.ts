import { desktop } from '#desktop'
import { formatRate, rateOf } from '#domain/execution/rate'
import type { YearBook } from '#domain/year-book'
import type { County } from '#storage/counties'

/** Saves 区县汇总 as a workbook; the sentence that says so, null when cancelled. */
export async function exportCounties(counties: readonly County[], book: YearBook): Promise<string | null> {
  const lines = counties.flatMap(({ book: own, summary }) =>
    summary ? [{ region: own.identity.regionName, at: own.collected?.at ?? '', summary }] : [],
  )
  const { writeCounties } = await import('#excel/write-counties')
  const rate = (paid: number, budget: number) => formatRate(rateOf(paid, budget))
  const bytes = await writeCounties(lines, { year: book.year, office: book.identity.office, rate })
  const saved = await desktop.saveFile(`${book.year}年度区县绩效管理汇总.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
