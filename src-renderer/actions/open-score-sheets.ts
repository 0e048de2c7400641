import { AppError } from '#domain/errors'
import type { EvaluationTask, KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { missingSheets, movedTask, sheetsAgain } from '#storage/evaluation-task-record'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 开始评分: opens one empty sheet for each expert who has none, and the system is fixed from then on. Sheets of an earlier
 * beginning stay as far as they fit the system and the experts as they are now. Throws
 * `condition-unmet` with the problems as its cause where the system or the experts are not complete.
 */
export async function openScoreSheets(
  taskId: string,
  seenRevision: number,
  by: Actor,
  opinion = '',
): Promise<{ task: EvaluationTask; sheets: KeptSheet[] }> {
  const seen = await evaluationTaskById(taskId)
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const stamp = newStamp(by)
  const summary = `开始评分：${seen.name}，${seen.experts.length} 位专家`
  const entry: Entry = { action: 'open-score-sheets', bookId: book.id, summary }
  return write(stamp, entry, ['evaluationTasks', 'scoreSheets'], async (writer) => {
    const before = asSeen(await db.evaluationTasks.get(taskId), seenRevision)
    const there = await sheetsOf(book.id, taskId)
    const task = movedTask(stamp, before, there, { id: 'open-score-sheets', opinion }, rules)
    const { refitted, gone } = sheetsAgain(stamp, task, there, rules)
    const sheets = [...refitted, ...missingSheets(stamp, task, refitted)]
    await writer.put('evaluationTasks', [task])
    await writer.remove('scoreSheets', gone)
    await writer.put('scoreSheets', sheets)
    return { task, sheets }
  })
}
