/** Which backups stay. Ages count in days from now; what fits no row goes, but never below `atLeast`. */
export type Retention = {
  /** All of the last days. */
  allDays: number
  /** Beyond that the last of each day, for so many days. */
  dailyDays: number
  /** Beyond that the last of each month, for so many months. */
  months: number
  atLeast: number
}

/** 〔拟〕 No regulation names a rule; electronic accounting records are kept longer than any backup of them. */
export const defaultRetention: Retention = { allDays: 7, dailyDays: 30, months: 24, atLeast: 3 }

/** What a person may set each number to; three is the floor that the machine's side holds as well. */
export const retentionLimits: Readonly<Record<keyof Retention, { least: number; most: number }>> = {
  allDays: { least: 1, most: 60 },
  dailyDays: { least: 1, most: 366 },
  months: { least: 0, most: 120 },
  atLeast: { least: 3, most: 100 },
}

/** The rule as kept, every number within its limits; what is missing or no number is the default. */
export function readRetention(value: unknown): Retention {
  const kept = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown> // each field is looked at below
  const read = (field: keyof Retention) => {
    const number = kept[field]
    const { least, most } = retentionLimits[field]
    if (typeof number !== 'number' || !Number.isInteger(number)) return defaultRetention[field]
    return Math.min(Math.max(number, least), most)
  }
  return {
    ...{ allDays: read('allDays'), dailyDays: read('dailyDays') },
    ...{ months: read('months'), atLeast: read('atLeast') },
  }
}

const day = 24 * 60 * 60 * 1000

/**
 * Names of the backups that the rule no longer keeps. `at` and `now` are local times as 'YYYY-MM-DDTHH:MM:SS'; a backup
 * of the future (the clock was wrong) is kept.
 */
export function toDrop(
  backups: readonly { name: string; at: string }[],
  rule: Retention,
  now: string,
): string[] {
  const newestFirst = backups.toSorted((left, right) =>
    left.at < right.at ? 1 : left.at > right.at ? -1 : 0,
  )
  const days = new Set<string>()
  const months = new Set<string>()
  const dropped: string[] = []
  for (const [place, { name, at }] of newestFirst.entries()) {
    const age = Math.floor(
      (Date.parse(`${now.slice(0, 10)}T00:00:00Z`) - Date.parse(`${at.slice(0, 10)}T00:00:00Z`)) / day,
    )
    const [ownDay, ownMonth] = [at.slice(0, 10), at.slice(0, 7)]
    const isLastOfDay = !days.has(ownDay)
    const isLastOfMonth = !months.has(ownMonth)
    days.add(ownDay)
    months.add(ownMonth)
    if (place < rule.atLeast || age < rule.allDays) continue
    if (isLastOfDay && age < rule.dailyDays) continue
    if (isLastOfMonth && monthsBetween(ownMonth, now.slice(0, 7)) < rule.months) continue
    dropped.push(name)
  }
  return dropped
}

function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return count(to) - count(from)
}
