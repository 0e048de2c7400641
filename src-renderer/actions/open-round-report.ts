import { AppError } from '#domain/errors'
import { openedReport, type RoundReport } from '#domain/monitoring/round-report'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { roundReportsOf } from '#storage/round-reports'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 编写总报告: begins the report of a round. Throws `not-allowed` where it has one. */
export async function openRoundReport(roundId: string, by: Actor): Promise<RoundReport> {
  const seen = await db.rounds.get(roundId)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'open-round-report',
    bookId: seen.bookId,
    summary: `编写总报告：${seen.name}`,
  }
  return write(stamp, entry, ['roundReports'], async (writer) => {
    const others = await roundReportsOf(seen.bookId)
    if (others.some((report) => report.roundId === roundId)) throw new AppError('not-allowed')
    const report = openedReport(seen, { id: stamp.nextId(), at: stamp.at, by: stamp.by })
    await writer.put('roundReports', [report])
    return report
  })
}
