import { z } from 'zod'
import { AppError } from '#domain/errors'
import { bytesOf, type Cited, onceEach } from '#domain/exchange/attachments'
import { type Content, type ExchangeTable, exchangeTables } from '#domain/exchange/contents'
import type { SecretGoal } from '#domain/exchange/secrets'
import { tally } from '#domain/exchange/totals'
import { fileName, filePlace, isFile } from './attachment-parts.ts'
import { jsonIn } from './card.ts'
import type { Digests } from './digests.ts'
import { jsonBytes } from './json-bytes.ts'
import { leftName, type Stated } from './kept-copy.ts'
import type { Closing } from './lock.ts'
import type { Files } from './manifest.ts'
import type { KeyPair } from './national-crypto.ts'
import { assertPossible, recordLimits, recordsIn } from './ndjson.ts'
import type { Piece, Watch } from './pack-table.ts'
import type { LateParts, Packed } from './package.ts'
import { type Incoming, type ReadPiece, readTable } from './read-table.ts'
import type { Sealed, Sealing } from './sealed.ts'

/** A large table lies in several parts, which are read one after the other. */
const mostPieces = 16
const place = (table: ExchangeTable, index = 0) =>
  `records/${table}${index === 0 ? '' : `.${index + 1}`}.ndjson.gz`
const places = (table: ExchangeTable) => Array.from({ length: mostPieces }, (_, index) => place(table, index))
const deletedName = 'deleted.json'
const recordPlace = { table: z.enum(Object.keys(exchangeTables) as [ExchangeTable]), id: z.string().max(200) } // the keys
const deletedSchema = z.array(z.object(recordPlace)).max(100_000)
/** What the sender did not take of packages of its receiver: of these its receiver's version was never its own. */
const untakenName = 'untaken.json'
const untakenSchema = z.array(z.object({ packageId: z.string().max(200), ...recordPlace })).max(100_000)
const leftSchema = z.array(z.object(recordPlace)).max(recordLimits.records)
const mostUntaken = 100_000
const mostLacking = 5000
export type Deleted = z.infer<typeof deletedSchema>
export type Untaken = z.infer<typeof untakenSchema>[number]

/** What a package of records is made of. */
export type RecordsWanted = Watch & {
  facts: Omit<Packed, 'parts' | 'counts' | 'unpacked' | 'totals' | 'secrets'>
  contents: readonly Content[]
  /** Packs what of a table leaves (see `packedPiece`): a large table in several pieces, in the order of its records. */
  pieces: (content: Content, known: readonly SecretGoal[], watch: Watch) => Promise<readonly Piece[]>
  deleted: Deleted
  untaken: readonly Untaken[]
  /** The secret goals that are known before: all of them where the goals do not travel themselves. */
  secretGoals: readonly SecretGoal[]
  keys: KeyPair
  closing: Closing
  /** Which of the attachments that the records hold go, and which are not to be had. Throws where that is no package. */
  filesOf: (cited: readonly Cited[], secrets: readonly SecretGoal[]) => Promise<FilesFound>
  readFile: (hash: string) => Promise<Uint8Array>
  schemas: (table: ExchangeTable) => object
  /** Seals the package beside the window. */
  seal: (sealing: Sealing, read: LateParts['read'], signal?: AbortSignal) => Promise<Sealed>
}

export type FilesFound = { going: readonly Cited[]; lacking: readonly Cited[] }

export type Made = Sealed & {
  facts: Pick<Packed, 'counts' | 'unpacked' | 'totals' | 'secrets'>
  files: FilesFound
}

