import type { Application, RectificationOrder } from '#domain/applications/application'
import { rectificationFlow } from '#domain/applications/flow'
import type { RectificationStep } from '#domain/applications/step'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { movedRectification } from '#storage/application-record'
import { applicationById } from '#storage/applications'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes the 整改 of an application a step: ordered with its demand and deadline, reported, 销号. Throws as
 * `takeApplicationStep` does.
 */
export async function takeRectificationStep(
  id: string,
  seenRevision: number,
  wanted: RectificationStep & { order?: RectificationOrder },
  by: Actor,
): Promise<Application> {
  const seen = await applicationById(id)
  if (!seen) throw new AppError('not-found')
  const { verb } = stepOf(rectificationFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary: `${verb}：${seen.name}` }
  return write(stamp, entry, ['applications'], async (writer) => {
    const before = asSeen(await db.applications.get(id), seenRevision)
    const after = movedRectification(stamp, before, wanted, wanted.order ?? null)
    await writer.put('applications', [after])
    return after
  })
}
