import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { WorkItem, WorkProgress } from '#domain/supervision/work-item'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { progressedWork } from '#storage/work-item-record'
import { workItemById } from '#storage/work-items'
import { type Entry, write } from '#storage/write'

/** Keeps the progress and the proof of one's own item. Throws `changed-meanwhile`, `out-of-reach` for another's work. */
export async function saveWorkProgress(
  id: string,
  seenRevision: number,
  change: Partial<WorkProgress>,
  by: Actor,
): Promise<WorkItem> {
  const seen = await workItemById(id)
  if (!seen) throw new AppError('not-found')
  const sections = await sectionsOf(seen.bookId)
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-work-progress',
    bookId: seen.bookId,
    summary: `登记年度工作进展：${seen.name}`,
  }
  return write(stamp, entry, ['workItems'], async (writer) => {
    const before = asSeen(await db.workItems.get(id), seenRevision)
    const after = progressedWork(stamp, before, change, sections)
    await writer.put('workItems', [after])
    return after
  })
}
