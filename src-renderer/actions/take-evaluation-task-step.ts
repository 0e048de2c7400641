import { AppError } from '#domain/errors'
import type { EvaluationTask } from '#domain/evaluation/task'
import { type TaskStep, taskFlow } from '#domain/evaluation/task-flow'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { movedTask } from '#storage/evaluation-task-record'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes a task a step along its road. Sheets are opened by an action of their own (`openScoreSheets`). Throws the reason
 * where the table, the duty or a missing opinion does not let it, `condition-unmet` with what is missing as its cause.
 */
export async function takeEvaluationTaskStep(
  id: string,
  seenRevision: number,
  wanted: TaskStep,
  by: Actor,
): Promise<EvaluationTask> {
  const seen = await evaluationTaskById(id)
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  if (wanted.id === 'open-score-sheets') throw new AppError('not-allowed')
  const rules = rulesOf(book)
  const { verb } = stepOf(taskFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `绩效评价${verb}：${seen.name}` }
  return write(stamp, entry, ['evaluationTasks', 'scoreSheets'], async (writer) => {
    const before = asSeen(await db.evaluationTasks.get(id), seenRevision)
    const after = movedTask(stamp, before, await sheetsOf(book.id, id), wanted, rules)
    await writer.put('evaluationTasks', [after])
    return after
  })
}
