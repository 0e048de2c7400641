import type { Moment } from '../dates.ts'
import { type Level, plainCode } from '../year-book.ts'

/** Who a package comes from or goes to, as it says in the package itself. */
export type Party = {
  /** Of the station; '' where it is not known (kits of experts). */
  id: string
  name: string
  level: Level | ''
  regionCode: string
  /** 单位代码 of a budget unit; '' for a bureau. */
  unitCode: string
}

/** 本机: this installation as others know it. One per machine; its private key is sealed with the machine's data key. */
export type Station = Party & {
  publicKey: string
  sealedKey: string
  /** Keys it had before, the newest last: what was signed with them stays theirs. */
  formerKeys: readonly string[]
  /** The old key's signature over the newest, to travel with the card. */
  handOvers: readonly { from: string; signature: string }[]
  createdAt: Moment
  changedAt: Moment
  changedBy: string
}

/** Of a station only what names it to others: its keys stay. */
export function partyOf({ id, name, level, regionCode, unitCode }: Party): Party {
  return { id, name, level, regionCode, unitCode }
}

export const peerStates = { trusted: '已信任', revoked: '已停用' } as const
export type PeerState = keyof typeof peerStates

/** 往来单位: another installation, whose key somebody here has compared with the fingerprint on paper. */
export type Peer = Party & {
  publicKey: string
  /** Keys it signed itself over from. */
  formerKeys: readonly string[]
  state: PeerState
  /** How its key was accepted. */
  acceptedBy: string
  acceptedAt: Moment
  accepted: 'fingerprint' | 'hand-over'
  /** Why it was revoked; '' while it is trusted. */
  reason: string
  revision: number
  changedAt: Moment
  changedBy: string
}

/** What a signature says of a package. */
export const trusts = {
  trusted: '签名有效，来自已信任的往来单位',
  own: '签名有效，由本机生成',
  former: '签名有效，但用的是对方已更换的旧密钥',
  revoked: '签名有效，但该往来单位已停用',
  unknown: '签名有效，但本机还没有信任这个单位',
  mismatch: '签名密钥与本机记录的该单位不一致',
} as const
export type Trust = keyof typeof trusts

/**
 * Whose signature it is: by the key alone, then by the station that the package names. A known name with another key is a
 * `mismatch`: either the key was changed without a hand-over, or somebody else uses the name.
 */
export function trustOf(
  publicKey: string,
  senderId: string,
  station: Pick<Station, 'id' | 'publicKey' | 'formerKeys'> | null,
  peers: readonly Peer[],
): Trust {
  if (station && [station.publicKey, ...station.formerKeys].includes(publicKey))
    return station.id === senderId ? 'own' : 'mismatch'
  const named = peers.find(({ id }) => id === senderId)
  const signer = peers.find((peer) => [peer.publicKey, ...peer.formerKeys].includes(publicKey))
  if (!named && !signer) return 'unknown'
  if (named !== signer || !signer) return 'mismatch'
  if (signer.state === 'revoked') return 'revoked'
  return signer.publicKey === publicKey ? 'trusted' : 'former'
}

/**
 * As `trustOf`, and the sender has to be who its card said: a station whose key is trusted as one unit's does not become
 * another unit, or a bureau, by saying so in a package.
 */
export function trustOfSender(
  publicKey: string,
  sender: Party,
  station: Pick<Station, 'id' | 'publicKey' | 'formerKeys'> | null,
  peers: readonly Peer[],
): Trust {
  const trust = trustOf(publicKey, sender.id, station, peers)
  const peer = peers.find(({ id }) => id === sender.id)
  return peer && !hasSamePlace(peer, sender) ? 'mismatch' : trust
}

type Place = Pick<Party, 'level' | 'regionCode' | 'unitCode'>

/** Whether two parties are the same unit or bureau, whatever their machines. */
export function hasSamePlace(left: Place, right: Place): boolean {
  if (left.level !== right.level || left.regionCode !== right.regionCode) return false
  return plainCode(left.unitCode) === plainCode(right.unitCode)
}

/** Whether two parties are the same station; by their places where one has sent no card yet. */
export function isSameParty(left: Party, right: Party): boolean {
  return left.id !== '' && right.id !== '' ? left.id === right.id : hasSamePlace(left, right)
}

/**
 * 指纹 of a public key, short enough to be compared over the telephone: 20 decimal digits of its SM3 digest in groups of
 * five (66 bits). `digest` is hexadecimal.
 */
export function fingerprintOf(digest: string): string {
  const number = BigInt(`0x${digest}`) % 10n ** 20n
  const digits = number.toString().padStart(20, '0')
  return digits.match(/.{5}/g)?.join(' ') ?? digits
}
