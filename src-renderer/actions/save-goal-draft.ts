import { AppError } from '#domain/errors'
import { sameContent } from '#domain/goals/compare'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { revisedGoal } from '#storage/goal-record'
import { goalById } from '#storage/goals'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps what was typed, faults and all. Throws `changed-meanwhile` where another window wrote after the person saw
 * the goal, `not-allowed` where it is submitted or approved.
 */
export async function saveGoalDraft(
  id: string,
  seenRevision: number,
  content: GoalContent,
  by: Actor,
): Promise<Goal> {
  const seen = asSeen((await goalById(id)) ?? undefined, seenRevision)
  const book = await bookById(seen.bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  // Findings are read before the transaction: they are derived, and the revision below guards the content.
  const [problems] = await checkMany(book, [{ id, content }])
  const entry: Entry = {
    action: 'save-goal-draft',
    bookId: book.id,
    summary: `修改：${content.name}`,
  }
  return write(stamp, entry, ['goals'], async (writer) => {
    const goal = asSeen(await db.goals.get(id), seenRevision)
    const revised = revisedGoal(stamp, goal, content, problems ?? [])
    if (sameContent(goal, content) && JSON.stringify(contentOf(goal, content)) === JSON.stringify(content)) {
      return goal
    }
    await writer.put('goals', [revised])
    return revised
  })
}

/** The goal's own values of the content's fields: ids of rows and empty rows count as typed. */
function contentOf(goal: Goal, content: GoalContent): Record<string, unknown> {
  const kept = new Map<string, unknown>(Object.entries(goal))
  return Object.fromEntries(Object.keys(content).map((field) => [field, kept.get(field)]))
}
