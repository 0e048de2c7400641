import { z } from 'zod'
import { AppError } from '#domain/errors'
import {
  type Carried,
  type Content,
  type ExchangeTable,
  exchangeTables,
  leaving,
} from '#domain/exchange/contents'
import { type Secrets, secretWordsIn, withoutSecrets } from '#domain/exchange/secrets'
import { tally } from '#domain/exchange/totals'
import { packed, storedFiles, unpacked } from './archive.ts'
import { jsonIn } from './card.ts'
import { type Digests, digestsAside, digestsOf } from './digests.ts'
import type { KeyPair } from './national-crypto.ts'
import { type PackedRecords, packedRecords, recordLimits, recordsIn } from './ndjson.ts'
import { type Closing, type Packed, sealPackage } from './package.ts'

const place = (table: ExchangeTable) => `records/${table}.ndjson.gz`
const deletedName = 'deleted.json'
const recordPlace = { table: z.enum(Object.keys(exchangeTables) as [ExchangeTable]), id: z.string().max(200) } // the keys
const deletedSchema = z.array(z.object(recordPlace)).max(100_000)
/** What the sender did not take of packages of its receiver: of these its receiver's version was never its own. */
const untakenName = 'untaken.json'
const untakenSchema = z.array(z.object({ packageId: z.string().max(200), ...recordPlace })).max(100_000)
/** In a kept copy alone: what was not taken from it here. */
const leftName = 'left.json'
const leftSchema = z.array(z.object(recordPlace)).max(recordLimits.records)
const mostUntaken = 100_000
const statedName = 'stated.json'
const sizes = z.record(z.string(), z.int().min(0))
const statedSchema = z.object({ counts: sizes, unpacked: sizes })
export type Deleted = z.infer<typeof deletedSchema>
export type Untaken = z.infer<typeof untakenSchema>[number]

/** How far the work is, and whether it was cancelled. */
export type Watch = { onProgress?: (done: number) => void; signal?: AbortSignal }

/** What a package of records is made of. */
export type RecordsWanted = Watch & {
  facts: Omit<Packed, 'parts' | 'counts' | 'unpacked' | 'totals' | 'secrets'>
  contents: readonly Content[]
  /** Records of a table that are within the scope, in batches. */
  rows: (content: Content) => AsyncIterable<readonly Carried[]>
  deleted: Deleted
  untaken: readonly Untaken[]
  /** The secret goals that `rows` has come by so far: all of them once the goals were read. */
  secrets: () => Secrets
  keys: KeyPair
  closing: Closing
  schemas: (table: ExchangeTable) => object
}

export type Made = {
  bytes: Uint8Array
  /** The same records in clear, for looking up what both sides last had in common. */
  copy: Uint8Array
  facts: Pick<Packed, 'counts' | 'unpacked' | 'totals' | 'secrets'>
  sha256: string
  sm3: string
}

/** A package of records with its counts and control totals. Throws `secret-inside` where secret words would leave. */
export async function sealRecords(wanted: RecordsWanted): Promise<Made> {
  const { facts, contents } = wanted
  const tables = new Map<ExchangeTable, PackedTable>()
  const progress = { done: 0 }
  // The goals first: they tell which words are secret, and only where there are any, they are gone through once more.
  for (const content of contents.toSorted((left, right) => firstGoals(left) - firstGoals(right))) {
    tables.set(content.table, await packedTable(content, wanted, progress))
    if (content.table !== 'goals' || wanted.secrets().ids.size === 0) continue
    tables.set(content.table, await packedTable(content, wanted, progress))
  }
  const parts: Record<string, Uint8Array> = {}
  const own: Made['facts'] = { counts: {}, unpacked: {}, totals: {}, secrets: 0 }
  for (const { table } of contents) {
    const packedOne = tables.get(table)
    if (!packedOne) continue
    own.secrets += packedOne.left
    if (packedOne.records.count === 0) continue
    parts[place(table)] = packedOne.records.bytes
    parts[`schemas/${table}.json`] = utf8(wanted.schemas(table))
    Object.assign(own.unpacked, { [table]: packedOne.records.unpacked })
    Object.assign(own.counts, packedOne.sums.counts())
    Object.assign(own.totals, packedOne.sums.totals())
  }
  if (wanted.deleted.length > 0) parts[deletedName] = utf8(wanted.deleted)
  if (wanted.untaken.length > 0) parts[untakenName] = utf8(wanted.untaken.slice(-mostUntaken))
  const bytes = await sealPackage({ ...facts, ...own, parts }, wanted.keys, wanted.closing)
  const copy = packedCopy(new Map(Object.entries(parts)), own)
  return { bytes, copy, facts: own, ...(await digestsAside(bytes)) }
}

type PackedTable = { records: PackedRecords; sums: ReturnType<typeof tally>; left: number }

function firstGoals({ table }: Content): number {
  return table === 'goals' ? 0 : 1
}

