import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { digestOf } from './national-crypto.ts'

export type Digests = { sha256: string; sm3: string }

/** SHA-256 and SM3, in hex. */
export function digestsOf(bytes: Uint8Array): Digests {
  return { sha256: bytesToHex(sha256(bytes)), sm3: digestOf(bytes) }
}

/** The same for large ones: the machine's own SHA-256 runs beside SM3. */
export async function digestsSoon(bytes: Uint8Array): Promise<Digests> {
  const own = crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  const sm3 = digestOf(bytes)
  return { sha256: bytesToHex(new Uint8Array(await own)), sm3 }
}
