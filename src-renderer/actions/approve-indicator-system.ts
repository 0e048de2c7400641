import { AppError } from '#domain/errors'
import type { KeptSystem } from '#domain/evaluation/task'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { indicatorSystemById } from '#storage/evaluation-tasks'
import { approvedSystems } from '#storage/indicator-system-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 审定: from now on the system can be copied to tasks and is not changed; the version it follows is replaced. Throws
 * `condition-unmet` with the errors as its cause.
 */
export async function approveIndicatorSystem(
  id: string,
  seenRevision: number,
  by: Actor,
): Promise<KeptSystem[]> {
  const seen = await indicatorSystemById(id)
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book)
  const stamp = newStamp(by)
  const summary = `审定指标体系：${seen.name}（第 ${seen.version} 版）`
  const entry: Entry = { action: 'approve-indicator-system', bookId: book.id, summary }
  return write(stamp, entry, ['indicatorSystems'], async (writer) => {
    const draft = asSeen(await db.indicatorSystems.get(id), seenRevision)
    const systems = approvedSystems(stamp, draft, await db.indicatorSystems.get(draft.basedOn), rules)
    await writer.put('indicatorSystems', systems)
    return systems
  })
}
