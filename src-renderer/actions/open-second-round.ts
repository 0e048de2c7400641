import { AppError } from '#domain/errors'
import { indicatorName } from '#domain/evaluation/result'
import type { KeptSheet } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { evaluationTaskById, sheetsOf } from '#storage/evaluation-tasks'
import { asSeen } from '#storage/revision'
import { secondRoundSheets } from '#storage/second-round-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 开启第二轮: asks all experts again, for the disputed items alone. Throws what `secondRoundSheets` says. */
export async function openSecondRound(taskId: string, seenRevision: number, by: Actor): Promise<KeptSheet[]> {
  const seen = await evaluationTaskById(taskId)
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'open-second-round',
    bookId: book.id,
    summary: `开启第二轮评分：${seen.name}`,
  }
  return write(stamp, entry, ['evaluationTasks', 'scoreSheets'], async (writer) => {
    const task = asSeen(await db.evaluationTasks.get(taskId), seenRevision)
    const fresh = secondRoundSheets(stamp, task, await sheetsOf(book.id, taskId), rulesOf(book))
    const names = (fresh[0]?.asked ?? []).map((id) => indicatorName(task, id))
    writer.say(`${entry.summary}，${names.join('、')}`)
    await writer.put('scoreSheets', fresh)
    return fresh
  })
}
