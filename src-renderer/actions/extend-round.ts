import { AppError } from '#domain/errors'
import type { Round } from '#domain/monitoring/round'
import type { Actor } from '#domain/people/duties'
import { curvesOf } from '#storage/curves'
import { db } from '#storage/database'
import { treasuryPaidAt } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { newMonitorings } from '#storage/monitoring-record'
import { monitoringsOf, roundById } from '#storage/monitorings'
import { changed } from '#storage/revision'
import { newStamp, type Stamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 补充对象: opens forms for goals that came to belong to a round after it was issued; `named` are added to a round that
 * names its goals. Gives how many.
 */
export async function extendRound(
  roundId: string,
  by: Actor,
  named: readonly string[] = [],
): Promise<number> {
  const seen = await roundById(roundId)
  if (!seen) throw new AppError('not-found')
  const goals = await goalsOf(seen.bookId)
  const known = named.filter((id) => goals.some((goal) => goal.id === id))
  const curves = await curvesOf(seen.bookId)
  const paid = await treasuryPaidAt(seen.bookId, seen.month)
  const stamp = newStamp(by)
  const entry: Entry = { action: 'open-round', bookId: seen.bookId, summary: '' }
  return write(stamp, entry, ['rounds', 'monitorings'], async (writer) => {
    const round = await db.rounds.get(roundId)
    if (round?.state !== 'open') throw new AppError('not-allowed')
    const extended = round.scope === 'chosen' ? withNamed(stamp, round, known) : round
    const there = await monitoringsOf(round.bookId, roundId)
    const forms = newMonitorings(stamp, extended, goals, there, { curves, paid })
    writer.say(`补充监控对象：${round.name}，${forms.length} 个`)
    if (forms.length > 0 && extended !== round) await writer.put('rounds', [extended])
    await writer.put('monitorings', forms)
    return forms.length
  })
}

function withNamed(stamp: Stamp, round: Round, named: readonly string[]): Round {
  return {
    ...round,
    goalIds: [...new Set([...(round.goalIds ?? []), ...named])],
    ...changed(stamp, round),
  }
}
