import { months } from '#domain/execution/execution'
import { isReported } from '#domain/monitoring/flow'
import { db } from './database.ts'
import { monitoringsOf, roundsOf } from './monitorings.ts'

/** The months of which the treasury's figures are there. */
export async function monthsWithData(bookId: string): Promise<Set<number>> {
  const counts = await Promise.all(
    months.map((month) =>
      db.executions.where('[bookId+month+id]').between([bookId, month], [bookId, month, []]).limit(1).count(),
    ),
  )
  return new Set(months.filter((_month, index) => (counts[index] ?? 0) > 0))
}

/** How many objects each round asks for and how many have reported; exempt ones are not asked. */
export async function progressOfRounds(
  bookId: string,
): Promise<Map<string, { due: number; reported: number }>> {
  const rounds = await roundsOf(bookId)
  const counted = await Promise.all(
    rounds.map(async ({ id }) => {
      const asked = (await monitoringsOf(bookId, id)).filter(({ state }) => state !== 'exempt')
      const reported = asked.filter(({ state }) => isReported(state)).length
      return [id, { due: asked.length, reported }] as const
    }),
  )
  return new Map(counted)
}
