import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip, type Gzip } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'
import {
  type BackupContents,
  type BackupManifest,
  type BackupPart,
  backupFormat,
} from '#domain/backup/manifest'
import { newestVersion } from '#storage/database'
import type { YearTotals } from './records.ts'
import type { Part } from './world.ts'

type Table = {
  gzip: Gzip
  path: string
  done: Promise<void>
  count: number
  bytes: number
  digest: ReturnType<typeof createHash>
}

/** Written at once: small pieces would wait for the disk one after another. */
const pieceLength = 200
const program = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version // a package has one

/**
 * Writes the records as a backup (BACKUP-FORMAT.md), table by table through files beside it: a city is never in memory.
 * Gives the control totals that the records came to, and how many there are of each table.
 */
export async function writeBackup(
  records: Generator<Part, YearTotals[]>,
  file: string,
  madeAt: string,
): Promise<{ totals: YearTotals[]; counts: Map<string, number> }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-generate-'))
  try {
    const tables = new Map<string, Table>()
    const heads: BackupContents['heads'] = []
    let step = records.next()
    for (; !step.done; step = records.next()) {
      const { table: name, records: list } = step.value
      const table = tables.get(name) ?? tableIn(folder, name)
      tables.set(name, table)
      await write(table, list)
      if (name === 'auditHeads') heads.push(...(list as BackupContents['heads'])) // the records of that table
    }
    for (const { gzip, done } of tables.values()) {
      gzip.end()
      await done
    }
    const totals = step.value
    const contents: BackupContents = {
      tables: [...tables]
        .map(([name, { count, bytes, digest }]) => ({ name, count, bytes, sha256: digest.digest('hex') }))
        .toSorted((left, right) => (left.name < right.name ? -1 : 1)),
      books: totals.map(({ bookId, year, name, goals, total }) => ({
        id: bookId,
        year,
        name,
        demo: true,
        goals,
        total,
      })),
      heads,
      attachments: [],
    }
    await assemble(file, contents, tables, madeAt)
    return { totals, counts: new Map(contents.tables.map(({ name, count }) => [name, count])) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tableIn(folder: string, name: string): Table {
  const path = join(folder, name)
  const gzip = createGzip()
  const done = finished(gzip.pipe(createWriteStream(path)))
  return { gzip, path, done, count: 0, bytes: 0, digest: createHash('sha256') }
}

async function write(table: Table, records: readonly object[]): Promise<void> {
  for (let at = 0; at < records.length; at += pieceLength) {
    const part = records.slice(at, at + pieceLength)
    const bytes = Buffer.from(part.map((record) => `${JSON.stringify(record)}\n`).join(''))
    table.count += part.length
    table.bytes += bytes.length
    table.digest.update(bytes)
    if (!table.gzip.write(bytes)) await once(table.gzip, 'drain')
  }
}

async function assemble(
  file: string,
  contents: BackupContents,
  tables: ReadonlyMap<string, Table>,
  madeAt: string,
): Promise<void> {
  const first = Buffer.from(JSON.stringify(contents))
  const parts: BackupPart[] = [{ name: 'contents.json', size: first.length, sha256: digestOf(first) }]
  for (const { name } of contents.tables) {
    const path = tables.get(name)?.path ?? ''
    parts.push({
      name: `tables/${name}.ndjson.gz`,
      size: statSync(path).size,
      sha256: await digestOfFile(path),
    })
  }
  const manifest: BackupManifest = {
    ...{ format: 'jhb', formatVersion: backupFormat, kind: 'whole', id: contents.books.at(-1)?.id ?? '' },
    ...{ schemaVersion: newestVersion(), program, madeAt, reason: 'manual', lock: null, parts },
  }
  const written = Buffer.from(JSON.stringify(manifest))
  const output = openSync(file, 'w')
  try {
    const zip = new Zip((error, bytes) => {
      if (error) throw error
      writeSync(output, bytes)
    })
    const add = (name: string) => {
      const entry = new ZipPassThrough(name)
      entry.mtime = '1980-01-01T00:00:00'
      zip.add(entry)
      return entry
    }
    add('manifest.json').push(written, true)
    add('manifest.sha256').push(Buffer.from(digestOf(written)), true)
    add('contents.json').push(first, true)
    for (const { name } of contents.tables) {
      const entry = add(`tables/${name}.ndjson.gz`)
      for await (const bytes of createReadStream(tables.get(name)?.path ?? '')) entry.push(bytes)
      entry.push(new Uint8Array(), true)
    }
    zip.end()
  } finally {
    closeSync(output)
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function digestOfFile(path: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const bytes of createReadStream(path)) digest.update(bytes)
  return digest.digest('hex')
}
