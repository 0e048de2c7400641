import { type Digests, digestsSoon } from './digests.ts'
import { packedCopy } from './kept-copy.ts'
import type { KeyPair } from './national-crypto.ts'
import { type Closing, type Packed, sealPackage } from './package.ts'

/** A package of records as it is sent, with the same records in clear, for looking up what both sides last had in common. */
export type Sealed = Digests & { bytes: Uint8Array; copy: Uint8Array }
export type Sealing = { content: Packed; keys: KeyPair; closing: Closing }

export async function sealed({ content, keys, closing }: Sealing): Promise<Sealed> {
  const bytes = await sealPackage(content, keys, closing)
  const copy = packedCopy(new Map(Object.entries(content.parts)), content)
  return { bytes, copy, ...(await digestsSoon(bytes)) }
}
