import type { Moment } from './dates.ts'

/** 时钟规则, this system's own 〔拟〕: clocks are put right by minutes all the time. */
const clockRules = { toleranceMinutes: 10 } as const

/** The clock stands before something that is known to have happened. */
export type ClockFault = { now: Moment; latest: Moment; minutes: number }

/**
 * Whether the clock was put back: it stands more than the tolerance before the latest thing that was done. Null where it
 * was not, and where nothing was done yet (`latest` '').
 */
export function clockFault(now: Moment, latest: Moment | ''): ClockFault | null {
  if (latest === '') return null
  const minutes = Math.floor((Date.parse(latest) - Date.parse(now)) / 60_000)
  return minutes > clockRules.toleranceMinutes ? { now, latest, minutes } : null
}

/** How far the clock stands back, in the unit a person would say it in: 327 天, 5 小时, 25 分钟. */
export function behindText({ minutes }: Pick<ClockFault, 'minutes'>): string {
  if (minutes >= 48 * 60) return `${Math.floor(minutes / (24 * 60))} 天`
  return minutes >= 120 ? `${Math.floor(minutes / 60)} 小时` : `${minutes} 分钟`
}
