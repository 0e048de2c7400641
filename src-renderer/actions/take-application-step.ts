import type { Application } from '#domain/applications/application'
import { applicationFlow } from '#domain/applications/flow'
import type { ApplicationStep } from '#domain/applications/step'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { movedApplication } from '#storage/application-record'
import { applicationsByIds } from '#storage/applications'
import { bookById } from '#storage/books'
import { allCalendars } from '#storage/calendars'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type ApplicationSeen = { id: string; seenRevision: number }

/**
 * Takes applications of one book a step along their road, all or none. Throws the reason where the table, the duty or a
 * missing opinion does not let it, and `condition-unmet` with the problems where one is not complete.
 */
export async function takeApplicationStep(
  applications: readonly ApplicationSeen[],
  wanted: ApplicationStep,
  by: Actor,
): Promise<Application[]> {
  const [seen] = await applicationsByIds(applications.map(({ id }) => id))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book).applications
  const calendars = await allCalendars()
  const { verb } = stepOf(applicationFlow, wanted.id) ?? { verb: '' }
  const what = applications.length === 1 ? seen.name : `${applications.length} 项`
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `结果应用${verb}：${what}` }
  return write(stamp, entry, ['applications'], async (writer) => {
    const stored = await db.applications.bulkGet(applications.map(({ id }) => id))
    const after = applications.map(({ seenRevision }, index) => {
      const before = asSeen(stored[index], seenRevision)
      if (before.bookId !== book.id) throw new AppError('not-found')
      return movedApplication(stamp, before, wanted, { calendars, rules })
    })
    await writer.put('applications', after)
    return after
  })
}
