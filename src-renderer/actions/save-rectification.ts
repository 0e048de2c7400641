import type { Application, RectificationReport } from '#domain/applications/application'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { rectifiedApplication } from '#storage/application-record'
import { applicationById } from '#storage/applications'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what the unit writes of its 整改. Throws `changed-meanwhile`, `not-allowed` beyond its turn. */
export async function saveRectification(
  id: string,
  seenRevision: number,
  change: Partial<RectificationReport>,
  by: Actor,
): Promise<Application> {
  const seen = await applicationById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `填写整改结果：${seen.name}`
  const entry: Entry = { action: 'save-rectification', bookId: seen.bookId, summary }
  return write(stamp, entry, ['applications'], async (writer) => {
    const before = asSeen(await db.applications.get(id), seenRevision)
    const after = rectifiedApplication(stamp, before, change)
    await writer.put('applications', [after])
    return after
  })
}
