import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { indicatorSystemById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Deletes a draft of an indicator system; the trail keeps it whole. Throws `not-allowed` for one that was approved. */
export async function discardIndicatorSystem(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await indicatorSystemById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `删除指标体系：${seen.name}`
  const entry: Entry = { action: 'discard-indicator-system', bookId: seen.bookId, summary }
  return write(stamp, entry, ['indicatorSystems'], async (writer) => {
    const { state } = asSeen(await db.indicatorSystems.get(id), seenRevision)
    if (state !== 'draft') throw new AppError('not-allowed')
    await writer.remove('indicatorSystems', [id])
  })
}
