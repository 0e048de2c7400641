import { desktop } from '#desktop'
import type { ReportFigures, ReportPart } from '#domain/monitoring/report-figures'
import type { RoundReport } from '#domain/monitoring/round-report'
import type { YearBook } from '#domain/year-book'
import { leavingOf } from '#storage/leaving'
import { localToday } from '#storage/local-day'
import { chartSvg, pngOf } from '#ui/chart-picture'
import { reportPictures } from './pictures.ts'

type Shown = {
  report: RoundReport
  figures: ReportFigures
  texts: Readonly<Record<ReportPart, string>>
  book: YearBook
}

/** 导出 Word: the report with its pictures; the sentence to say, or null where it was cancelled. */
export async function exportReport({ report, figures, texts, book }: Shown): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, { figures, texts, opinions: report.opinions })
  const { roundReportDocument } = await import('#reports/round-report')
  const pictures = await Promise.all(
    reportPictures(open.figures).map(async ({ title, option, width, height }) => {
      const png = await pngOf(await chartSvg(option, width, height), width, height)
      return { title, png, width, height }
    }),
  )
  const bytes = await roundReportDocument({
    office: book.identity.office,
    year: book.year,
    ...open,
    pictures,
    isFinal: report.state === 'final',
    writtenOn: localToday(),
  })
  const saved = await desktop.saveFile(`${report.name}.docx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}

/** 导出 Excel: the lists of the report. */
export async function exportLists({ report, figures, book }: Omit<Shown, 'texts'>): Promise<string | null> {
  const { open, note } = await leavingOf(book.id, figures)
  const { roundReportWorkbook } = await import('#excel/write-round-report')
  const bytes = await roundReportWorkbook(open, { year: book.year, office: book.identity.office })
  const saved = await desktop.saveFile(`${report.name}附表.xlsx`, bytes)
  return saved && `已导出 ${saved.name}，存放在${saved.place}。${note}`
}
