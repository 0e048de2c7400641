import { AppError } from '#domain/errors'
import { hasSamePlace, type Peer, trustOf } from '#domain/exchange/station'
import type { Actor } from '#domain/people/duties'
import { type Card, openCard } from '#exchange/card'
import { db } from '#storage/database'
import { ownStation } from '#storage/exchange'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What a card would do here. */
export type CardFound = {
  card: Card
  /**
   * `own`: of this machine; `known`: nothing new; `hand-over`: its old key signed the new one over; `other-card`: the same
   * unit or bureau is known by another card, as of a computer it had before.
   */
  kind: 'own' | 'new' | 'known' | 'hand-over' | 'other-key' | 'other-card'
}

/** Reads a card and says what accepting it would mean. Throws AppError. */
export async function readCard(bytes: Uint8Array): Promise<CardFound> {
  const card = await openCard(bytes)
  const [station, peers] = [await ownStation(), await db.peers.toArray()]
  const known = peers.find(({ id }) => id === card.party.id)
  if (trustOf(card.publicKey, card.party.id, station, peers) === 'own') return { card, kind: 'own' }
  if (!known) return { card, kind: peers.some((peer) => isTwin(peer, card)) ? 'other-card' : 'new' }
  if (known.publicKey === card.publicKey) return { card, kind: 'known' }
  const follows = known.state === 'trusted' && card.handOvers.some(({ from }) => from === known.publicKey)
  return { card, kind: follows ? 'hand-over' : 'other-key' }
}

function isTwin(peer: Peer, { party }: Card): boolean {
  return peer.state === 'trusted' && party.level !== '' && hasSamePlace(peer, party)
}

/**
 * 信任往来单位: its key is taken, because its fingerprint was compared (`isCompared`) or its old key signed it over. Throws
 * `package-untrusted` where neither is so, `not-allowed` for this machine's own card.
 */
export async function acceptPeer(bytes: Uint8Array, isCompared: boolean, by: Actor): Promise<Peer> {
  const { card, kind } = await readCard(bytes)
  if (kind === 'own') throw new AppError('not-allowed')
  if (!isCompared && kind !== 'hand-over' && kind !== 'known') throw new AppError('package-untrusted')
  const stamp = newStamp(by)
  const { party, publicKey } = card
  const entry: Entry = { action: 'accept-peer', bookId: '', summary: `信任往来单位：${party.name}` }
  return write(stamp, entry, ['peers'], async (writer) => {
    const before = await db.peers.get(party.id)
    const isKept = before?.publicKey === publicKey
    const peer: Peer = {
      ...party,
      publicKey,
      formerKeys:
        before && !isKept && kind === 'hand-over'
          ? [...before.formerKeys, before.publicKey]
          : (before?.formerKeys ?? []),
      ...{ state: 'trusted', accepted: kind === 'hand-over' ? 'hand-over' : 'fingerprint', reason: '' },
      ...{ acceptedBy: stamp.by, acceptedAt: isKept ? before.acceptedAt : stamp.at },
      ...changed(stamp, before),
    }
    await writer.put('peers', [peer])
    return peer
  })
}
