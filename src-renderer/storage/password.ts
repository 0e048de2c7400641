import { argon2idAsync } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import type { Credential } from './records.ts'
import { unwrapDataKey, wrapDataKey } from './sealing.ts'

/** Argon2id as OWASP advises (19 MiB, 2 passes) and a step above it; kept with each credential so that it may grow. */
const cost = { memory: 32_768, passes: 2, lanes: 1 } as const
const saltBytes = 16
const halfBytes = 32

/** Both halves of what a password gives: one to prove it, one to wrap the data key; neither tells the other. */
async function derive(
  password: string,
  credential: Pick<Credential, 'memory' | 'passes' | 'lanes' | 'salt'>,
) {
  const bytes = await argon2idAsync(password.normalize('NFC'), hexToBytes(credential.salt), {
    m: credential.memory,
    t: credential.passes,
    p: credential.lanes,
    dkLen: 2 * halfBytes,
  })
  return { verifier: bytesToHex(bytes.subarray(0, halfBytes)), wrapKey: bytes.subarray(halfBytes) }
}

/** What is kept of a new password: its verifier, and the data key wrapped by it. */
export async function newCredential(id: string, password: string, dataKey: CryptoKey): Promise<Credential> {
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(saltBytes)))
  const { verifier, wrapKey } = await derive(password, { ...cost, salt })
  const wrappedKey = await wrapDataKey(dataKey, wrapKey)
  return { id, scheme: 'argon2id', ...cost, salt, verifier, wrappedKey }
}

/** The data key for a right password, null for a wrong one. */
export async function keyFor(credential: Credential, password: string): Promise<CryptoKey | null> {
  const { verifier, wrapKey } = await derive(password, credential)
  return isSame(verifier, credential.verifier) ? unwrapDataKey(credential.wrappedKey, wrapKey) : null
}

/** Compared to the end: the time taken says nothing about where they differ. */
function isSame(left: string, right: string): boolean {
  let difference = left.length ^ right.length
  for (let index = 0; index < left.length; index++)
    difference |= left.charCodeAt(index) ^ right.charCodeAt(index)
  return difference === 0
}
