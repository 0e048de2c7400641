import { desktop } from '#desktop'
import type { BackupLock, BackupManifest } from '#domain/backup/manifest'
import { sha256Soon } from '#exchange/digests'
import { type BackupKey, joined, keyOf, newLock, sealedPart, unsealedPart } from './lock.ts'

const prefixDigits = 16

/**
 * Puts the attachments that the records cite beside the copies, each once for ever: named by content, or sealed under the
 * key, named by content and key. What this machine itself no longer has is passed over; the check of the store tells it.
 */
export async function copyAttachments(hashes: readonly string[], key: BackupKey | null): Promise<void> {
  const names = new Map<string, string>()
  for (const hash of hashes) names.set(key ? `${hash}.${await markOf(key.salt)}` : hash, hash)
  for (const name of await desktop.lackedPieces([...names.keys()])) {
    const hash = names.get(name) ?? ''
    const bytes = await desktop.readAttachment(hash)
    if (bytes) await desktop.keepPiece(name, key ? await sealedPiece(bytes, hash, key) : bytes)
  }
}

/** Puts back what this machine lacks from beside the copies. The hashes that are nowhere. */
export async function restoreAttachments(
  hashes: readonly string[],
  { lock }: BackupManifest,
  passphrase: string,
): Promise<string[]> {
  const lacked = await desktop.lackedAttachments([...hashes])
  const { second } = lacked.length > 0 ? await desktop.listBackups() : { second: null }
  if (!second?.isReachable) return lacked
  const nowhere: string[] = []
  const key = lock && (await keyOf(passphrase, lock))
  for (const hash of lacked) {
    const bytes = await pieceOf(hash, lock, key)
    if (bytes && (await sha256Soon(bytes)) === hash) await desktop.keepAttachment(bytes)
    else nowhere.push(hash)
  }
  return nowhere
}

async function pieceOf(
  hash: string,
  lock: BackupLock | null,
  key: string | null,
): Promise<Uint8Array | null> {
  const clear = await desktop.readPiece(hash)
  if (clear || !lock || !key) return clear
  const sealed = await desktop.readPiece(`${hash}.${await markOf(lock.salt)}`)
  if (!sealed) return null
  const nonce = new TextDecoder().decode(sealed.subarray(0, prefixDigits))
  if (!/^[0-9a-f]+$/.test(nonce)) return null
  return unsealedPart(sealed.subarray(prefixDigits), key, { ...lock, nonce }, placeOf(hash))
}

/** The nonce's random digits, then the sealed content. */
async function sealedPiece(bytes: Uint8Array, hash: string, key: BackupKey): Promise<Uint8Array> {
  const lock = newLock(key)
  return joined([new TextEncoder().encode(lock.nonce), await sealedPart(bytes, key.key, lock, placeOf(hash))])
}

function placeOf(hash: string) {
  return { id: 'attachment', index: 0, name: hash }
}

/** Which key a piece is sealed under, without telling anything of it. */
async function markOf(salt: string): Promise<string> {
  return (await sha256Soon(new TextEncoder().encode(salt))).slice(0, 8)
}
