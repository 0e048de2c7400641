import type { Adjustment } from '#domain/adjustments/adjustment'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { newAdjustment } from '#storage/adjustment-record'
import { adjustmentsOf } from '#storage/adjustments'
import { db } from '#storage/database'
import { goalById } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 申请目标调整 of an approved goal: starts from what stands. Throws `adjustment-open` while another is under way. */
export async function openAdjustment(goalId: string, by: Actor): Promise<Adjustment> {
  const seen = await goalById(goalId)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'open-adjustment', bookId: seen.bookId, summary: `申请调整：${seen.name}` }
  return write(stamp, entry, ['goals', 'adjustments'], async (writer) => {
    const goal = await db.goals.get(goalId)
    if (!goal) throw new AppError('not-found')
    const adjustment = newAdjustment(stamp, goal, await adjustmentsOf(goalId))
    await writer.put('adjustments', [adjustment])
    return adjustment
  })
}
