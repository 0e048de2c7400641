import { desktop } from '#desktop'
import { type DismissedFinding, dividedFindings } from '#domain/analysis/finding'
import type { YearBook } from '#domain/year-book'
import { breather } from '#exchange/pause'
import { analysisOf } from '#storage/analysis'

/** Saves the findings that stand for the budget talks, without secret projects; the sentence that says so. */
export async function exportAnalysis(
  book: YearBook,
  dismissed: readonly DismissedFinding[],
): Promise<string | null> {
  const { open } = dividedFindings(await analysisOf(book, breather(), true), dismissed)
  const { writeAnalysis } = await import('#excel/write-analysis')
  const bytes = await writeAnalysis(open, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${book.year}年度预算分析.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
