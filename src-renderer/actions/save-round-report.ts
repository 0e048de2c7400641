import { AppError } from '#domain/errors'
import type { ReportPart } from '#domain/monitoring/report-figures'
import type { Adoption, RoundReport } from '#domain/monitoring/round-report'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { revisedReport } from '#storage/round-report-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What 监督与绩效管理科 writes: a text in place of the draft ('' gives the draft back), or what became of an opinion. */
export type ReportChange = {
  texts?: Readonly<Partial<Record<ReportPart, string>>>
  answers?: readonly { sectionId: string; adopted: Adoption | ''; answer: string }[]
}

/** Saves texts and answers of a report. Throws `not-allowed` where it is final. */
export async function saveRoundReport(
  id: string,
  seenRevision: number,
  change: ReportChange,
  by: Actor,
): Promise<RoundReport> {
  const seen = asSeen(await db.roundReports.get(id), seenRevision)
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-round-report',
    bookId: seen.bookId,
    summary: `修改总报告：${seen.name}`,
  }
  return write(stamp, entry, ['roundReports'], async (writer) => {
    const report = asSeen(await db.roundReports.get(id), seenRevision)
    if (report.state === 'final') throw new AppError('not-allowed')
    const saved = revisedReport(stamp, report, {
      texts: { ...report.texts, ...change.texts },
      opinions: report.opinions.map((opinion) => {
        const answer = change.answers?.find(({ sectionId }) => sectionId === opinion.sectionId)
        return answer ? { ...opinion, adopted: answer.adopted, answer: answer.answer } : opinion
      }),
    })
    await writer.put('roundReports', [saved])
    return saved
  })
}
