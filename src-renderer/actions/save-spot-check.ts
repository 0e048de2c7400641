import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import type { SpotCheck, SpotCheckContent } from '#domain/spot-checks/spot-check'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { revisedCheck } from '#storage/spot-check-record'
import { spotCheckById } from '#storage/spot-checks'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what was written on a check. Throws `changed-meanwhile`, `not-allowed` where its state forbids it. */
export async function saveSpotCheck(
  id: string,
  seenRevision: number,
  change: Partial<SpotCheckContent>,
  by: Actor,
): Promise<SpotCheck> {
  const seen = await spotCheckById(id)
  if (!seen) throw new AppError('not-found')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-spot-check', bookId: seen.bookId, summary: `记录核查：${seen.name}` }
  return write(stamp, entry, ['spotChecks'], async (writer) => {
    const check = revisedCheck(stamp, asSeen(await db.spotChecks.get(id), seenRevision), change)
    await writer.put('spotChecks', [check])
    return check
  })
}
