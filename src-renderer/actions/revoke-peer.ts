import { AppError } from '#domain/errors'
import type { Peer, PeerState } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 停用 (with a reason) or 恢复 of a peer: packages signed by a revoked one are not taken without an administrator. */
export async function setPeerState(id: string, state: PeerState, reason: string, by: Actor): Promise<Peer> {
  if (state === 'revoked' && reason.trim() === '') throw new AppError('reason-missing')
  const stamp = newStamp(by)
  const entry: Entry = { action: 'revoke-peer', bookId: '', summary: '' }
  return write(stamp, entry, ['peers'], async (writer) => {
    const before = await db.peers.get(id)
    if (!before) throw new AppError('not-found')
    if (before.state === state) throw new AppError('changed-meanwhile')
    const after: Peer = {
      ...before,
      ...{ state, reason: state === 'revoked' ? reason.trim() : '', revision: before.revision + 1 },
      ...{ changedAt: stamp.at, changedBy: stamp.by },
    }
    writer.say(`${state === 'revoked' ? '停用' : '恢复'}往来单位：${before.name}`)
    await writer.put('peers', [after])
    return after
  })
}
