import { unzipSync, zipSync } from 'fflate'
import {
  type BackupContents,
  type BackupKind,
  type BackupManifest,
  backupFormat,
} from '#domain/backup/manifest'
import { parsedJson, readContents, readManifest } from '#domain/backup/read-manifest'
import { AppError } from '#domain/errors'
import { sha256Soon } from '#exchange/digests'
import type { StoreDump } from '#storage/store-dump'
import { type BackupKey, keyOf, newLock, pause, sealedPart, unsealedPart } from './lock.ts'
import { digestOfChunks, type Released, released, squeezed } from './squeeze.ts'

const [manifestName, digestName, contentsName] = ['manifest.json', 'manifest.sha256', 'contents.json']
/** A name inside: plain, relative, without a way out. */
const plainName =
  /^(?:manifest\.(?:json|sha256)|contents\.json|tables\/[A-Za-z]{1,40}\.ndjson\.gz|attachments\/[0-9a-f]{64})$/
const mostParts = 5000

export type BackupFacts = Pick<BackupManifest, 'kind' | 'id' | 'program' | 'madeAt' | 'reason'>

/** A dump as one file. `attachments` is only filled where the file goes to another machine. */
export async function backupFile(
  dump: StoreDump,
  facts: BackupFacts,
  key: BackupKey | null,
  attachments: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Uint8Array<ArrayBuffer>> {
  const contents: BackupContents = { tables: [], ...contentsOf(dump) }
  const clear: [string, Uint8Array][] = []
  for (const { name, count, chunks } of dump.tables) {
    const bytes = chunks.reduce((sum, { length }) => sum + length, 0)
    contents.tables.push({ name, count, bytes, sha256: await digestOfChunks(chunks) })
    clear.push([`tables/${name}.ndjson.gz`, await squeezed(chunks)])
    await pause()
  }
  clear.unshift([contentsName, utf8(JSON.stringify(contents))])
  for (const [hash, bytes] of attachments) clear.push([`attachments/${hash}`, bytes])
  const lock = key && newLock(key)
  const carried: [string, Uint8Array][] = []
  for (const [index, [name, bytes]] of clear.entries()) {
    const place = { id: facts.id, index, name }
    carried.push([name, key && lock ? await sealedPart(bytes, key.key, lock, place) : bytes])
  }
  const manifest: BackupManifest = {
    ...{ format: 'jhb', formatVersion: backupFormat, ...facts, schemaVersion: dump.schemaVersion, lock },
    parts: await Promise.all(
      carried.map(async ([name, bytes]) => ({
        name,
        size: bytes.length,
        sha256: await sha256Soon(bytes),
      })),
    ),
  }
  const written = utf8(JSON.stringify(manifest))
  return zipSync(
    {
      [manifestName]: written,
      [digestName]: utf8(await sha256Soon(written)),
      ...Object.fromEntries(carried),
    },
    // What is inside is compressed already.
    { level: 0, mtime: '1980-01-01T00:00:00' },
  )
}

function contentsOf({ books, heads, attachments }: StoreDump) {
  return { books, heads, attachments }
}

/** A file whose every part is as it was written; what the parts say is not looked at yet. */
export type InspectedBackup = { manifest: BackupManifest; carried: ReadonlyMap<string, Uint8Array> }

/** Looks at a file without a passphrase. Throws AppError: each way of being unfit has its own. */
export async function inspectBackup(bytes: Uint8Array, schemaVersion: number): Promise<InspectedBackup> {
  const files = filesIn(bytes)
  const [written, digest] = [files.get(manifestName), files.get(digestName)]
  if (!written || !digest) throw new AppError('not-a-backup')
  if ((await sha256Soon(written)) !== new TextDecoder().decode(digest)) throw new AppError('backup-damaged')
  const manifest = readManifest(parsedJson(new TextDecoder().decode(written)))
  if (manifest === 'newer') throw new AppError('newer-backup')
  if (manifest === 'unreadable') throw new AppError('backup-damaged')
  if (manifest.schemaVersion > schemaVersion) throw new AppError('newer-backup')
  const carried = new Map<string, Uint8Array>()
  for (const { name, size, sha256: expected } of manifest.parts) {
    const part = files.get(name)
    if (!part || part.length !== size || (await sha256Soon(part)) !== expected || carried.has(name))
      throw new AppError('backup-damaged')
    carried.set(name, part)
  }
  // What the manifest does not name was put in by somebody else.
  if (files.size !== carried.size + 2) throw new AppError('backup-damaged')
  return { manifest, carried }
}

export type OpenedBackup = {
  manifest: BackupManifest
  contents: BackupContents
  tables: ReadonlyMap<string, Released>
  attachments: ReadonlyMap<string, Uint8Array>
}

/** The tables in clear, each held against its digest and count. Throws `backup-passphrase`, `backup-damaged`. */
export async function openBackup(
  { manifest, carried }: InspectedBackup,
  passphrase: string,
  expected: BackupKind,
): Promise<OpenedBackup> {
  if (manifest.kind !== expected)
    throw new AppError(expected === 'whole' ? 'backup-is-book' : 'backup-is-whole')
  const clear = await clearParts(manifest, carried, passphrase)
  const contents = readContents(parsedJson(new TextDecoder().decode(clear.get(contentsName))))
  if (!contents) throw new AppError('backup-damaged')
  const tables = new Map<string, Released>()
  for (const { name, count, bytes, sha256: expectedDigest } of contents.tables) {
    const part = clear.get(`tables/${name}.ndjson.gz`)
    const table = part && (await released(part, bytes))
    if (!table || table.bytes !== bytes || table.count !== count || table.sha256 !== expectedDigest)
      throw new AppError('backup-damaged')
    if (tables.has(name)) throw new AppError('backup-damaged')
    tables.set(name, table)
    await pause()
  }
  const attachments = new Map<string, Uint8Array>()
  for (const [name, bytes] of clear) {
    const hash = /^attachments\/(.*)$/.exec(name)?.[1]
    if (hash === undefined) continue
    if ((await sha256Soon(bytes)) !== hash) throw new AppError('backup-damaged')
    attachments.set(hash, bytes)
  }
  if (tables.size + attachments.size + 1 !== clear.size) throw new AppError('backup-damaged')
  return { manifest, contents, tables, attachments }
}

async function clearParts(
  { id, lock, parts }: BackupManifest,
  carried: ReadonlyMap<string, Uint8Array>,
  passphrase: string,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const key = lock && (await keyOf(passphrase, lock))
  const clear = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const [index, { name }] of parts.entries()) {
    const bytes = carried.get(name) ?? new Uint8Array()
    const part =
      lock && key ? await unsealedPart(bytes, key, lock, { id, index, name }) : new Uint8Array(bytes)
    if (!part) throw new AppError('backup-passphrase')
    clear.set(name, part)
  }
  return clear
}

/** The files inside, each stored as it is. Throws `not-a-backup`, `backup-cut-off`, `backup-damaged`. */
function filesIn(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new AppError('not-a-backup')
  // A zip ends with the record of its directory; what was cut off on the way does not.
  const end = bytes.length - 22
  if (end < 0 || ![0x50, 0x4b, 5, 6].every((byte, index) => bytes[end + index] === byte))
    throw new AppError('backup-cut-off')
  const seen = new Set<string>()
  let fits = true
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, compression, size, originalSize }) => {
        const isFit = plainName.test(name) && compression === 0 && size === originalSize && !seen.has(name)
        if (!isFit || seen.size >= mostParts) fits = false
        seen.add(name)
        return fits
      },
    })
    if (!fits) throw new AppError('not-a-backup')
    return new Map(Object.entries(files))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('backup-damaged', { cause: error })
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
