import { AppError } from '#domain/errors'
import { checkRound, type Round, type RoundPlanWanted } from '#domain/monitoring/round'
import type { Actor } from '#domain/people/duties'
import { curvesOf } from '#storage/curves'
import { db } from '#storage/database'
import { treasuryPaidAt } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { newMonitorings, newRound } from '#storage/monitoring-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 布置轮次: issues a round and opens a form for every goal it asks for. Throws `entry-faulty` with the problems as its cause
 * where the round is not complete or its name is taken, `not-found` where no goal belongs to it.
 */
export async function openRound(
  bookId: string,
  wanted: RoundPlanWanted,
  by: Actor,
): Promise<{ round: Round; count: number }> {
  const goals = await goalsOf(bookId)
  const stamp = newStamp(by)
  const round = newRound(stamp, bookId, wanted)
  const [curves, paid] = await Promise.all([curvesOf(bookId), treasuryPaidAt(bookId, wanted.month)])
  const forms = newMonitorings(stamp, round, goals, [], { curves, paid })
  const summary = `布置监控轮次：${round.name}，${forms.length} 个对象，${round.dueOn} 前报送`
  const entry: Entry = { action: 'open-round', bookId, summary }
  return write(stamp, entry, ['rounds', 'monitorings'], async (writer) => {
    const others = await db.rounds.where('[bookId+id]').between([bookId], [bookId, []]).toArray()
    const problems = checkRound(wanted, others)
    if (problems.length > 0) throw new AppError('entry-faulty', { cause: problems })
    if (forms.length === 0) throw new AppError('not-found')
    await writer.put('rounds', [round])
    await writer.put('monitorings', forms)
    return { round, count: forms.length }
  })
}
