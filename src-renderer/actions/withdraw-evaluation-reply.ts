import { AppError } from '#domain/errors'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { withoutReply } from '#storage/evaluation-task-record'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { reportedUntil } from '#storage/unsent'
import { type Entry, write } from '#storage/write'

/**
 * The evaluated unit takes back an opinion that nobody has read yet. Throws `not-allowed` once it went up by a 上报包, was
 * decided on, or the unit is no longer asked.
 */
export async function withdrawEvaluationReply(
  taskId: string,
  seenRevision: number,
  replyId: string,
  by: Actor,
): Promise<EvaluationTask> {
  const seen = await evaluationTaskById(taskId)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const { bookId, name } = seen
  const summary = `撤回对评价情况的意见：${name}`
  const entry: Entry = { action: 'withdraw-evaluation-reply', bookId, summary }
  return write(stamp, entry, ['evaluationTasks', 'packages', 'books'], async (writer) => {
    const before = asSeen(await db.evaluationTasks.get(taskId), seenRevision)
    const task = withoutReply(stamp, before, replyId, await reportedUntil(bookId))
    await writer.put('evaluationTasks', [task])
    return task
  })
}
