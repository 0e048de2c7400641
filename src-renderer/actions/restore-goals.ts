import { AppError } from '#domain/errors'
import type { Goal } from '#domain/goals/goal'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Brings deleted drafts back from the trail. Throws `undo-impossible` where one of them exists again. */
export async function restoreGoals(token: string, by: Actor): Promise<void> {
  const deletion = await db.audit.get(token)
  if (!deletion) throw new AppError('not-found')
  const stamp = newStamp(by)
  const goals = deletion.changes
    .filter((change) => change.table === 'goals' && change.kind === 'deleted')
    .map((change) => change.before as Goal) // the trail keeps deleted records whole
    .map((goal) => ({ ...goal, ...changed(stamp, goal) }))
  const entry: Entry = {
    action: 'restore-goals',
    bookId: deletion.bookId,
    summary: `恢复 ${goals.length} 个已删除的目标草稿`,
  }
  await write(stamp, entry, ['goals', 'books'], async (writer) => {
    const present = await db.goals.bulkGet(goals.map((goal) => goal.id))
    const book = await db.books.get(deletion.bookId)
    if (!book || present.some((goal) => goal !== undefined)) throw new AppError('undo-impossible')
    await writer.put('goals', goals)
  })
}
