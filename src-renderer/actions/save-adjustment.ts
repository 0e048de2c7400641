import type { Adjustment, AdjustmentContent } from '#domain/adjustments/adjustment'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { revisedAdjustment } from '#storage/adjustment-record'
import { adjustmentById } from '#storage/adjustments'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what was typed of a request, faults and all, while it is a draft or returned. */
export async function saveAdjustment(
  id: string,
  seenRevision: number,
  content: Partial<AdjustmentContent>,
  by: Actor,
): Promise<Adjustment> {
  const seen = await adjustmentById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-adjustment',
    bookId: seen.bookId,
    summary: `修改调整申请：${seen.name}`,
  }
  return write(stamp, entry, ['adjustments'], async (writer) => {
    const adjustment = asSeen(await db.adjustments.get(id), seenRevision)
    const revised = revisedAdjustment(stamp, adjustment, content)
    await writer.put('adjustments', [revised])
    return revised
  })
}
