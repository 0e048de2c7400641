import type { Appraisal } from '#domain/appraisals/appraisal'
import { type AppraisalStep, appraisalFlow, isTogetherStep } from '#domain/appraisals/flow'
import { withFigures } from '#domain/appraisals/subjects'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { appraisalFacts } from '#storage/appraisal-facts'
import { movedAppraisal } from '#storage/appraisal-record'
import { appraisalById, bookOfSubject } from '#storage/appraisals'
import { allCalendars } from '#storage/calendars'
import { db } from '#storage/database'
import { localDay } from '#storage/local-day'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes one appraisal a step along its road; what is handed in is measured on the book as it stands then. Steps of a whole
 * notice are taken by `take-appraisal-steps`. Throws the reason where the table, the duty or a missing opinion does not let it,
 * and `condition-unmet` with the problems as its cause.
 */
export async function takeAppraisalStep(
  id: string,
  seenRevision: number,
  wanted: AppraisalStep,
  by: Actor,
): Promise<Appraisal> {
  const seen = await appraisalById(id)
  if (!seen) throw new AppError('not-found')
  if (isTogetherStep(wanted.id)) throw new AppError('not-allowed')
  const { verb } = stepOf(appraisalFlow, wanted.id) ?? { verb: '' }
  const calendars = await allCalendars()
  const stamp = newStamp(by)
  const book = wanted.id === 'submit-appraisal' ? await bookOfSubject(seen) : null
  const facts = book && (await appraisalFacts(book, localDay(stamp.at)))
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary: `考核${verb}：${seen.name}` }
  return write(stamp, entry, ['appraisals'], async (writer) => {
    const before = asSeen(await db.appraisals.get(id), seenRevision)
    const measured = facts ? withFigures(before, facts) : before
    const after = movedAppraisal(stamp, measured, wanted, { calendars })
    await writer.put('appraisals', [after])
    return after
  })
}
