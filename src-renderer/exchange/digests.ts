import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { digestOf } from './national-crypto.ts'

const worthSparing = 64 * 1024 * 1024

export type Digests = { sha256: string; sm3: string }

/** SHA-256 and SM3, in hex. */
export function digestsOf(bytes: Uint8Array): Digests {
  return { sha256: bytesToHex(sha256(bytes)), sm3: digestOf(bytes) }
}

/** The same for large ones: the machine's own SHA-256 runs beside SM3. */
export async function digestsSoon(bytes: Uint8Array): Promise<Digests> {
  // What is very large is not held once more for the machine's own.
  if (bytes.length > worthSparing) return digestsOf(bytes)
  const own = crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const sm3 = digestOf(bytes)
  return { sha256: bytesToHex(new Uint8Array(await own)), sm3 }
}

/** SHA-256 alone, in hex. */
export async function sha256Soon(bytes: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))))
}
