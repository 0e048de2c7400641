import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { schemeById } from '#storage/appraisals'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Deletes a draft of a 考核办法; the trail keeps it whole. Throws `not-allowed` for one that was approved. */
export async function discardScheme(id: string, seenRevision: number, by: Actor): Promise<void> {
  const seen = await schemeById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = {
    action: 'discard-scheme',
    bookId: seen.bookId,
    summary: `删除考核办法：${seen.name}`,
  }
  return write(stamp, entry, ['schemes'], async (writer) => {
    const { state } = asSeen(await db.schemes.get(id), seenRevision)
    if (state !== 'draft') throw new AppError('not-allowed')
    await writer.remove('schemes', [id])
  })
}
