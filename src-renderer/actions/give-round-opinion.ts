import { AppError } from '#domain/errors'
import type { OpinionVerdict, RoundReport } from '#domain/monitoring/round-report'
import { type Actor, isLimited } from '#domain/people/duties'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { localDay } from '#storage/local-day'
import { asSeen } from '#storage/revision'
import { revisedReport } from '#storage/round-report-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 反馈意见: what a section says of the draft. A changed opinion takes its answer away. Throws `not-allowed` while nobody is
 * asked, `out-of-reach` for another section's opinion, `opinion-missing` where a change is asked for without saying which.
 */
export async function giveRoundOpinion(
  id: string,
  seenRevision: number,
  given: { sectionId: string; verdict: OpinionVerdict; text: string },
  by: Actor,
): Promise<RoundReport> {
  const seen = asSeen(await db.roundReports.get(id), seenRevision)
  const section = (await sectionsOf(seen.bookId)).find((each) => each.id === given.sectionId)
  if (isLimited(by) && section?.code !== by.scope) throw new AppError('out-of-reach')
  if (given.verdict === 'change' && given.text.trim() === '') throw new AppError('opinion-missing')
  const stamp = newStamp(by)
  const summary = `对总报告反馈意见：${section?.name ?? ''}`
  const entry: Entry = { action: 'give-round-opinion', bookId: seen.bookId, summary }
  return write(stamp, entry, ['roundReports'], async (writer) => {
    const report = asSeen(await db.roundReports.get(id), seenRevision)
    const isAsked = report.opinions.some(({ sectionId }) => sectionId === given.sectionId)
    if (report.state !== 'asked' || !isAsked) throw new AppError('not-allowed')
    const said = { by: stamp.by, on: localDay(stamp.at), adopted: '', answer: '' } as const
    const saved = revisedReport(stamp, report, {
      opinions: report.opinions.map((opinion) =>
        opinion.sectionId === given.sectionId
          ? { ...opinion, verdict: given.verdict, text: given.text.trim(), ...said }
          : opinion,
      ),
    })
    await writer.put('roundReports', [saved])
    return saved
  })
}
