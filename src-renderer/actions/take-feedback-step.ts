import { AppError } from '#domain/errors'
import { type FeedbackStep, feedbackFlow } from '#domain/evaluation/feedback'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { db } from '#storage/database'
import { fedBackTask } from '#storage/evaluation-task-record'
import { evaluationTaskById } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes the feedback of a government's evaluation a step on: 预算科 sends the result with its opinion, 监督与绩效管理科 receives
 * and answers it. Throws `not-allowed` for a task without a conclusion or of another kind, and the reason where the table, the
 * duty or a missing text does not let it.
 */
export async function takeFeedbackStep(
  id: string,
  seenRevision: number,
  wanted: FeedbackStep,
  by: Actor,
): Promise<EvaluationTask> {
  const seen = await evaluationTaskById(id)
  if (!seen) throw new AppError('not-found')
  const { verb } = stepOf(feedbackFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const summary = `政府预算绩效评价结果${verb}：${seen.name}`
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary }
  return write(stamp, entry, ['evaluationTasks'], async (writer) => {
    const after = fedBackTask(stamp, asSeen(await db.evaluationTasks.get(id), seenRevision), wanted)
    await writer.put('evaluationTasks', [after])
    return after
  })
}
