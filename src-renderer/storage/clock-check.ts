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
  const [accepted, copied, heads] = await Promise.all([
    acceptedClock(),
    // A copy of another machine's book was written by another clock.
    db.books.filter(({ readOnly }) => readOnly !== undefined).primaryKeys(),
    db.auditHeads.toArray(),
  ])
  const copies = new Set(copied)
  const asked = heads.filter(
    ({ bookId, number }) => !copies.has(bookId) && number > (accepted?.heads[bookId] ?? 0),
  )
  const ends = await Promise.all(
    asked.map(({ bookId, number }) => db.audit.where('[bookId+number]').equals([bookId, number]).first()),
  )
  const moments = [accepted?.at ?? '', ...ends.map((end) => end?.at ?? '')]
  const latest = moments.reduce((left, right) => (right > left ? right : left))
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
