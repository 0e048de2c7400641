import { desktop } from '#desktop'
import type { ReportFacts } from '#domain/evaluation/report-texts'
import type { YearBook } from '#domain/year-book'
import { localToday } from '#storage/local-day'
import { chartSvg, pngOf } from '#ui/chart-picture'
import { resultPictures } from './result-pictures.ts'

/** 导出报告: the Word report with its pictures and annexes; the sentence to say, or null where it was cancelled. */
export async function exportReport(facts: ReportFacts, book: YearBook): Promise<string | null> {
  const { evaluationReport } = await import('#reports/evaluation-report')
  const pictures = await Promise.all(
    resultPictures(facts.result).map(async ({ title, option, width, height }) => {
      const png = await pngOf(await chartSvg(option, width, height), width, height)
      return { title, png, width, height }
    }),
  )
  const bytes = await evaluationReport({ facts, pictures, writtenOn: localToday() })
  const saved = await desktop.saveFile(`${facts.task.name}绩效评价报告（${book.year}年）.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}

/** 导出评分表: scores, experts, problems and replies as a workbook. */
export async function exportScores(facts: ReportFacts, book: YearBook): Promise<string | null> {
  const { evaluationResultWorkbook } = await import('#excel/write-evaluation-result')
  const saved = await desktop.saveFile(
    `${facts.task.name}绩效评价评分表（${book.year}年）.xlsx`,
    await evaluationResultWorkbook(facts),
  )
  return saved && `已导出 ${saved.name}，存放在${saved.place}。`
}
