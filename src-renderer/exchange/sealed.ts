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
/** What is sealed; `sizes` are of the attachments, which are read one by one. */
export type Sealing = { content: Packed; sizes: LateParts['sizes']; keys: KeyPair; closing: Closing }

export async function sealed(
  { content, sizes, keys, closing }: Sealing,
  read: LateParts['read'],
): Promise<Sealed> {
  const bytes = await sealPackage(content, keys, closing, { sizes, read })
  const copy = packedCopy(new Map(Object.entries(content.parts)), content)
  return { bytes, copy, ...(await digestsSoon(bytes)) }
}
