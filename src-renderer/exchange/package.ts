import { argon2idAsync } from '@noble/hashes/argon2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { AppError } from '#domain/errors'
import { packed, unpacked } from './archive.ts'
import {
  digestOf,
  isPublicKey,
  isSignedBy,
  type KeyPair,
  nonceBytes,
  sealed,
  sealKeyBytes,
  signed,
  unsealed,
} from './national-crypto.ts'

/** The format written here; older ones stay readable, newer ones are refused. See PACKAGE-FORMAT.md. */
export const formatVersion = 1

/** What a package is for. */
export const purposes = ['expert-kit', 'expert-return'] as const
export type Purpose = (typeof purposes)[number]

export type Part = { name: string; size: number; sha256: string; sm3: string }

/** How the parts are closed under a passphrase; the key comes from Argon2id, a nonce a part. */
export type Lock = {
  kdf: 'argon2id'
  memory: number
  passes: number
  lanes: number
  salt: string
  nonce: string
}

export type Manifest = {
  format: 'jhx'
  formatVersion: number
  id: string
  purpose: Purpose
  year: number
  /** Moment in UTC. */
  createdAt: string
  /** Whose hands it comes from, as a person reads it. */
  sender: string
  /** What it answers: the id of the package that asked for it; '' for none. */
  answers: string
  parts: Part[]
  lock: Lock | null
}

export type Packed = Pick<Manifest, 'id' | 'purpose' | 'year' | 'createdAt' | 'sender' | 'answers'> & {
  parts: Readonly<Record<string, Uint8Array>>
}

const manifestName = 'manifest.json'
const signatureName = 'signature.json'
/** Argon2id as OWASP advises (19 MiB, 2 passes) and a step above it, as for passwords. */
const cost = { memory: 32_768, passes: 2, lanes: 1 } as const
/** What a stranger's package may ask of this machine. */
const most = { memory: 262_144, passes: 10, lanes: 4 } as const
const saltBytes = 16

type Randomness = (count: number) => Uint8Array
const chance: Randomness = (count) => crypto.getRandomValues(new Uint8Array(count))

/** A package: its parts, closed under the passphrase where there is one, digests of what is carried, and a signature. */
export async function sealPackage(
  content: Packed,
  keys: KeyPair,
  passphrase: string,
  random: Randomness = chance,
): Promise<Uint8Array> {
  const { parts, ...facts } = content
  const lock = passphrase === '' ? null : newLock(random)
  const key = lock && (await keyOf(passphrase, lock))
  const carried = Object.entries(parts).map(([name, bytes], index): [string, Uint8Array] => [
    name,
    lock && key ? sealed(bytes, key, nonceOf(lock, index), placeOf(facts.id, name)) : bytes,
  ])
  const manifest: Manifest = {
    ...{ format: 'jhx', formatVersion, ...facts, lock },
    parts: carried.map(([name, bytes]) => ({ name, size: bytes.length, ...digests(bytes) })),
  }
  const written = utf8(JSON.stringify(manifest))
  const signature = { algorithm: 'SM2-SM3', publicKey: keys.publicKey, signature: signed(written, keys) }
  return packed({
    [manifestName]: written,
    [signatureName]: utf8(JSON.stringify(signature)),
    ...Object.fromEntries(carried),
  })
}

/** A package that was looked at: everything in it is as it was signed by `publicKey`; whose that is others know. */
export type Opened = { manifest: Manifest; publicKey: string; carried: ReadonlyMap<string, Uint8Array> }

/** Looks at a package without a passphrase. Throws AppError. */
export function inspectPackage(bytes: Uint8Array): Opened {
  const files = unpacked(bytes)
  const written = files.get(manifestName)
  const proof = files.get(signatureName)
  if (!written || !proof) throw new AppError('not-a-package')
  const manifest = manifestIn(written)
  const { publicKey, signature } = signatureIn(proof)
  if (!isSignedBy(written, signature, publicKey)) throw new AppError('package-altered')
  const carried = new Map<string, Uint8Array>()
  for (const part of manifest.parts) {
    const bytesOfPart = files.get(part.name)
    const own = bytesOfPart && digests(bytesOfPart)
    if (!own || bytesOfPart.length !== part.size || own.sha256 !== part.sha256 || own.sm3 !== part.sm3)
      throw new AppError('package-altered')
    carried.set(part.name, bytesOfPart)
  }
  // What the manifest does not name was put in by somebody else.
  if (carried.size !== manifest.parts.length || files.size !== carried.size + 2)
    throw new AppError('package-altered')
  return { manifest, publicKey, carried }
}

