import { type Adjustment, isOpenAdjustment } from '#domain/adjustments/adjustment'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { adjustmentsOf } from '#storage/adjustments'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Brings a deleted application back from the trail. Throws `undo-impossible` where another one was opened or approved since.
 */
export async function restoreAdjustment(token: string, by: Actor): Promise<void> {
  const deletion = await db.audit.get(token)
  const kept = deletion?.changes.find(({ table, kind }) => table === 'adjustments' && kind === 'deleted')
  if (!deletion || !kept) throw new AppError('not-found')
  const adjustment = kept.before as Adjustment // the trail keeps deleted records whole
  const entry: Entry = {
    action: 'open-adjustment',
    bookId: deletion.bookId,
    summary: `恢复调整申请：${adjustment.name}`,
  }
  const stamp = newStamp(by)
  await write(stamp, entry, ['adjustments', 'goals'], async (writer) => {
    const goal = await db.goals.get(adjustment.goalId)
    const others = await adjustmentsOf(adjustment.goalId)
    // One that was approved since changed what this one starts from.
    const isInTheWay = (other: Adjustment) =>
      other.id === adjustment.id ||
      isOpenAdjustment(other) ||
      (other.state === 'applied' && other.number >= adjustment.number)
    if (!goal || others.some(isInTheWay)) throw new AppError('undo-impossible')
    const { revision } = adjustment
    const again = { revision: revision + 1, changedAt: stamp.at, changedBy: stamp.by }
    await writer.put('adjustments', [{ ...adjustment, ...again }])
  })
}
