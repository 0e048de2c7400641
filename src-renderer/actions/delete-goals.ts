import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { goalsByIds } from '#storage/goals'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Deletes drafts; returns a token for `restoreGoals`. Throws `not-allowed`, with nothing deleted, for other states. */
export async function deleteGoals(ids: readonly string[], by: Actor): Promise<string> {
  const [first] = await goalsByIds(ids)
  if (!first) throw new AppError('not-found')
  const entry: Entry = {
    action: 'delete-goals',
    bookId: first.bookId,
    summary: `删除 ${ids.length} 个目标草稿`,
  }
  return write(newStamp(by), entry, ['goals'], async (writer) => {
    const goals = (await db.goals.bulkGet([...ids])).filter((goal) => goal !== undefined)
    if (goals.some((goal) => goal.status !== 'draft' || goal.bookId !== first.bookId)) {
      throw new AppError('not-allowed')
    }
    await writer.remove('goals', ids)
    return writer.entryId
  })
}
