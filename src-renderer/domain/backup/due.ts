import type { BackupReason } from './reason.ts'
import type { BackupSettings } from './settings.ts'

export type Moments = {
  /** Was anything done since the newest backup? */
  isChanged: boolean
  /** Local time of the newest backup as 'YYYY-MM-DDTHH:MM:SS'; null where there is none. */
  newestAt: string | null
  now: string
  /** Milliseconds since the last key or click. */
  idle: number
  /** Milliseconds since the oldest change that no backup has. */
  waiting: number
}

/** The first quiet minute is enough for the day's first backup; whoever never pauses is not waited for any longer. */
const quiet = 60_000
const longest = 30 * 60_000

/**
 * Why a backup is due now, or null. Nothing without a change; the first of a day in the first quiet minute, further ones
 * after the set idle time, and in any case half an hour after the change.
 */
export function dueReason(moments: Moments, settings: BackupSettings): BackupReason | null {
  const { isChanged, newestAt, now, idle, waiting } = moments
  if (!isChanged) return null
  const isFirstOfDay = newestAt === null || newestAt.slice(0, 10) !== now.slice(0, 10)
  if (isFirstOfDay && (idle >= quiet || waiting >= longest)) return 'daily'
  if (idle >= settings.idleMinutes * 60_000 || waiting >= longest) return 'idle'
  return null
}
