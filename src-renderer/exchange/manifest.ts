import { z } from 'zod'
import { AppError } from '#domain/errors'
import { purposes } from '#domain/exchange/package'
import type { Party } from '#domain/exchange/station'
import { levels } from '#domain/year-book'

/** The format written here; older ones stay readable for ever, newer ones are refused. See PACKAGE-FORMAT.md. */
export const formatVersion = 2

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`))
const line = z.string().max(500)
const id = z.string().max(200)
const count = z.int().min(0)
const table = <Value extends z.ZodType>(value: Value) => z.record(z.string().max(60), value)

function keysOf<Key extends string>(words: Readonly<Record<Key, unknown>>) {
  return z.enum(Object.keys(words) as [Key, ...Key[]]) // the keys of the table
}

const part = z.object({ name: z.string().max(200), size: count, sha256: hex(64), sm3: hex(64) })

/** How the parts are closed: under a passphrase (the key comes from Argon2id), or to the receiver's public key. */
const passphraseLock = z.object({
  kdf: z.literal('argon2id'),
  // What a stranger's package may ask of this machine.
  memory: z.int().min(1).max(262_144),
  passes: z.int().min(1).max(10),
  lanes: z.int().min(1).max(4),
  salt: hex(32),
  nonce: hex(24),
})
const receiverLock = z.object({
  kdf: z.literal('sm2'),
  publicKey: z.string().max(200),
  /** The content key, encrypted by SM2 (C1C3C2), in hexadecimal. */
  wrapped: z.string().max(1000),
  nonce: hex(24),
})
const lock = z.union([passphraseLock, receiverLock])
export type PassphraseLock = z.infer<typeof passphraseLock>
export type Lock = z.infer<typeof lock>

const party = z.object({
  id,
  name: line,
  level: z.union([z.literal(''), keysOf(levels)]),
  regionCode: z.string().max(20),
  unitCode: z.string().max(60),
})

const common = {
  format: z.literal('jhx'),
  id: z.string().min(1).max(200),
  purpose: keysOf(purposes),
  year: z.int().min(0).max(2200),
  createdAt: z.string().max(60),
  answers: id,
  parts: z.array(part).max(5000),
}

const first = z.object({
  ...common,
  formatVersion: z.literal(1),
  sender: line,
  lock: passphraseLock.nullable(),
})

const second = z.object({
  ...common,
  formatVersion: z.literal(2),
  sender: party,
  receiver: party,
  scope: line,
  unitCodes: z.array(z.string().max(60)).max(5000),
  sequence: count,
  base: id,
  seen: id,
  /** Numbers below `seen` that its sender never took in: what was in them is no common version. */
  missed: z.array(count).max(100).optional(),
  /** Of the stored shape that the records have. */
  schemaVersion: count,
  rulesId: id,
  rulesVersion: count,
  bookId: id,
  /** Records, unpacked bytes and control totals in 分, by table. */
  counts: table(count),
  unpacked: table(count),
  totals: table(z.int()),
  secrets: count,
  lock: lock.nullable(),
})
export type Manifest =
  | z.infer<typeof second>
  | (Omit<z.infer<typeof second>, 'formatVersion'> & { formatVersion: 1 })

export const nobody: Party = { id: '', name: '', level: '', regionCode: '', unitCode: '' }

/** The one door for a manifest. Throws `newer-package` for a later format, `package-altered` for what no program writes. */
export function manifestIn(found: Readonly<Record<string, unknown>>): Manifest {
  const { format, formatVersion: version } = found
  if (format !== 'jhx' || typeof version !== 'number') throw new AppError('package-altered')
  if (version > formatVersion) throw new AppError('newer-package')
  if (version === 1) return firstIn(found)
  const read = second.safeParse(found)
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  return read.data
}

/** Version 1 carried expert kits and their answers alone; its sender was a line of text. */
function firstIn(found: Readonly<Record<string, unknown>>): Manifest {
  const read = first.safeParse(found)
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  const { sender, ...rest } = read.data
  return {
    ...rest,
    sender: { ...nobody, name: sender },
    receiver: nobody,
    ...{
      scope: '',
      unitCodes: [],
      sequence: 0,
      base: '',
      seen: '',
      schemaVersion: 0,
      rulesId: '',
      rulesVersion: 0,
    },
    ...{ bookId: '', counts: {}, unpacked: {}, totals: {}, secrets: 0 },
  }
}
