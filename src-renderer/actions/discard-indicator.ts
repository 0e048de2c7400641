import type { OwnIndicator } from '#domain/library/own-indicator'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { assertChangeable } from '#storage/own-indicator-record'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 删除 个性指标 that is not confirmed; the trail keeps it whole. Throws as changing it does. */
export async function discardIndicator(
  bookId: string,
  seen: Pick<OwnIndicator, 'id' | 'name' | 'revision'>,
  by: Actor,
): Promise<void> {
  const entry: Entry = { action: 'discard-indicator', bookId, summary: `删除个性指标：${seen.name}` }
  await write(newStamp(by), entry, ['indicators'], async (writer) => {
    assertChangeable(by, asSeen(await db.indicators.get(seen.id), seen.revision))
    await writer.remove('indicators', [seen.id])
  })
}
