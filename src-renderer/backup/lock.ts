import { argon2idAsync } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { BackupLock } from '#domain/backup/manifest'
import { nonceBytes, sealed, sealKeyBytes, unsealed } from '#exchange/national-crypto'

/** Argon2id as for passwords and packages. */
const cost = { memory: 32_768, passes: 2, lanes: 1 } as const
const saltBytes = 16
/** Random of each file; the rest of a nonce counts its pieces. */
const prefixBytes = 8
/** Small enough that no piece holds the page up. */
const pieceBytes = 256 * 1024
const tagBytes = 16
/** Pieces that one part may have: 256 GB. */
const piecesPerPart = 1 << 20

/** The key of a passphrase, kept so that backups can be made by themselves; the passphrase itself is kept nowhere. */
export type BackupKey = Omit<BackupLock, 'nonce'> & { key: string }

export async function newBackupKey(passphrase: string): Promise<BackupKey> {
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(saltBytes)))
  const lock = { kdf: 'argon2id' as const, ...cost, salt }
  return { ...lock, key: await keyOf(passphrase, lock) }
}

export async function keyOf(passphrase: string, lock: Omit<BackupLock, 'nonce'>): Promise<string> {
  const { memory, passes, lanes, salt } = lock
  const options = { m: memory, t: passes, p: lanes, dkLen: sealKeyBytes }
  return bytesToHex(await argon2idAsync(passphrase.normalize('NFKC').trim(), hexToBytes(salt), options))
}

/** The lock of one new file under a kept key. */
export function newLock({ key: _key, ...lock }: BackupKey): BackupLock {
  return { ...lock, nonce: bytesToHex(crypto.getRandomValues(new Uint8Array(prefixBytes))) }
}

/** Where a part lies: its file, its place among the parts, its name. */
export type Place = { id: string; index: number; name: string }

/** A part in pieces, each sealed by itself and bound to its place; the last one says so. */
export async function sealedPart(bytes: Uint8Array, key: string, lock: BackupLock, place: Place) {
  const count = Math.max(1, Math.ceil(bytes.length / pieceBytes))
  const pieces: Uint8Array[] = []
  for (let piece = 0; piece < count; piece++) {
    const clear = bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
    const bound = boundTo(place, piece, piece === count - 1)
    pieces.push(sealed(clear, hexToBytes(key), nonceOf(lock, place, piece), bound))
    await pause()
  }
  return joined(pieces)
}

/** The part again; null for another key or any change. */
export async function unsealedPart(
  bytes: Uint8Array,
  key: string,
  lock: BackupLock,
  place: Place,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const step = pieceBytes + tagBytes
  const count = Math.max(1, Math.ceil(bytes.length / step))
  const pieces: Uint8Array[] = []
  for (let piece = 0; piece < count; piece++) {
    const closed = bytes.subarray(piece * step, (piece + 1) * step)
    const bound = boundTo(place, piece, piece === count - 1)
    const clear = unsealed(closed, hexToBytes(key), nonceOf(lock, place, piece), bound)
    if (!clear) return null
    pieces.push(clear)
    await pause()
  }
  return joined(pieces)
}

function nonceOf({ nonce }: BackupLock, { index }: Place, piece: number): Uint8Array {
  const bytes = new Uint8Array(nonceBytes)
  bytes.set(hexToBytes(nonce))
  new DataView(bytes.buffer).setUint32(prefixBytes, index * piecesPerPart + piece)
  return bytes
}

function boundTo({ id, name }: Place, piece: number, isLast: boolean): string {
  return `jhb 1 ${id} ${name} ${piece} ${isLast ? 'last' : 'more'}`
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Lets the page draw and answer between two pieces of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
