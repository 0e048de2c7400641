import { hexToBytes } from '@noble/hashes/utils.js'
import { fingerprintOf } from '#domain/exchange/station'
import { digestOf } from './national-crypto.ts'

/** 指纹 of a public key (hexadecimal), by the SM3 digest of its bytes. */
export function fingerprint(publicKey: string): string {
  return fingerprintOf(digestOf(hexToBytes(publicKey)))
}
