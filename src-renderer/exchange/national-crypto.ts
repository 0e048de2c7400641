import { sm2, sm3, sm4 } from 'sm-crypto-v2'

/** 国密 by a kept library: SM2 signatures (GB/T 32918), SM3 digests (GB/T 32905), SM4 in GCM (GB/T 32907). Keys are hex. */
export type KeyPair = { publicKey: string; privateKey: string }

export function newKeyPair(): KeyPair {
  return sm2.generateKeyPairHex()
}

/** SM3 of bytes, in hex. */
export function digestOf(bytes: Uint8Array): string {
  return sm3(bytes)
}

/** Signature of bytes (SM2 with SM3 and the signer's default identity), r and s in hex. */
export function signed(bytes: Uint8Array, { privateKey, publicKey }: KeyPair): string {
  return sm2.doSignature(bytes, privateKey, { hash: true, publicKey })
}

/** Whether a signature is this key's over these bytes; what is no signature or no key is none. */
export function isSignedBy(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  if (!isPair(signature) || !isPublicKey(publicKey)) return false
  return sm2.doVerifySignature(bytes, signature, publicKey, { hash: true })
}

/** The order of the curve's base point (GB/T 32918.5). */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n

/** r and s from 1 to below the order, their sum not 0 (GB/T 32918.2, 7.1): for anything else the library throws. */
function isPair(signature: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false
  const [r, s] = [BigInt(`0x${signature.slice(0, 64)}`), BigInt(`0x${signature.slice(64)}`)]
  return [r, s].every((value) => value > 0n && value < order) && (r + s) % order !== 0n
}

/** An uncompressed point of the curve in hex. */
export function isPublicKey(text: string): boolean {
  if (!/^04[0-9a-f]{128}$/.test(text)) return false
  try {
    return sm2.verifyPublicKey(text)
  } catch (error) {
    // The library throws for a point beside the curve.
    if (error instanceof Error && /point/.test(error.message)) return false
    throw error
  }
}

/** Bytes encrypted to a public key (SM2, C1C3C2), in hex: only the holder of the private key reads them. */
export function wrappedFor(bytes: Uint8Array, publicKey: string): string {
  return sm2.doEncrypt(bytes, publicKey, 1)
}

/** The bytes again; null for another key or any changed byte. */
export function unwrappedWith(wrapped: string, privateKey: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2}){97,}$/.test(wrapped)) return null
  try {
    const bytes = sm2.doDecrypt(wrapped, privateKey, 1, { output: 'array' })
    return bytes.length > 0 ? bytes : null
  } catch (error) {
    // The library throws for a point beside the curve: what was encrypted to nobody.
    if (error instanceof Error && /point|curve|invalid/i.test(error.message)) return null
    throw error
  }
}

export const sealKeyBytes = 16
export const nonceBytes = 12
export const tagBytes = 16

/** Bytes encrypted by SM4-GCM, the tag at their end; `place` is what they are bound to. */
export function sealed(bytes: Uint8Array, key: Uint8Array, nonce: Uint8Array, place: string): Uint8Array {
  const associatedData = new TextEncoder().encode(place)
  const { output, tag } = sm4.encrypt(bytes, key, {
    ...{ mode: 'gcm', output: 'array', padding: 'none', iv: nonce, outputTag: true, associatedData },
  })
  if (!tag) throw new Error('GCM gives a tag')
  const both = new Uint8Array(output.length + tagBytes)
  both.set(output)
  both.set(tag, output.length)
  return both
}

/** The bytes again; null for another key, place, or any changed byte. */
export function unsealed(
  bytes: Uint8Array,
  key: Uint8Array,
  nonce: Uint8Array,
  place: string,
): Uint8Array | null {
  if (bytes.length < tagBytes) return null
  const associatedData = new TextEncoder().encode(place)
  try {
    return sm4.decrypt(bytes.subarray(0, bytes.length - tagBytes), key, {
      ...{ mode: 'gcm', output: 'array', padding: 'none', iv: nonce, associatedData },
      tag: bytes.subarray(bytes.length - tagBytes),
    })
  } catch (error) {
    // The library throws where the tag does not fit: that is the answer, not a failure.
    if (error instanceof Error && /tag mismatch/.test(error.message)) return null
    throw error
  }
}
