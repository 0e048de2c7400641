import { AppError } from '#domain/errors'
import type { Round } from '#domain/monitoring/round'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { roundById } from '#storage/monitorings'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 结束 or 重开 a round: while it is closed nothing in it is written. Throws `changed-meanwhile` where it is so already. */
export async function setRoundState(roundId: string, state: Round['state'], by: Actor): Promise<Round> {
  const seen = await roundById(roundId)
  if (!seen) throw new AppError('not-found')
  const verb = state === 'closed' ? '结束监控轮次' : '重开监控轮次'
  const stamp = newStamp(by)
  const entry: Entry = { action: 'close-round', bookId: seen.bookId, summary: `${verb}：${seen.name}` }
  return write(stamp, entry, ['rounds'], async (writer) => {
    const round = await db.rounds.get(roundId)
    if (!round) throw new AppError('not-found')
    if (round.state === state) throw new AppError('changed-meanwhile')
    const made = changed(stamp, round)
    const after: Round = { ...round, state, ...made }
    await writer.put('rounds', [after])
    return after
  })
}
