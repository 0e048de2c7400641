import { isAdjustmentEditable } from '#domain/adjustments/flow'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { adjustmentById } from '#storage/adjustments'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Deletes a request that is not under review; the goal stays as it is. Returns a token for `restoreAdjustment`. Throws
 * `not-allowed` for others.
 */
export async function discardAdjustment(id: string, seenRevision: number, by: Actor): Promise<string> {
  const seen = await adjustmentById(id)
  if (!seen) throw new AppError('not-found')
  const entry: Entry = {
    action: 'discard-adjustment',
    bookId: seen.bookId,
    summary: `删除调整申请：${seen.name}`,
  }
  return write(newStamp(by), entry, ['adjustments'], async (writer) => {
    const adjustment = asSeen(await db.adjustments.get(id), seenRevision)
    if (!isAdjustmentEditable(adjustment.state)) throw new AppError('not-allowed')
    await writer.remove('adjustments', [id])
    return writer.entryId
  })
}
