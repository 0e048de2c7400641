import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { type WorkItem, type WorkState, workFlow } from '#domain/supervision/work-item'
import { type StepWanted, stepOf } from '#domain/workflow'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { movedWork } from '#storage/work-item-record'
import { workItemById } from '#storage/work-items'
import { type Entry, write } from '#storage/write'

/**
 * Takes an item of the yearly plan a step along its road. Throws `changed-meanwhile`, the reason where the table, the duty
 * or a missing opinion does not let it, `out-of-reach` for another's work and `condition-unmet` without the proof.
 */
export async function takeWorkStep(
  id: string,
  seenRevision: number,
  wanted: StepWanted<WorkState>,
  by: Actor,
): Promise<WorkItem> {
  const seen = await workItemById(id)
  if (!seen) throw new AppError('not-found')
  const sections = await sectionsOf(seen.bookId)
  const { verb } = stepOf(workFlow, wanted.id) ?? { verb: '' }
  const stamp = newStamp(by)
  const entry: Entry = {
    action: wanted.id,
    bookId: seen.bookId,
    summary: `年度工作${verb}：${seen.name}`,
  }
  return write(stamp, entry, ['workItems'], async (writer) => {
    const before = asSeen(await db.workItems.get(id), seenRevision)
    const after = movedWork(stamp, before, wanted, sections)
    await writer.put('workItems', [after])
    return after
  })
}
