import { type ClockFault, clockFault } from '#domain/clock'
import type { Moment } from '#domain/dates'
import { db } from './database.ts'
import { preference } from './preferences.ts'

/** Setting of this machine: until where the trails are passed over, since somebody said that the clock is right. */
export const acceptedName = 'clock-accepted'

/** When it was said, and the ends of the chains then. */
export type AcceptedClock = { at: Moment; heads: Record<string, number> }

/** Whether the clock stands before what the trails say was done on this machine. */
export async function checkClock(now: Moment): Promise<ClockFault | null> {
  const accepted = await acceptedClock()
  // A copy of another machine's book was written by another clock.
  const copies = new Set(
    (await db.books.filter(({ readOnly }) => readOnly !== undefined).toArray()).map(({ id }) => id),
  )
  let latest: Moment | '' = accepted?.at ?? ''
  for (const { bookId, number } of await db.auditHeads.toArray()) {
    if (copies.has(bookId) || number <= (accepted?.heads[bookId] ?? 0)) continue
    const last = await db.audit.where('[bookId+number]').equals([bookId, number]).first()
    if (last && last.at > latest) latest = last.at
  }
  return clockFault(now, latest)
}

/** What is to be kept when somebody says that the clock is right. */
export async function clockAsItIs(at: Moment): Promise<AcceptedClock> {
  const heads = await db.auditHeads.toArray()
  return { at, heads: Object.fromEntries(heads.map(({ bookId, number }) => [bookId, number])) }
}

async function acceptedClock(): Promise<AcceptedClock | null> {
  return ((await preference(acceptedName)) as AcceptedClock | undefined) ?? null // written by accept-clock alone
}
