import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { milestoneById } from '#storage/milestones'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes a target of the bureau's own, or what was said of a shipped one, away; the trail keeps it whole. Throws
 * `changed-meanwhile` where it was changed since it was seen.
 */
export async function discardMilestone(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await milestoneById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    ...{ action: 'discard-milestone', bookId: seen.bookId },
    summary: `删除路线图登记：${seen.text}`,
  }
  await write(stamp, entry, ['milestones'], async (writer) => {
    if ((await db.milestones.get(id))?.revision !== seenRevision) throw new AppError('changed-meanwhile')
    await writer.remove('milestones', [id])
  })
}
