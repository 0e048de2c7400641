import { argon2idAsync } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { AppError } from '#domain/errors'
import type { Lock, PassphraseLock } from './manifest.ts'
import { nonceBytes, sealKeyBytes, unwrappedWith, wrappedFor } from './national-crypto.ts'

/** How a package is to be closed: under a passphrase, to the receiver's public key, or not at all. */
export type Closing = { passphrase: string } | { publicKey: string } | null

/** What opens a locked package: the passphrase, or this station's private key. */
export type Opener = { passphrase: string } | { privateKey: string }

/** Argon2id as OWASP advises (19 MiB, 2 passes) and a step above it, as for passwords. */
const cost = { memory: 32_768, passes: 2, lanes: 1 } as const
const saltBytes = 16

export type Randomness = (count: number) => Uint8Array

/** A new lock of its kind, with the key that closes by it. */
export async function closedBy(
  closing: NonNullable<Closing>,
  random: Randomness,
): Promise<{ lock: Lock; key: Uint8Array }> {
  const nonce = bytesToHex(random(nonceBytes))
  if ('publicKey' in closing) {
    const key = random(sealKeyBytes)
    const wrapped = wrappedFor(key, closing.publicKey)
    return { lock: { kdf: 'sm2', publicKey: closing.publicKey, wrapped, nonce }, key }
  }
  const lock = { kdf: 'argon2id', ...cost, salt: bytesToHex(random(saltBytes)), nonce } as const
  return { lock, key: await keyOf(closing.passphrase, lock) }
}

/** The key of a lock. Throws `wrong-passphrase` or `not-for-here`. */
export async function keyFor(lock: Lock, opener: Opener): Promise<Uint8Array> {
  if (lock.kdf === 'argon2id') {
    if (!('passphrase' in opener)) throw new AppError('wrong-passphrase')
    return keyOf(opener.passphrase, lock)
  }
  const key = 'privateKey' in opener ? unwrappedWith(lock.wrapped, opener.privateKey) : null
  if (key?.length !== sealKeyBytes) throw new AppError('not-for-here')
  return key
}

async function keyOf(passphrase: string, lock: Omit<PassphraseLock, 'nonce'>): Promise<Uint8Array> {
  const password = passphrase.normalize('NFKC').trim()
  const { memory, passes, lanes } = lock
  return argon2idAsync(password, hexToBytes(lock.salt), {
    m: memory,
    t: passes,
    p: lanes,
    dkLen: sealKeyBytes,
  })
}

/** Each part has its own nonce: the lock's, with the part's position added to its last four bytes. */
export function nonceOf({ nonce }: Lock, index: number): Uint8Array {
  const bytes = hexToBytes(nonce)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const at = nonceBytes - 4
  view.setUint32(at, (view.getUint32(at) + index) >>> 0)
  return bytes
}

/** A part moved to another name or package does not open. */
export function placeOf(version: number, id: string, name: string): string {
  return `jhx ${version} ${id} ${name}`
}
