import { AppError } from '#domain/errors'
import { newArchive, storedFiles, unpacked } from './archive.ts'
import { type Digests, digestsOf, digestsSoon } from './digests.ts'
import { type Closing, closedBy, keyFor, nonceOf, type Opener, placeOf, type Randomness } from './lock.ts'
import { formatVersion, type Manifest, manifestIn, nobody } from './manifest.ts'
import {
  isPublicKey,
  isSignedBy,
  type KeyPair,
  sealed,
  signed,
  tagBytes,
  unsealed,
} from './national-crypto.ts'

export type Packed = Omit<Manifest, 'format' | 'formatVersion' | 'parts' | 'lock'> & {
  parts: Readonly<Record<string, Uint8Array>>
  /** Digests of parts that were reckoned before: of what is not closed. */
  digests?: Readonly<Record<string, Digests>>
}

const manifestName = 'manifest.json'
const signatureName = 'signature.json'
/** Facts of a package that no installation sends to another: kits of experts and their answers. */
export const looseFacts = {
  ...{ receiver: nobody, scope: '', unitCodes: [], sequence: 0, base: '', seen: '', schemaVersion: 0 },
  ...{ rulesId: '', rulesVersion: 0, bookId: '', counts: {}, unpacked: {}, totals: {}, secrets: 0 },
} satisfies Partial<Packed>

const chance: Randomness = (count) => crypto.getRandomValues(new Uint8Array(count))

/** Parts that are read one by one while the package is written, each once; `read` gives bytes of the very size. */
export type LateParts = {
  sizes: readonly { name: string; size: number }[]
  read: (name: string) => Promise<Uint8Array>
}

const none: LateParts = { sizes: [], read: () => Promise.reject(new Error('there are none')) }
/** A digest has the same length whatever it is of: the manifest's place is known before the parts are. */
const unknown: Digests = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) }

/**
 * A package: its parts, closed under the passphrase where there is one, digests of what is carried, and a signature. Of parts
 * that come late no more is held at a time than the one at hand.
 */
export async function sealPackage(
  content: Packed,
  keys: KeyPair,
  closing: Closing,
  late: LateParts = none,
  random: Randomness = chance,
): Promise<Uint8Array> {
  const { parts, digests = {}, ...facts } = content
  const closed = closing && (await closedBy(closing, random))
  const early = Object.entries(parts).map(([name, { length }]) => ({ name, size: length }))
  const listed = [...early, ...late.sizes].map(({ name, size }) => ({
    ...{ name, size: size + (closed ? tagBytes : 0), ...unknown },
  }))
  const manifest: Manifest = {
    ...{ format: 'jhx', formatVersion, ...facts, lock: closed?.lock ?? null, parts: listed },
  }
  const signature = signatureText(keys.publicKey, '0'.repeat(128))
  const archive = newArchive([
    { name: manifestName, size: utf8(JSON.stringify(manifest)).length },
    { name: signatureName, size: signature.length },
    ...listed,
  ])
  for (const [index, part] of listed.entries()) {
    const { name } = part
    const bytes = parts[name] ?? (await late.read(name))
    const place = placeOf(formatVersion, facts.id, name)
    const carried = closed ? sealed(bytes, closed.key, nonceOf(closed.lock, index), place) : bytes
    const known = closed ? undefined : digests[name]
    Object.assign(part, known ?? (await digestsSoon(carried)))
    archive.put(index + 2, carried)
  }
  const written = utf8(JSON.stringify(manifest))
  archive.put(0, written)
  archive.put(1, utf8(signatureText(keys.publicKey, signed(written, keys))))
  return archive.whole()
}

function signatureText(publicKey: string, signature: string): string {
  return JSON.stringify({ algorithm: 'SM2-SM3', publicKey, signature })
}

/** A package that was looked at: everything in it is as it was signed by `publicKey`; whose that is others know. */
export type Opened = { manifest: Manifest; publicKey: string; carried: ReadonlyMap<string, Uint8Array> }