/** The records of a table that leave, with what they come to. Throws `secret-inside`. */
async function packedTable(
  content: Content,
  wanted: RecordsWanted,
  progress: { done: number },
): Promise<PackedTable> {
  const sums = tally()
  let left = 0
  async function* leavingRows() {
    for await (const batch of wanted.rows(content)) {
      wanted.signal?.throwIfAborted()
      const secrets = wanted.secrets()
      const going: Carried[] = []
      for (const record of batch) {
        const open = withoutSecrets(content.table, record, secrets)
        if (open === null) left++
        else going.push(leaving(content, open))
      }
      for (const record of going) sums.add(content.table, record)
      progress.done += batch.length
      wanted.onProgress?.(progress.done)
      yield going
    }
  }
  const records = await packedRecords(leavingRows(), (text) => refuseSecrets(text, wanted.secrets()))
  return { records, sums, left }
}

/** A name in somebody's remark gives the secret away as well as the record itself would. */
function refuseSecrets(text: string, secrets: Secrets): void {
  if (secrets.ids.size === 0) return
  const found = secretWordsIn(text, secrets)
  if (found.length > 0) throw new AppError('secret-inside', { cause: found })
}

export function fileDigests(bytes: Uint8Array): Digests {
  return digestsOf(bytes)
}

/**
 * Throws `package-altered` where the records of all tables together are more than this machine takes, or stated for a part
 * that is not there.
 */
export function assertStated(parts: ReadonlyMap<string, Uint8Array>, { counts, unpacked }: Stated): void {
  const sum = (values: Stated['counts']) => Object.values(values).reduce((all, value) => all + value, 0)
  if (sum(counts) > recordLimits.records || sum(unpacked) > recordLimits.bytes)
    throw new AppError('package-altered')
  for (const table of new Set([...Object.keys(counts), ...Object.keys(unpacked)]))
    if (!parts.has(`records/${table}.ndjson.gz`)) throw new AppError('package-altered')
}

/** Parts that a package with these tables does not have: what is in them would be lost in silence. */
export function strangeParts(
  parts: ReadonlyMap<string, Uint8Array>,
  tables: readonly ExchangeTable[],
): string[] {
  const names = tables.flatMap((table) => [place(table), `schemas/${table}.json`])
  const known = new Set([...names, deletedName, untakenName])
  return [...parts.keys()].filter((name) => !known.has(name))
}

/** The records of a table among the parts of an opened package, unchecked; nothing where it carries none. */
export function recordsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  table: ExchangeTable,
  stated: Stated,
): AsyncGenerator<unknown[]> {
  const bytes = parts.get(place(table))
  const [count, size] = [stated.counts[table] ?? 0, stated.unpacked[table] ?? 0]
  if (!bytes && count > 0) throw new AppError('package-altered')
  return recordsIn(bytes ?? new Uint8Array(), { count, unpacked: size })
}

/** What the sender deleted. Throws `package-altered`. */
export function deletedIn(parts: ReadonlyMap<string, Uint8Array>): Deleted {
  return listIn(parts, deletedName, deletedSchema)
}

/** What the sender did not take of ours. Throws `package-altered`. */
export function untakenIn(parts: ReadonlyMap<string, Uint8Array>): Untaken[] {
  return listIn(parts, untakenName, untakenSchema)
}

/** What was not taken here from the package of a kept copy. */
export function leftIn(parts: ReadonlyMap<string, Uint8Array>): Deleted {
  return listIn(parts, leftName, leftSchema)
}

function listIn<Item>(
  parts: ReadonlyMap<string, Uint8Array>,
  name: string,
  schema: z.ZodType<Item[]>,
): Item[] {
  const bytes = parts.get(name)
  if (!bytes) return []
  const read = schema.safeParse(jsonIn(bytes))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  return read.data
}

export type Stated = Pick<Packed, 'counts' | 'unpacked'>

/** Parts in clear with what the manifest said of them, as they are kept here. */
export function packedCopy(parts: ReadonlyMap<string, Uint8Array>, { counts, unpacked }: Stated): Uint8Array {
  return packed({ ...Object.fromEntries(parts), [statedName]: utf8({ counts, unpacked }) })
}

/** The copy with what was not taken noted in it: it is no version that both sides had. */
export function copyWithLeft(copy: Uint8Array, left: Deleted): Uint8Array {
  if (left.length === 0) return copy
  return packed({ ...Object.fromEntries(copyFiles(copy)), [leftName]: utf8(left) })
}

function copyFiles(copy: Uint8Array): Map<string, Uint8Array> {
  return storedFiles(copy) ?? unpacked(copy)
}

/** A kept copy again. Throws AppError where it is no copy. */
export function copyIn(copy: Uint8Array): { parts: Map<string, Uint8Array>; stated: Stated } {
  const parts = copyFiles(copy)
  const read = statedSchema.safeParse(jsonIn(parts.get(statedName)))
  if (!read.success) throw new AppError('package-altered', { cause: read.error })
  return { parts, stated: read.data }
}

function utf8(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