/** A package of records with its counts and control totals. Throws `secret-inside` where secret words would leave. */
export async function sealRecords(wanted: RecordsWanted): Promise<Made> {
  const { facts, contents, keys, closing, signal } = wanted
  const packing = packedTables(wanted)
  // Written while the records are packed; a failure of that is thrown when its turn comes.
  packing.catch(() => null)
  const schemas = new Map(contents.map(({ table }) => [table, jsonBytes(wanted.schemas(table))]))
  const { tables, secretGoals } = await packing
  const [parts, digests]: [Record<string, Uint8Array>, Record<string, Digests>] = [{}, {}]
  const [sums, unpacked] = [tally(), {} as Record<string, number>] // filled by the tables
  let left = 0
  for (const { table } of contents) {
    const all = tables.get(table) ?? []
    left += all.reduce((sum, piece) => sum + piece.left, 0)
    const pieces = all.filter(({ count }) => count > 0)
    if (pieces.length === 0) continue
    for (const [index, piece] of pieces.entries()) {
      parts[place(table, index)] = piece.bytes
      if (piece.digests) digests[place(table, index)] = piece.digests
    }
    parts[`schemas/${table}.json`] = schemas.get(table) ?? jsonBytes(wanted.schemas(table))
    unpacked[table] = pieces.reduce((sum, piece) => sum + piece.unpacked, 0)
    for (const { heard } of pieces) sums.join(heard)
  }
  const own: Made['facts'] = { counts: sums.counts(), unpacked, totals: sums.totals(), secrets: left }
  if (wanted.deleted.length > 0) parts[deletedName] = jsonBytes(wanted.deleted)
  if (wanted.untaken.length > 0) parts[untakenName] = jsonBytes(wanted.untaken.slice(-mostUntaken))
  const pieces = [...tables.values()].flat()
  const files = await wanted.filesOf(onceEach(pieces.flatMap(({ cited }) => cited)), secretGoals)
  const said: Files = {
    ...{ count: files.going.length, bytes: bytesOf(files.going) },
    lacking: files.lacking.slice(0, mostLacking).map(({ hash }) => hash),
  }
  const sizes = files.going.map(({ hash, size }) => ({ name: fileName(hash), size }))
  const content = { ...facts, ...own, files: said, parts, digests }
  const read = (name: string) => wanted.readFile(name.slice(filePlace.length))
  const sealed = await wanted.seal({ content, sizes, keys, closing }, read, signal)
  return { ...sealed, facts: own, files }
}

/** The goals first: they tell which words are secret, and only where there are any, they are gone through once more. */
async function packedTables(
  wanted: RecordsWanted,
): Promise<{ tables: Map<ExchangeTable, readonly Piece[]>; secretGoals: readonly SecretGoal[] }> {
  const tables = new Map<ExchangeTable, readonly Piece[]>()
  let [known, done] = [wanted.secretGoals, 0]
  const onProgress = (more: number) => {
    done += more
    wanted.onProgress?.(done)
  }
  const watch: Watch = wanted.signal ? { onProgress, signal: wanted.signal } : { onProgress }
  for (const content of wanted.contents.toSorted((left, right) => firstGoals(left) - firstGoals(right))) {
    const pieces = await wanted.pieces(content, known, watch)
    tables.set(content.table, pieces)
    if (content.table !== 'goals') continue
    known = [...known, ...pieces.flatMap(({ secretGoals }) => secretGoals)]
    if (known.length > 0) tables.set(content.table, await wanted.pieces(content, known, watch))
  }
  return { tables, secretGoals: known }
}

function firstGoals({ table }: Content): number {
  return table === 'goals' ? 0 : 1
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
  const names = tables.flatMap((table) => [
    ...piecesOf(parts, table).map((_, index) => place(table, index)),
    `schemas/${table}.json`,
  ])
  const known = new Set([...names, deletedName, untakenName])
  return [...parts.keys()].filter((name) => !known.has(name) && !isFile(name))
}

/** The records of a table among the parts of an opened package, unchecked; nothing where it carries none. */
export async function* recordsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  table: ExchangeTable,
  stated: Stated,
): AsyncGenerator<unknown[]> {
  const { pieces, size } = statedPieces(parts, table, stated)
  yield* recordsIn(pieces, size)
}

/** The same through the schema of the table; of a large one the pieces are read by `readers`. Throws `package-altered`. */
export async function checkedRecordsOf(
  parts: ReadonlyMap<string, Uint8Array>,
  table: ExchangeTable,
  stated: Stated,
  watch: Watch,
  readers: readonly ReadPiece[],
): Promise<Incoming> {
  const { pieces, size } = statedPieces(parts, table, stated)
  assertPossible(pieces, size)
  return readTable(table, pieces, size, watch, readers)
}

function statedPieces(parts: ReadonlyMap<string, Uint8Array>, table: ExchangeTable, stated: Stated) {
  const pieces = piecesOf(parts, table)
  const size = { count: stated.counts[table] ?? 0, unpacked: stated.unpacked[table] ?? 0 }
  if (pieces.length === 0 && size.count > 0) throw new AppError('package-altered')
  // An empty part of a table of which nothing is stated is none.
  const isNothing = size.count === 0 && pieces.every(({ length }) => length === 0)
  return { pieces: isNothing ? [] : pieces, size: isNothing ? { count: 0, unpacked: 0 } : size }
}

/** The parts of a table up to the first number that is missing: what comes behind a gap is a strange part. */
function piecesOf(parts: ReadonlyMap<string, Uint8Array>, table: ExchangeTable): Uint8Array[] {
  const pieces = places(table).map((name) => parts.get(name))
  const gap = pieces.indexOf(undefined)
  return (gap < 0 ? pieces : pieces.slice(0, gap)).filter((piece) => piece !== undefined)
}

/** Names of the parts in which the records of these tables lie. */
export function recordParts(tables: readonly ExchangeTable[]): Set<string> {
  return new Set(tables.flatMap(places))
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
