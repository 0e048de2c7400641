import { type Day, daysLeft } from '../dates.ts'
import type { Sourced } from '../year-rules.ts'

/** A newest backup of more than so many days ago is warned of. */
const backupNotice: Sourced & { days: number } = {
  ...{ days: 2, clause: '本系统缺省', mark: '拟' },
}

/** How old the newest backup is, in whole calendar days, and whether that is to be said loudly; null: there is none. */
export function backupAge(madeOn: Day | null, today: Day): { days: number | null; isOld: boolean } {
  if (madeOn === null) return { days: null, isOld: true }
  // A clock that was set back makes none from the future.
  const days = Math.max(0, -daysLeft(madeOn, today))
  return { days, isOld: days > backupNotice.days }
}

/** 今天, 昨天, 5 天前. */
export function ageWord(days: number): string {
  if (days === 0) return '今天'
  return days === 1 ? '昨天' : `${days} 天前`
}
