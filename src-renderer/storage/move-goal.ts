import { AppError } from '#domain/errors'
import { mayBeSubmitted } from '#domain/goals/check'
import type { Goal } from '#domain/goals/goal'
import { type StatusAction, statusActions } from '#domain/goals/status'
import { bookById } from './books.ts'
import { checkMany } from './check-context.ts'
import { db } from './database.ts'
import { asSeen, movedGoal } from './goal-record.ts'
import { goalById } from './goals.ts'
import { newStamp } from './stamp.ts'
import { write } from './write.ts'

/** Takes one goal to its next state, if it is still as the person saw it; 送审 only without errors. */
export async function moveGoal(
  id: string,
  seenRevision: number,
  action: StatusAction,
  opinion: string,
  by: string,
): Promise<Goal> {
  const stamp = newStamp(by)
  const seen = asSeen((await goalById(id)) ?? undefined, seenRevision)
  if (action === 'submit' && !(await isSubmittable(seen))) throw new AppError('submission-blocked')
  const entry = {
    action: `${action}-goal`,
    bookId: seen.bookId,
    summary: `${statusActions[action]}：${seen.name}`,
  }
  return write(stamp, entry, ['goals'], async (writer) => {
    const goal = asSeen(await db.goals.get(id), seenRevision)
    const moved = movedGoal(stamp, goal, action, opinion)
    await writer.put('goals', [moved])
    return moved
  })
}

async function isSubmittable(goal: Goal): Promise<boolean> {
  const book = await bookById(goal.bookId)
  if (!book) throw new AppError('not-found')
  const [problems] = await checkMany(book, [{ id: goal.id, content: goal }])
  return mayBeSubmitted(problems ?? [])
}
