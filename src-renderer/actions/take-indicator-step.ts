import { indicatorFlow } from '#domain/library/own-flow'
import type { OwnIndicator, OwnState } from '#domain/library/own-indicator'
import type { Actor } from '#domain/people/duties'
import { type StepWanted, stepOf } from '#domain/workflow'
import { db } from '#storage/database'
import { steppedOwn } from '#storage/own-indicator-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Takes 个性指标 a step along its road, if it is still as the person saw it; the trail is that of the open book. Throws
 * what the table, the duty, the reach or a missing opinion say.
 */
export async function takeIndicatorStep(
  bookId: string,
  seen: Pick<OwnIndicator, 'id' | 'name' | 'revision'>,
  wanted: StepWanted<OwnState>,
  by: Actor,
): Promise<OwnIndicator> {
  const stamp = newStamp(by)
  const { verb } = stepOf(indicatorFlow, wanted.id) ?? { verb: '' }
  const entry: Entry = { action: wanted.id, bookId, summary: `${verb}个性指标：${seen.name}` }
  return write(stamp, entry, ['indicators'], async (writer) => {
    const before = asSeen(await db.indicators.get(seen.id), seen.revision)
    const after = steppedOwn(stamp, before, wanted)
    await writer.put('indicators', [after])
    return after
  })
}
