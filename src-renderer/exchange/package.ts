import { argon2idAsync } from '@noble/hashes/argon2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { AppError } from '#domain/errors'
import { packed, storedFiles, unpacked } from './archive.ts'
import { type Digests, digestsOf, digestsSoon } from './digests.ts'
import {
  formatVersion,
  type Lock,
  type Manifest,
  manifestIn,
  nobody,
  type PassphraseLock,
} from './manifest.ts'
import {
  isPublicKey,
  isSignedBy,
  type KeyPair,
  nonceBytes,
  sealed,
  sealKeyBytes,
  signed,
  unsealed,
  unwrappedWith,
  wrappedFor,
} from './national-crypto.ts'

export type Packed = Omit<Manifest, 'format' | 'formatVersion' | 'parts' | 'lock'> & {
  parts: Readonly<Record<string, Uint8Array>>
  /** Digests of parts that were reckoned before: of what is not closed. */
  digests?: Readonly<Record<string, Digests>>
}

/** How a package is to be closed: under a passphrase, to the receiver's public key, or not at all. */
export type Closing = { passphrase: string } | { publicKey: string } | null

const manifestName = 'manifest.json'
const signatureName = 'signature.json'
/** Argon2id as OWASP advises (19 MiB, 2 passes) and a step above it, as for passwords. */
const cost = { memory: 32_768, passes: 2, lanes: 1 } as const
const saltBytes = 16

/** Facts of a package that no installation sends to another: kits of experts and their answers. */
export const looseFacts = {
  ...{ receiver: nobody, scope: '', unitCodes: [], sequence: 0, base: '', seen: '', schemaVersion: 0 },
  ...{ rulesId: '', rulesVersion: 0, bookId: '', counts: {}, unpacked: {}, totals: {}, secrets: 0 },
} satisfies Partial<Packed>

type Randomness = (count: number) => Uint8Array
const chance: Randomness = (count) => crypto.getRandomValues(new Uint8Array(count))

/** A package: its parts, closed under the passphrase where there is one, digests of what is carried, and a signature. */
export async function sealPackage(
  content: Packed,
  keys: KeyPair,
  closing: Closing,
  random: Randomness = chance,
): Promise<Uint8Array> {
  const { parts, digests = {}, ...facts } = content
  const closed = closing && (await closedBy(closing, random))
  const carried = Object.entries(parts).map(([name, bytes], index): [string, Uint8Array] => [
    name,
    closed
      ? sealed(bytes, closed.key, nonceOf(closed.lock, index), placeOf(formatVersion, facts.id, name))
      : bytes,
  ])
  const manifest: Manifest = {
    ...{ format: 'jhx', formatVersion, ...facts, lock: closed?.lock ?? null },
    parts: await Promise.all(
      carried.map(async ([name, bytes]) => {
        const known = closed ? undefined : digests[name]
        return { name, size: bytes.length, ...(known ?? (await digestsSoon(bytes))) }
      }),
    ),
  }
  const written = utf8(JSON.stringify(manifest))
  return packed({
    [manifestName]: written,
    [signatureName]: utf8(signatureText(keys.publicKey, signed(written, keys))),
    ...Object.fromEntries(carried),
  })
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

/** What opens a locked package: the passphrase, or this station's private key. */
export type Opener = { passphrase: string } | { privateKey: string }

/** The parts in clear. Throws `wrong-passphrase` where they do not open, `not-for-here` for another station's key. */
export async function openPackage(opened: Opened, opener: Opener): Promise<Map<string, Uint8Array>> {
  const { manifest, carried } = opened
  const { lock } = manifest
  if (!lock) return new Map(carried)
  const key = await keyFor(lock, opener)
  const clear = new Map<string, Uint8Array>()
  for (const [index, { name }] of manifest.parts.entries()) {
    const bytes = carried.get(name)
    const place = placeOf(manifest.formatVersion, manifest.id, name)
    const part = bytes && unsealed(bytes, key, nonceOf(lock, index), place)
    if (!part) throw new AppError('wrong-passphrase')
    clear.set(name, part)
  }
  return clear
}

async function closedBy(
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

async function keyFor(lock: Lock, opener: Opener): Promise<Uint8Array> {
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

/** Each part has its own: the lock's, with the part's position added to its last four bytes. */
function nonceOf({ nonce }: Lock, index: number): Uint8Array {
  const bytes = hexToBytes(nonce)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const at = nonceBytes - 4
  view.setUint32(at, (view.getUint32(at) + index) >>> 0)
  return bytes
}

/** A part moved to another name or package does not open. */
function placeOf(version: number, id: string, name: string): string {
  return `jhx ${version} ${id} ${name}`
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