/** Looks at a package without a passphrase. Throws AppError. */
export function inspectPackage(bytes: Uint8Array): Opened {
  const opened = signedPackage(bytes)
  for (const { name, sha256, sm3 } of opened.manifest.parts)
    assertDigests(digestsOf(opened.carried.get(name) ?? new Uint8Array()), { sha256, sm3 })
  return opened
}

/** The same with the machine's own SHA-256, for large ones. Throws AppError. */
export async function inspectSoon(bytes: Uint8Array): Promise<Opened> {
  const opened = signedPackage(bytes)
  for (const { name, sha256, sm3 } of opened.manifest.parts)
    assertDigests(await digestsSoon(opened.carried.get(name) ?? new Uint8Array()), { sha256, sm3 })
  return opened
}

function assertDigests(own: Digests, { sha256, sm3 }: Digests): void {
  if (own.sha256 !== sha256 || own.sm3 !== sm3) throw new AppError('package-altered')
}

/** Everything but the digests of the parts. Throws AppError. */
function signedPackage(bytes: Uint8Array): Opened {
  const stored = storedFiles(bytes)
  const files = stored ?? unpacked(bytes)
  const written = files.get(manifestName)
  const proof = files.get(signatureName)
  if (!written || !proof) throw new AppError('not-a-package')
  const manifest = manifestIn(parsed(written))
  const { publicKey, signature } = signatureIn(proof)
  if (manifest.formatVersion > 1) {
    // Every byte of the file is as the program wrote it, also those that no signature covers.
    const names = [manifestName, signatureName, ...manifest.parts.map(({ name }) => name)]
    if (!stored || names.join('|') !== [...stored.keys()].join('|')) throw new AppError('package-altered')
    if (new TextDecoder().decode(proof) !== signatureText(publicKey, signature))
      throw new AppError('package-altered')
  }
  if (!isSignedBy(written, signature, publicKey)) throw new AppError('package-altered')
  const carried = new Map<string, Uint8Array>()
  for (const part of manifest.parts) {
    const bytesOfPart = files.get(part.name)
    if (bytesOfPart?.length !== part.size) throw new AppError('package-altered')
    carried.set(part.name, bytesOfPart)
  }
  // What the manifest does not name was put in by somebody else.
  if (carried.size !== manifest.parts.length || files.size !== carried.size + 2)
    throw new AppError('package-altered')
  return { manifest, publicKey, carried }
}

/**
 * The parts in clear, all of them or those that are wanted. Throws `wrong-passphrase` where they do not open, `not-for-here`
 * for another station's key.
 */
export async function openPackage(
  opened: Opened,
  opener: Opener,
  isWanted: (name: string) => boolean = () => true,
): Promise<Map<string, Uint8Array>> {
  const { manifest, carried } = opened
  const key = manifest.lock && (await keyFor(manifest.lock, opener))
  const clear = new Map<string, Uint8Array>()
  for (const { name } of manifest.parts)
    if (isWanted(name)) clear.set(name, partInClear(manifest, name, carried.get(name), key))
  return clear
}

/** One part in clear; `key` is that of the lock, null where there is none. Throws `wrong-passphrase`. */
export function partInClear(
  { lock, formatVersion: version, id, parts }: Pick<Manifest, 'lock' | 'formatVersion' | 'id' | 'parts'>,
  name: string,
  carried: Uint8Array | undefined,
  key: Uint8Array | null,
): Uint8Array {
  const index = parts.findIndex((part) => part.name === name)
  if (!carried || index < 0) throw new AppError('package-altered')
  if (!lock) return carried
  const bytes = key && unsealed(carried, key, nonceOf(lock, index), placeOf(version, id, name))
  if (!bytes) throw new AppError('wrong-passphrase')
  return bytes
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function parsed(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown> // an object of JSON
  } catch (cause) {
    throw new AppError('package-altered', { cause })
  }
  throw new AppError('package-altered')
}

function signatureIn(bytes: Uint8Array): { publicKey: string; signature: string } {
  const { algorithm, publicKey, signature } = parsed(bytes)
  if (algorithm !== 'SM2-SM3' || typeof publicKey !== 'string' || typeof signature !== 'string')
    throw new AppError('package-altered')
  if (!isPublicKey(publicKey)) throw new AppError('package-altered')
  return { publicKey, signature }
}