/** The parts in clear. Throws `wrong-passphrase` where they do not open. */
export async function openPackage(opened: Opened, passphrase: string): Promise<Map<string, Uint8Array>> {
  const { manifest, carried } = opened
  const { lock } = manifest
  if (!lock) return new Map(carried)
  const key = await keyOf(passphrase, lock)
  const clear = new Map<string, Uint8Array>()
  for (const [index, { name }] of manifest.parts.entries()) {
    const bytes = carried.get(name)
    const part = bytes && unsealed(bytes, key, nonceOf(lock, index), placeOf(manifest.id, name))
    if (!part) throw new AppError('wrong-passphrase')
    clear.set(name, part)
  }
  return clear
}

function newLock(random: Randomness): Lock {
  const [salt, nonce] = [bytesToHex(random(saltBytes)), bytesToHex(random(nonceBytes))]
  return { kdf: 'argon2id', ...cost, salt, nonce }
}

async function keyOf(passphrase: string, { salt, memory, passes, lanes }: Lock): Promise<Uint8Array> {
  const password = passphrase.normalize('NFKC').trim()
  return argon2idAsync(password, hexToBytes(salt), { m: memory, t: passes, p: lanes, dkLen: sealKeyBytes })
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
function placeOf(id: string, name: string): string {
  return `jhx ${formatVersion} ${id} ${name}`
}

function digests(bytes: Uint8Array): { sha256: string; sm3: string } {
  return { sha256: bytesToHex(sha256(bytes)), sm3: digestOf(bytes) }
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

/** The one door for a manifest: strict in what this version knows. */
function manifestIn(bytes: Uint8Array): Manifest {
  const found = parsed(bytes)
  const { format, formatVersion: version, id, purpose, year, createdAt, sender, answers, parts, lock } = found
  if (format !== 'jhx' || typeof version !== 'number') throw new AppError('package-altered')
  if (version > formatVersion) throw new AppError('newer-package')
  const known = purposes.find((each) => each === purpose)
  if (!known || typeof id !== 'string' || typeof year !== 'number' || typeof createdAt !== 'string')
    throw new AppError('package-altered')
  if (typeof sender !== 'string' || typeof answers !== 'string' || !Array.isArray(parts))
    throw new AppError('package-altered')
  return {
    ...{ format, formatVersion: version, id, purpose: known, year, createdAt, sender, answers },
    parts: parts.map(partIn),
    lock: lock === null ? null : lockIn(lock),
  }
}

function partIn(value: unknown): Part {
  const { name, size, sha256: sha, sm3 } = (value ?? {}) as Record<string, unknown> // every field is looked at below
  const isHex = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
  if (typeof name !== 'string' || typeof size !== 'number' || !isHex(sha) || !isHex(sm3))
    throw new AppError('package-altered')
  return { name, size, sha256: sha, sm3 }
}

function lockIn(value: unknown): Lock {
  const { kdf, memory, passes, lanes, salt, nonce } = (value ?? {}) as Record<string, unknown> // looked at below
  const within = (count: unknown, top: number): count is number =>
    typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= top
  if (kdf !== 'argon2id' || !within(memory, most.memory) || !within(passes, most.passes))
    throw new AppError('package-altered')
  if (!within(lanes, most.lanes) || typeof salt !== 'string' || typeof nonce !== 'string')
    throw new AppError('package-altered')
  if (!/^[0-9a-f]{32}$/.test(salt) || !/^[0-9a-f]{24}$/.test(nonce)) throw new AppError('package-altered')
  return { kdf, memory, passes, lanes, salt, nonce }
}
