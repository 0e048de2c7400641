import { AppError } from '#domain/errors'
import { checkWanted, type TaskWanted } from '#domain/evaluation/open-task'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { unitsOf } from '#storage/base-data'
import { bookById } from '#storage/books'
import { keyOfTask, planOf } from '#storage/evaluation-plan'
import { planWithTask } from '#storage/evaluation-plan-record'
import { newTask } from '#storage/evaluation-task-record'
import { evaluationTasksOf } from '#storage/evaluation-tasks'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 新建评价任务: opens the evaluation of one object with its own copy of an indicator system; where the year's plan has the
 * object on its list, the plan names the task. Throws `entry-faulty` with the
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
  return write(stamp, entry, ['evaluationTasks', 'evaluationPlans', 'units'], async (writer) => {
    const others = await evaluationTasksOf(bookId)
    const problems = checkWanted(wanted, others)
    if (problems.length > 0) throw new AppError('entry-faulty', { cause: problems })
    const task = newTask(stamp, book, wanted, others)
    await writer.put('evaluationTasks', [task])
    const plan = await planOf(bookId)
    const key = keyOfTask(task, book, await unitsOf(bookId))
    const planned = plan && task.scope === task.kind ? planWithTask(stamp, plan, task, key) : null
    if (planned) await writer.put('evaluationPlans', [planned])
    return task
  })
}
