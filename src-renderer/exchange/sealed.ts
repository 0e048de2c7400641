import { type Digests, digestsSoon } from './digests.ts'
import { packedCopy } from './kept-copy.ts'
import type { Closing } from './lock.ts'
import type { KeyPair } from './national-crypto.ts'
import { type LateParts, type Packed, sealPackage } from './package.ts'

/**
 * A package of records as it is sent, with the same records in clear, for looking up what both sides last had in common; the
 * attachments are kept beside the records already.
 */
export type Sealed = Digests & { bytes: Uint8Array; copy: Uint8Array }

export async function sealed(
  content: Packed,
  late: LateParts,
  keys: KeyPair,
  closing: Closing,
): Promise<Sealed> {
  const bytes = await sealPackage(content, keys, closing, late)
  const copy = packedCopy(new Map(Object.entries(content.parts)), content)
  return { bytes, copy, ...(await digestsSoon(bytes)) }
}
