import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { type SpotCheckState, spotCheckFlow } from '#domain/spot-checks/flow'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import { type StepWanted, stepOf } from '#domain/workflow'
import { db } from '#storage/database'
import { asSeen } from '#storage/revision'
import { movedCheck } from '#storage/spot-check-record'
import { spotChecksByIds } from '#storage/spot-checks'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes checks of one book a step along their road, all or none. Throws the reason where the table, the duty, a missing
 * opinion or a record that lacks something does not let it; for the last `cause` holds what is missing.
 */
export async function takeSpotCheckStep(
  checks: readonly { id: string; seenRevision: number }[],
  wanted: StepWanted<SpotCheckState>,
  by: Actor,
): Promise<SpotCheck[]> {
  const [seen] = await spotChecksByIds(checks.map(({ id }) => id))
  if (!seen) throw new AppError('not-found')
  const { verb } = stepOf(spotCheckFlow, wanted.id) ?? { verb: '' }
  const what = checks.length === 1 ? seen.name : `${checks.length} 个项目`
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: seen.bookId, summary: `重点核查${verb}：${what}` }
  return write(stamp, entry, ['spotChecks'], async (writer) => {
    const stored = await db.spotChecks.bulkGet(checks.map(({ id }) => id))
    const before = checks.map(({ seenRevision }, index) => asSeen(stored[index], seenRevision))
    const after = before.map((check) => movedCheck(stamp, check, wanted))
    await writer.put('spotChecks', after)
    return after
  })
}
