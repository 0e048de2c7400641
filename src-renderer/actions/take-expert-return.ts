import { AppError } from '#domain/errors'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { openReturn } from '#exchange/kit'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { evaluationTaskById, sheetById } from '#storage/evaluation-tasks'
import { takenSheet } from '#storage/kit-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 收回评分表: takes the sheet that an expert signed elsewhere. Throws what the package, its signature or the waiting sheet
 * say, and changes nothing then; `kit-other` also for a sheet of a task that is not here.
 */
export async function takeExpertReturn(bytes: Uint8Array, by: Actor): Promise<KeptSheet> {
  const opened = await openReturn(bytes)
  const seen = await sheetById(opened.answer.sheetId)
  const task = seen && (await evaluationTaskById(seen.taskId))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !task || !book) throw new AppError('kit-other')
  const rules = rulesOf(book)
  const stamp = newStamp(by)
  const summary = `收回专家评分表：${task.name}，${seen.name}，第 ${seen.round} 轮`
  const entry: Entry = { action: 'take-expert-return', bookId: book.id, summary }
  return write(stamp, entry, ['scoreSheets', 'evaluationTasks'], async (writer) => {
    const [sheet, now] = await Promise.all([db.scoreSheets.get(seen.id), db.evaluationTasks.get(task.id)])
    if (!sheet || !now) throw new AppError('not-found')
    const taken = takenSheet(stamp, sheet, now, opened, rules.evaluation)
    await writer.put('scoreSheets', [taken])
    return taken
  })
}
