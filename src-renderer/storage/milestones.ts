import type { MeasureFacts } from '#domain/coverage-map/measures'
import type { Milestone } from '#domain/coverage-map/milestone'
import { type Board, boards } from '#domain/regulations'
import { db } from './database.ts'

/** What was said of the targets of the road map in a book. */
export async function milestonesOf(bookId: string): Promise<Milestone[]> {
  const rows = await db.milestones.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
  return rows.filter(isMilestone)
}

export async function milestoneById(id: string): Promise<Milestone | null> {
  const row = await db.milestones.get(id)
  return row && isMilestone(row) ? row : null
}

function isMilestone(row: object): row is Milestone {
  return 'shippedId' in row
}

/** What the registers say of targets: regulations in force by board, own indicators that were confirmed. */
export async function registerFacts(): Promise<Pick<MeasureFacts, 'regulations' | 'indicators'>> {
  const [regulations, indicators] = await Promise.all([db.regulations.toArray(), db.indicators.toArray()])
  const list = Object.keys(boards) as Board[] // the keys of the table
  const counted = list.map((board) => {
    const own = regulations.filter((each) => each.board === board && each.inForce)
    return [board, own.length] as const
  })
  return {
    regulations: Object.fromEntries(counted) as Record<Board, number>, // every board is there
    indicators: indicators.filter(({ state }) => state === 'confirmed').length,
  }
}
