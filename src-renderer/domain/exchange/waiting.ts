import { carriesRecords, type PackageRecord, type Purpose } from './package.ts'
import { type Party, type Peer, type Station, trustOf } from './station.ts'

/** What a file in an inbox is to this machine. */
export const standings = {
  new: '待接收',
  reading: '正在核对',
  known: '已办理',
  own: '本机生成',
  other: '给其他单位',
  elsewhere: '不在这里接收',
  newer: '须先升级程序',
  damaged: '打不开',
} as const
export type Standing = keyof typeof standings

/** What a package says of itself, its signature being right. */
export type FileHead = {
  id: string
  purpose: Purpose
  sender: Party
  receiverId: string
  publicKey: string
  sequence: number
  /** Of a receipt: the package it is about, and when it was given. */
  receipt: { packageId: string; at: string } | null
}

/** `large`: too large to be opened only to be named; `newer`: of a format that this program does not know yet. */
export type Look = FileHead | 'damaged' | 'newer' | 'large' | null

export type KnownHere = {
  packages: readonly PackageRecord[]
  peers: readonly Peer[]
  station: Station | null
}

/**
 * Whether a file waits to be taken in: not where it stands in the ledger already (by SHA-256), was made here, is for somebody
 * else, or tells nothing new (a receipt or a card that was taken). `look` is null while it has not been opened; `sha256` is ''
 * while it has not been reckoned.
 */
export function standingOf(sha256: string, look: Look, known: KnownHere): Standing {
  if (sha256 === '') return 'reading'
  const listed = known.packages.find((each) => each.sha256 === sha256)
  if (listed) return listed.direction === 'out' ? 'own' : 'known'
  if (look === 'large') return 'new'
  if (look === 'damaged' || look === 'newer') return look
  return look === null ? 'reading' : standingOfHead(look, known)
}

function standingOfHead(head: FileHead, { packages, peers, station }: KnownHere): Standing {
  if (station && trustOf(head.publicKey, head.sender.id, station, peers) === 'own') return 'own'
  if (head.receiverId !== '' && head.receiverId !== station?.id) return 'other'
  if (head.purpose === 'receipt') return receiptStanding(head, packages)
  if (head.purpose === 'station') {
    const isKnown = peers.some(({ id, publicKey }) => id === head.sender.id && publicKey === head.publicKey)
    return isKnown ? 'known' : 'new'
  }
  return carriesRecords(head.purpose) ? 'new' : 'elsewhere'
}

/** The newer receipt counts; one about no package of ours is somebody else's. */
function receiptStanding({ receipt }: FileHead, packages: readonly PackageRecord[]): Standing {
  const about = packages.find(({ id, direction }) => direction === 'out' && id === receipt?.packageId)
  if (!about || !receipt) return 'other'
  return about.receipt && about.receipt.at >= receipt.at ? 'known' : 'new'
}
