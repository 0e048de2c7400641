import { AppError } from '#domain/errors'
import { goalFlow } from '#domain/goals/flow'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { db } from '#storage/database'
import { obstacleTo, standingsOf, stepFor } from '#storage/goal-gate'
import type { GoalStep } from '#storage/goal-record'
import { takenStep } from '#storage/goal-steps'
import { goalById } from '#storage/goals'
import { withDecision } from '#storage/meeting-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes one goal a step along its road, if it is still as the person saw it. Throws the reason where the table, the
 * duty, a missing opinion, the 目标体检 or the budget gate does not let it. A decision of a 集中会审 is written into its
 * minutes together with the step.
 */
export async function takeGoalStep(
  id: string,
  seenRevision: number,
  wanted: GoalStep,
  by: Actor,
  meetingId = '',
): Promise<Goal> {
  const stamp = newStamp(by)
  const [standing] = await standingsOf([asSeen((await goalById(id)) ?? undefined, seenRevision)])
  if (!standing) throw new AppError('not-found')
  const step = stepFor(wanted, standing.review)
  const { verb } = stepOf(goalFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = {
    action: wanted.id,
    bookId: standing.goal.bookId,
    summary: `${verb}：${standing.goal.name}`,
  }
  return write(stamp, entry, ['goals', 'reviews', 'meetings', 'units'], async (writer) => {
    const goal = asSeen(await db.goals.get(id), seenRevision)
    const review = (await db.reviews.get(id)) ?? standing.review
    const taken = takenStep(stamp, goal, review, step)
    const obstacle = obstacleTo(step, { ...standing, goal, review })
    if (obstacle) throw new AppError(obstacle, { cause: standing.stops })
    await writer.put('goals', [taken.goal])
    await writer.put('reviews', [taken.review])
    if (meetingId !== '') await writer.put('meetings', [await withDecision(meetingId, taken, step, stamp.at)])
    return taken.goal
  })
}
