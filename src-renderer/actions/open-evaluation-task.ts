import { AppError } from '#domain/errors'
import { checkWanted, type TaskWanted } from '#domain/evaluation/open-task'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { bookById } from '#storage/books'
import { newTask } from '#storage/evaluation-task-record'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 新建评价任务: opens the evaluation of one object with its own copy of an indicator system. Throws `entry-faulty` with the
 * problems as its cause where it is not complete or the object is already evaluated on that level.
 */
export async function openEvaluationTask(
  bookId: string,
  wanted: TaskWanted,
  by: Actor,
): Promise<EvaluationTask> {
  const book = await bookById(bookId)
  if (!book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const summary = `新建评价任务：${wanted.object.name}`
  const entry: Entry = { action: 'open-evaluation-task', bookId, summary }
  return write(stamp, entry, ['evaluationTasks'], async (writer) => {
    const others = await evaluationTasksOf(bookId)
    const problems = checkWanted(wanted, others)
    if (problems.length > 0) throw new AppError('entry-faulty', { cause: problems })
    const task = newTask(stamp, book, wanted, others)
    await writer.put('evaluationTasks', [task])
    return task
  })
}
