import { AppError } from '#domain/errors'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { TaskContent } from '#domain/evaluation/task-flow'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { revisedTask } from '#storage/evaluation-task-record'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Keeps what was written on a task. Throws `changed-meanwhile`, and `not-allowed` for a field that its state has closed:
 * what the sheets rest on does not change once they are open.
 */
export async function saveEvaluationTask(
  id: string,
  seenRevision: number,
  change: Partial<TaskContent>,
  by: Actor,
): Promise<EvaluationTask> {
  const seen = await evaluationTaskById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `登记评价任务：${seen.name}`
  const entry: Entry = { action: 'save-evaluation-task', bookId: seen.bookId, summary }
  return write(stamp, entry, ['evaluationTasks'], async (writer) => {
    const task = revisedTask(stamp, asSeen(await db.evaluationTasks.get(id), seenRevision), change)
    await writer.put('evaluationTasks', [task])
    return task
  })
}
