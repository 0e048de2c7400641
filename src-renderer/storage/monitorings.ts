import type { Monitoring } from '#domain/monitoring/monitoring'
import type { Round } from '#domain/monitoring/round'
import { db } from './database.ts'

/** The rounds of a book, in the order they were issued. */
export function roundsOf(bookId: string): Promise<Round[]> {
  return db.rounds.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
}

export async function roundById(id: string): Promise<Round | null> {
  return (await db.rounds.get(id)) ?? null
}

/** All forms of a round, in the order they were opened. */
export function monitoringsOf(bookId: string, roundId: string): Promise<Monitoring[]> {
  return db.monitorings
    .where('[bookId+roundId+id]')
    .between([bookId, roundId], [bookId, roundId, []])
    .toArray()
}

export async function monitoringById(id: string): Promise<Monitoring | null> {
  return (await db.monitorings.get(id)) ?? null
}

/** The forms of the ids, in their order; what no longer exists is left out. */
export async function monitoringsByIds(ids: readonly string[]): Promise<Monitoring[]> {
  return (await db.monitorings.bulkGet([...ids])).filter((each) => each !== undefined)
}

/** The forms of a goal in all rounds, the oldest first. */
export async function monitoringsOfGoal(goalId: string): Promise<Monitoring[]> {
  return (await db.monitorings.where('goalId').equals(goalId).toArray()).toSorted((left, right) =>
    left.id < right.id ? -1 : 1,
  )
}
