import { AppError } from '#domain/errors'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { markedSheet } from '#storage/evaluation-task-record'
import { evaluationTaskById, sheetById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps marks and found vetoes of one sheet. Throws `changed-meanwhile`, `not-allowed` where it is signed or its round is over. */
export async function saveScoreSheet(
  id: string,
  seenRevision: number,
  change: Partial<Pick<KeptSheet, 'marks' | 'vetoes'>>,
  by: Actor,
): Promise<KeptSheet> {
  const seen = await sheetById(id)
  const task = seen && (await evaluationTaskById(seen.taskId))
  if (!seen || !task) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `填写评分表：${task.name}，${seen.name}`
  const entry: Entry = { action: 'save-score-sheet', bookId: seen.bookId, summary }
  return write(stamp, entry, ['scoreSheets', 'evaluationTasks'], async (writer) => {
    const now = await db.evaluationTasks.get(task.id)
    if (!now) throw new AppError('not-found')
    const sheet = markedSheet(stamp, asSeen(await db.scoreSheets.get(id), seenRevision), now, change)
    await writer.put('scoreSheets', [sheet])
    return sheet
  })
}
