import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { goalById } from '#storage/goals'
import { isReached } from '#storage/reach'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/**
 * Notes in the trail that the file of one object is archived outside this machine; to be called before it leaves. A secret one
 * has a row of its own in the duty table. Throws `not-permitted` and `out-of-reach`.
 */
export async function noteDossier(goalId: string, by: Actor): Promise<void> {
  const goal = await goalById(goalId)
  if (!goal) throw new AppError('not-found')
  if (!(await isReached(by, goal))) throw new AppError('out-of-reach')
  const action = goal.secret ? 'archive-secret-dossier' : 'archive-dossier'
  const summary = `导出一项目一档：${goal.name}${goal.secret ? '（涉密）' : ''}`
  await note(newStamp(by), { action, bookId: goal.bookId, summary })
}
