import { AppError } from '#domain/errors'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { reopenedSheet } from '#storage/evaluation-task-record'
import { evaluationTaskById, sheetById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Opens a signed sheet again, with a reason that the trail keeps. Throws `opinion-missing`, `not-allowed` once its round is over. */
export async function reopenScoreSheet(
  id: string,
  seenRevision: number,
  reason: string,
  by: Actor,
): Promise<KeptSheet> {
  const seen = await sheetById(id)
  const task = seen && (await evaluationTaskById(seen.taskId))
  if (!seen || !task) throw new AppError('not-found')
  if (reason.trim() === '') throw new AppError('opinion-missing')
  const stamp = newStamp(by)
  const summary = `撤销评分表签名：${task.name}，${seen.name}，${reason.trim()}`
  const entry: Entry = { action: 'reopen-score-sheet', bookId: seen.bookId, summary }
  return write(stamp, entry, ['scoreSheets', 'evaluationTasks'], async (writer) => {
    const now = await db.evaluationTasks.get(task.id)
    if (!now) throw new AppError('not-found')
    const sheet = reopenedSheet(stamp, asSeen(await db.scoreSheets.get(id), seenRevision), now)
    await writer.put('scoreSheets', [sheet])
    return sheet
  })
}
