import { AppError } from '#domain/errors'
import { reportFigures } from '#domain/monitoring/report-figures'
import { type RoundReport, type RoundReportStep, roundReportFlow } from '#domain/monitoring/round-report'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { sectionsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { movedReport } from '#storage/round-report-record'
import { reportFacts } from '#storage/round-reports'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes a report a step along its road. 征求意见 asks every section that has objects in the round; 定稿 keeps the figures.
 * Throws why it cannot: `opinion-unanswered` and what the table says.
 */
export async function takeRoundReportStep(
  id: string,
  seenRevision: number,
  wanted: RoundReportStep,
  by: Actor,
): Promise<RoundReport> {
  const seen = asSeen(await db.roundReports.get(id), seenRevision)
  const book = await bookById(seen.bookId)
  const facts = book && (await reportFacts(book, seen.roundId))
  if (!facts) throw new AppError('not-found')
  const figures = reportFigures(facts)
  const concerned = new Set(figures.sections.map(({ sectionId }) => sectionId))
  const sections = (await sectionsOf(seen.bookId)).filter((section) => concerned.has(section.id))
  const stamp = newStamp(by)
  const { verb } = stepOf(roundReportFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary: `总报告${verb}：${seen.name}` }
  return write(stamp, entry, ['roundReports'], async (writer) => {
    const report = asSeen(await db.roundReports.get(id), seenRevision)
    const moved = movedReport(stamp, report, wanted, { figures, sections })
    await writer.put('roundReports', [moved])
    return moved
  })
}
