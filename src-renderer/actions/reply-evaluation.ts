import { AppError } from '#domain/errors'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { asSeen, changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What the unit says; `about` is an indicator or a problem of the task, '' for the whole. `agrees`: nothing is left to decide. */
export type ReplyWanted = { about: string; text: string; agrees?: boolean }

/**
 * The evaluated unit says what it thinks of a point while it is asked. Throws `not-allowed` at any other time,
 * `entry-faulty` where nothing is said.
 */
export async function replyEvaluation(
  taskId: string,
  seenRevision: number,
  { about, text, agrees = false }: ReplyWanted,
  by: Actor,
): Promise<EvaluationTask> {
  const seen = await evaluationTaskById(taskId)
  if (!seen) throw new AppError('not-found')
  if (text.trim() === '') throw new AppError('entry-faulty')
  const stamp = newStamp(by)
  const { bookId, name } = seen
  const entry: Entry = { action: 'reply-evaluation', bookId, summary: `对评价情况提出意见：${name}` }
  return write(stamp, entry, ['evaluationTasks'], async (writer) => {
    const before = asSeen(await db.evaluationTasks.get(taskId), seenRevision)
    if (before.state !== 'asked') throw new AppError('not-allowed')
    const decision = agrees ? 'adopted' : ''
    const reply = { id: stamp.nextId(), about, text: text.trim(), decision, answer: '' } as const
    const task: EvaluationTask = {
      ...before,
      replies: [...before.replies, reply],
      ...changed(stamp, before),
    }
    await writer.put('evaluationTasks', [task])
    return task
  })
}
