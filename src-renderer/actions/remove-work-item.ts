import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { workItemById } from '#storage/work-items'
import { type Entry, write } from '#storage/write'

/** Takes an item out of the plan. Throws `changed-meanwhile`, and `not-allowed` once work on it has begun. */
export async function removeWorkItem(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await workItemById(id)
  if (!seen) throw new AppError('not-found')
  const entry: Entry = {
    action: 'save-work-plan',
    bookId: seen.bookId,
    summary: `删除年度工作：${seen.name}`,
  }
  return write(newStamp(by), entry, ['workItems'], async (writer) => {
    const { state } = asSeen(await db.workItems.get(id), seenRevision)
    if (state !== 'planned') throw new AppError('not-allowed')
    await writer.remove('workItems', [id])
  })
}
