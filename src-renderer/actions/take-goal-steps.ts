import { AppError, type ErrorCode } from '#domain/errors'
import { goalFlow } from '#domain/goals/flow'
import type { Goal } from '#domain/goals/goal'
import type { GoalReview } from '#domain/goals/review'
import type { Actor } from '#domain/people/duties'
import { nextState, stepOf } from '#domain/workflow'
import { breather } from '#exchange/pause'
import { db } from '#storage/database'
import { obstacleTo, standingsOf, stepFor } from '#storage/goal-gate'
import type { GoalStep } from '#storage/goal-record'
import { takenStep } from '#storage/goal-steps'
import { goalsByIds } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

export type StepsTaken = {
  done: string[]
  refused: { id: string; reason: ErrorCode }[]
}

/** Takes many goals of one book the same step in one transaction; those that cannot go stay, with the reason. */
export async function takeGoalSteps(
  ids: readonly string[],
  wanted: GoalStep,
  by: Actor,
): Promise<StepsTaken> {
  const seen = await goalsByIds(ids)
  const [first] = seen
  if (!first) throw new AppError('not-found')
  const here = seen.filter((goal) => goal.bookId === first.bookId)
  const standings = new Map(
    (await standingsOf(here, breather())).map((standing) => [standing.goal.id, standing]),
  )
  const stamp = newStamp(by)

  function reasonAgainst(goal: Goal | undefined): ErrorCode | null {
    if (!goal) return 'not-found'
    const standing = standings.get(goal.id)
    if (!standing) return 'not-allowed'
    const next = nextState(goalFlow, goal.status, stepFor(wanted, standing.review), by)
    if ('refused' in next) return next.refused === 'wrong-duty' ? 'not-permitted' : next.refused
    if (standing.goal.revision !== goal.revision) return 'changed-meanwhile'
    return obstacleTo(stepFor(wanted, standing.review), standing)
  }

  const { verb } = stepOf(goalFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = { action: wanted.id, bookId: first.bookId, summary: '' }
  return write(stamp, entry, ['goals', 'reviews'], async (writer) => {
    const result: StepsTaken = { done: [], refused: [] }
    const moved: Goal[] = []
    const files: GoalReview[] = []
    const [goals, reviews] = await Promise.all([db.goals.bulkGet([...ids]), db.reviews.bulkGet([...ids])])
    for (const [index, id] of ids.entries()) {
      const goal = goals[index]
      const review = reviews[index] ?? standings.get(id)?.review
      const reason = reasonAgainst(goal)
      if (!goal || !review || reason) {
        result.refused.push({ id, reason: reason ?? 'not-found' })
        continue
      }
      const taken = takenStep(stamp, goal, review, stepFor(wanted, review))
      moved.push(taken.goal)
      files.push(taken.review)
      result.done.push(id)
    }
    writer.say(`批量${verb} ${moved.length} 个目标`)
    await writer.put('goals', moved)
    await writer.put('reviews', files)
    return result
  })
}
