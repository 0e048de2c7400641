import { AppError, type ErrorCode } from '#domain/errors'
import { mayBeSubmitted } from '#domain/goals/check'
import type { Goal } from '#domain/goals/goal'
import { nextStatus, type StatusAction, statusActions } from '#domain/goals/status'
import { bookById } from '#storage/books'
import { checkMany } from '#storage/check-context'
import { db } from '#storage/database'
import { movedGoal } from '#storage/goal-record'
import { goalsByIds } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { write } from '#storage/write'

export type StatusesChanged = {
  done: string[]
  refused: { id: string; reason: ErrorCode }[]
}

/** Takes many goals of one book to their next state in one transaction; those that cannot go stay, with the reason. */
export async function changeGoalStatuses(
  ids: readonly string[],
  action: StatusAction,
  opinion: string,
  by: string,
): Promise<StatusesChanged> {
  const seen = await goalsByIds(ids)
  const [first] = seen
  if (!first) throw new AppError('not-found')
  const blocked = action === 'submit' ? await withErrors(first.bookId, seen) : new Set<string>()
  const revisions = new Map(seen.map((goal) => [goal.id, goal.revision]))
  const stamp = newStamp(by)

  function reasonAgainst(goal: Goal | undefined): ErrorCode | null {
    if (!goal) return 'not-found'
    if (goal.bookId !== first?.bookId || nextStatus(goal.status, action) === null) return 'not-allowed'
    if (revisions.get(goal.id) !== goal.revision) return 'changed-meanwhile'
    return blocked.has(goal.id) ? 'submission-blocked' : null
  }

  const entry = {
    action: `${action}-goals`,
    bookId: first.bookId,
    summary: '',
  }
  return write(stamp, entry, ['goals'], async (writer) => {
    const result: StatusesChanged = { done: [], refused: [] }
    const moved: Goal[] = []
    const goals = await db.goals.bulkGet([...ids])
    for (const [index, id] of ids.entries()) {
      const goal = goals[index]
      const reason = reasonAgainst(goal)
      if (goal && !reason) moved.push(movedGoal(stamp, goal, action, opinion))
      if (reason) result.refused.push({ id, reason })
      else result.done.push(id)
    }
    writer.say(`批量${statusActions[action]} ${moved.length} 个目标`)
    await writer.put('goals', moved)
    return result
  })
}

async function withErrors(bookId: string, goals: readonly Goal[]): Promise<Set<string>> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const problems = await checkMany(
    book,
    goals.map((goal) => ({ id: goal.id, content: goal })),
  )
  return new Set(goals.filter((_, index) => !mayBeSubmitted(problems[index] ?? [])).map((goal) => goal.id))
}
