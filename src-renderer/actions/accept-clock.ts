import { behindText, type ClockFault } from '#domain/clock'
import type { Actor } from '#domain/people/duties'
import { acceptedName, clockAsItIs } from '#storage/clock-check'
import { keepPreference } from '#storage/preferences'
import { newStamp } from '#storage/stamp'
import { note } from '#storage/write'

/** 认定系统时间正确: it was fast before. Stands in the trail of this machine; what was written until now is passed over. */
export async function acceptClock(fault: ClockFault, by: Actor): Promise<void> {
  const stamp = newStamp(by)
  const summary = `系统时间比最后一次操作早 ${behindText(fault)}，认定现在的时间正确`
  await note(stamp, { action: 'accept-clock', bookId: '', summary })
  await keepPreference(acceptedName, await clockAsItIs(stamp.at))
}
