import { AppError } from '#domain/errors'
import { attachmentLimits, type Cited, citedBy, onceEach } from '#domain/exchange/attachments'
import type { ExchangeTable } from '#domain/exchange/contents'
import type { FileFacts } from '#domain/exchange/file-checks'
import { partAside } from './aside.ts'
import { fileName, filePlace, isFile } from './attachment-parts.ts'
import { sha256Soon } from './digests.ts'
import { keyFor, type Opener } from './lock.ts'
import { tagBytes } from './national-crypto.ts'
import type { Opened } from './package.ts'
import { breather } from './pause.ts'
import type { Incoming } from './read-table.ts'

/** Attachments of a package that was opened: nothing of them is held in clear. */
export type IncomingFiles = {
  /** Hashes of those that lie in it. */
  there: ReadonlySet<string>
  /** The content, held against its hash. Throws `package-altered`. */
  read: (hash: string) => Promise<Uint8Array>
}

/** The attachments that lie in a package, read one by one. Throws as `openPackage` does. */
export async function filesIn(opened: Opened, opener: Opener): Promise<IncomingFiles> {
  const { manifest } = opened
  const there = new Set(
    manifest.parts.flatMap(({ name }) => (isFile(name) ? [name.slice(filePlace.length)] : [])),
  )
  const key = manifest.lock && there.size > 0 ? await keyFor(manifest.lock, opener) : null
  return {
    there,
    async read(hash) {
      const bytes = await partAside(opened, fileName(hash), key)
      if ((await sha256Soon(bytes)) !== hash) throw new AppError('package-altered')
      return bytes
    },
  }
}

/** Attachments that the records hold, by every name and size that they say. */
function citedIn(incoming: ReadonlyMap<ExchangeTable, Incoming>): Cited[] {
  return [...incoming].flatMap(([table, { valid }]) => valid.flatMap((record) => citedBy(table, record)))
}

/**
 * Every attachment held against its hash, its size and the records; `lacksOf` says which hashes are not kept here. Nothing is
 * kept yet.
 */
export async function checkFiles(
  { manifest }: Pick<Opened, 'manifest'>,
  files: IncomingFiles,
  incoming: ReadonlyMap<ExchangeTable, Incoming>,
  lacksOf: (hashes: string[]) => Promise<readonly string[]>,
  signal?: AbortSignal,
): Promise<FileFacts> {
  const cited = citedIn(incoming)
  const byHash = new Map(onceEach(cited).map((each) => [each.hash, each]))
  const sizes = sizesIn(manifest)
  const wrong = cited.filter(({ hash, size }) => sizes.has(hash) && sizes.get(hash) !== size)
  const large: Cited[] = []
  const breathe = breather()
  for (const [hash, size] of sizes) {
    await breathe()
    signal?.throwIfAborted()
    const each = byHash.get(hash) ?? { hash, size, name: hash.slice(0, 8), of: '没有记录' }
    if (size > attachmentLimits.oneBytes.value) large.push(each)
    else if (!(await isRight(manifest, files, hash))) wrong.push(each)
  }
  const said = new Set(manifest.files?.lacking)
  const away = [...byHash.values()].filter(({ hash }) => !files.there.has(hash))
  const lacked = new Set(away.length === 0 ? [] : await lacksOf(away.map(({ hash }) => hash)))
  const isNowhere = ({ hash }: Cited) => lacked.has(hash)
  const absent = away.filter(({ hash }) => !said.has(hash))
  // Of a record that is refused nobody knows what it holds.
  const hasFaulty = [...incoming.values()].some(({ faulty }) => faulty.length > 0)
  return {
    ...{ isTold: manifest.files !== undefined, wrong: onceEach(wrong), large, absent },
    extra: hasFaulty ? 0 : [...files.there].filter((hash) => !byHash.has(hash)).length,
    nowhere: absent.filter(isNowhere),
    lacking: away.filter((each) => said.has(each.hash) && isNowhere(each)),
    isCounted: isCounted(manifest, sizes),
  }
}

/** Bytes of each attachment in clear. */
function sizesIn({ parts, lock }: Opened['manifest']): Map<string, number> {
  const tag = lock ? tagBytes : 0
  return new Map(
    parts.flatMap(({ name, size }) => (isFile(name) ? [[name.slice(filePlace.length), size - tag]] : [])),
  )
}

/** Of what is not locked the digest was reckoned already. */
async function isRight(
  { lock, parts }: Opened['manifest'],
  files: IncomingFiles,
  hash: string,
): Promise<boolean> {
  if (!lock) return parts.some(({ name, sha256 }) => name === fileName(hash) && sha256 === hash)
  try {
    await files.read(hash)
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'package-altered') return false
    throw error
  }
}

function isCounted({ files }: Opened['manifest'], sizes: ReadonlyMap<string, number>): boolean {
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return files === undefined ? sizes.size === 0 : files.count === sizes.size && files.bytes === bytes
}
