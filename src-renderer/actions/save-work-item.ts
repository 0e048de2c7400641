import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { WorkItem, WorkPlanned } from '#domain/supervision/work-item'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { replannedWork } from '#storage/work-item-record'
import { workItemById } from '#storage/work-items'
import { type Entry, write } from '#storage/write'

/** Keeps what the plan says of an item. Throws `changed-meanwhile`, `not-allowed` once it was reported done, `condition-unmet`. */
export async function saveWorkItem(
  id: string,
  seenRevision: number,
  change: Partial<WorkPlanned>,
  by: Actor,
): Promise<WorkItem> {
  const seen = await workItemById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'save-work-plan',
    bookId: seen.bookId,
    summary: `修改年度工作：${change.name ?? seen.name}`,
  }
  return write(stamp, entry, ['workItems'], async (writer) => {
    const after = replannedWork(stamp, asSeen(await db.workItems.get(id), seenRevision), change)
    await writer.put('workItems', [after])
    return after
  })
}
