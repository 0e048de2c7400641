import { desktop } from '#desktop'
import { secretsOf, secretWordsIn } from '#domain/exchange/secrets'
import type { RegisterEntry } from '#domain/supervision/register'
import type { YearReportFacts } from '#domain/supervision/year-report'
import type { YearBook } from '#domain/year-book'
import { goalsOf } from '#storage/goals'

/** 导出 Word: refused, in a sentence, while something 涉密 stands in the text; null where it was cancelled. */
export async function exportYearReport(
  { title, chapters, values, day }: RegisterEntry,
  facts: YearReportFacts,
  book: YearBook,
): Promise<string | null> {
  const words = secretWordsIn(JSON.stringify([title, chapters]), secretsOf(await goalsOf(book.id)))
  if (words.length > 0) return `报告里写有涉密项目“${words[0]}”，没有导出。请先删去。`
  const { yearReportDocument } = await import('#reports/year-report')
  const bytes = await yearReportDocument({ name: title, chapters, facts, writtenOn: day })
  const receiver = values.to === 'government' ? '报政府' : '报人大'
  const saved = await desktop.saveFile(`${book.year}年度预算绩效管理工作报告（${receiver}）.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
