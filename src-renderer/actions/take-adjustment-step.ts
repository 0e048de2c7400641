import type { Adjustment } from '#domain/adjustments/adjustment'
import { adjustmentFlow } from '#domain/adjustments/flow'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { type AdjustmentStep, movedAdjustment, obstacleToAdjustment } from '#storage/adjustment-record'
import { adjustmentById } from '#storage/adjustments'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { adjustedGoal } from '#storage/goal-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes a request a step along its road. On approval the goal takes the new content in the same transaction and stays
 * approved. Throws why the table, the duty or the matter does not let it: `reason-missing`, `nothing-changed`,
 * `submission-blocked`, `major-unassessed`, or `changed-meanwhile` where the goal is no longer what the request started from.
 */
export async function takeAdjustmentStep(
  id: string,
  seenRevision: number,
  wanted: AdjustmentStep,
  by: Actor,
): Promise<Adjustment> {
  const seen = asSeen((await adjustmentById(id)) ?? undefined, seenRevision)
  const book = await bookById(seen.bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const { verb } = stepOf(adjustmentFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary: `调整${verb}：${seen.name}` }
  const [problems = []] = await checkMany(book, [{ id: seen.goalId, content: seen.after }])
  return write(stamp, entry, ['goals', 'adjustments', 'assessments'], async (writer) => {
    const adjustment = asSeen(await db.adjustments.get(id), seenRevision)
    const moved = movedAdjustment(stamp, adjustment, wanted)
    const obstacle = await obstacleToAdjustment(adjustment, wanted, rulesOf(book), problems)
    if (obstacle) throw new AppError(obstacle)
    await writer.put('adjustments', [moved])
    if (moved.state === 'applied') {
      const goal = await db.goals.get(adjustment.goalId)
      await writer.put('goals', [adjustedGoal(stamp, goal, adjustment, problems)])
    }
    return moved
  })
}
