import { AppError } from '#domain/errors'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { signedSheet } from '#storage/evaluation-task-record'
import { evaluationTaskById, sheetById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 签名: from now on the sheet stands and shows the others. Throws `condition-unmet` with what is missing as its cause. */
export async function signScoreSheet(id: string, seenRevision: number, by: Actor): Promise<KeptSheet> {
  const seen = await sheetById(id)
  const task = seen && (await evaluationTaskById(seen.taskId))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !task || !book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const stamp = newStamp(by)
  const summary = `评分表签名：${task.name}，${seen.name}`
  const entry: Entry = { action: 'sign-score-sheet', bookId: seen.bookId, summary }
  return write(stamp, entry, ['scoreSheets', 'evaluationTasks'], async (writer) => {
    const now = await db.evaluationTasks.get(task.id)
    if (!now) throw new AppError('not-found')
    const sheet = signedSheet(stamp, asSeen(await db.scoreSheets.get(id), seenRevision), now, rules)
    await writer.put('scoreSheets', [sheet])
    return sheet
  })
}
