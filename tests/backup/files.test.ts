import './host.ts'
import { unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { createGoal } from '#actions/create-goal'
import { restoreBackup } from '#actions/restore-backup'
import { readListed, verifyFile } from '#backup/open'
import { takeBackup } from '#backup/take'
import { sha256Soon } from '#exchange/digests'
import { migrations } from '../../src-renderer/storage/migrations/all.ts'
import { acting, by, everything, freshBook, freshDatabase } from '../storage/world.ts'
import { host } from './host.ts'

let bytes: Uint8Array

beforeEach(async () => {
  host.renew()
  await freshDatabase()
  const { book, units } = await freshBook()
  await createGoal(book.id, units[1].id, 'project', 'general', by)
  bytes = await readListed((await takeBackup('manual')).name, 'own')
})

async function refuses(file: Uint8Array, code: string): Promise<void> {
  const before = await everything()
  const restored = restoreBackup({ name: 'x', bytes: file, passphrase: '' }, acting('administrator'))
  await expect(restored).rejects.toMatchObject({ code })
  expect(await everything()).toBe(before)
}

/** The file with its entries changed, zipped again as ours are. */
function changed(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files: Record<string, Uint8Array> = unzipSync(bytes)
  change(files)
  return zipSync(files, { level: 0 })
}

const text = (part: Uint8Array | undefined) => new TextDecoder().decode(part)
const utf8 = (words: string) => new TextEncoder().encode(words)

async function gzip(words: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([words]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function gunzip(part: Uint8Array | undefined): Promise<string> {
  const stream = new Blob([new Uint8Array(part ?? [])]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).text()
}

/** A forger who knows the format: a table changed, and every digest made right again. */
async function forged(table: string, change: (lines: string) => string): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = unzipSync(bytes)
  const lines = change(await gunzip(files[`tables/${table}.ndjson.gz`]))
  files[`tables/${table}.ndjson.gz`] = await gzip(lines)
  const contents = JSON.parse(text(files['contents.json'])) as {
    tables: { name: string; count: number; bytes: number; sha256: string }[]
  }
  for (const each of contents.tables) {
    if (each.name !== table) continue
    each.count = lines.split('\n').length - 1
    each.bytes = utf8(lines).length
    each.sha256 = await sha256Soon(utf8(lines))
  }
  files['contents.json'] = utf8(JSON.stringify(contents))
  return resigned(files)
}

async function resigned(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const manifest = JSON.parse(text(files['manifest.json'])) as {
    parts: { name: string; size: number; sha256: string }[]
  }
  for (const part of manifest.parts) {
    const carried = files[part.name] ?? new Uint8Array()
    part.size = carried.length
    part.sha256 = await sha256Soon(carried)
  }
  return withManifest(files, manifest)
}

async function withManifest(files: Record<string, Uint8Array>, manifest: unknown): Promise<Uint8Array> {
  files['manifest.json'] = utf8(JSON.stringify(manifest))
  files['manifest.sha256'] = utf8(await sha256Soon(files['manifest.json']))
  return zipSync(files, { level: 0 })
}

describe('a file is refused, and nothing is touched:', () => {
  it('what is no backup', () => refuses(utf8('项目名称,金额'), 'not-a-backup'))

  it('another zip', () => refuses(zipSync({ 'a.txt': utf8('x') }, { level: 0 }), 'not-a-backup'))

  it.each([0.2, 0.6, 0.95])('one cut off at %d of its length', (share) =>
    refuses(bytes.slice(0, Math.floor(bytes.length * share)), 'backup-cut-off'),
  )

  it('one with any byte changed', async () => {
    const step = Math.ceil(bytes.length / 60)
    for (let at = 40; at < bytes.length - 22; at += step) {
      const copy = new Uint8Array(bytes)
      copy[at] = (copy[at] ?? 0) ^ 0x10
      const before = await everything()
      try {
        const { faults } = await verifyFile(copy, '')
        // Times and attributes of a zip's directory say nothing about what is inside.
        expect(faults).toEqual([])
      } catch (error) {
        expect(['not-a-backup', 'backup-cut-off', 'backup-damaged']).toContain(
          (error as { code: string }).code,
        )
      }
      expect(await everything()).toBe(before)
    }
  })

  it('one with an entry more, less or swapped', async () => {
    await refuses(
      changed((files) => {
        files['tables/extra.ndjson.gz'] = utf8('')
      }),
      'backup-damaged',
    )
    await refuses(
      changed((files) => {
        delete files['tables/goals.ndjson.gz']
      }),
      'backup-damaged',
    )
    await refuses(
      changed((files) => {
        files['../../evil'] = utf8('')
      }),
      'not-a-backup',
    )
  })

  it('one of a newer program', async () => {
    const files: Record<string, Uint8Array> = unzipSync(bytes)
    const manifest = JSON.parse(text(files['manifest.json'])) as Record<string, unknown>
    await refuses(await withManifest({ ...files }, { ...manifest, formatVersion: 2 }), 'newer-backup')
    await refuses(await withManifest({ ...files }, { ...manifest, schemaVersion: 99 }), 'newer-backup')
  })

  it('one that says it is a book', async () => {
    const files: Record<string, Uint8Array> = unzipSync(bytes)
    const manifest = JSON.parse(text(files['manifest.json'])) as Record<string, unknown>
    await refuses(await withManifest(files, { ...manifest, kind: 'book' }), 'backup-is-book')
  })

  it('one whose amounts were changed by somebody who knows the format', async () => {
    const file = await forged('goals', (lines) => lines.replace('"total":null', '"total":100'))
    await refuses(file, 'backup-forged')
  })

  it('one from which a goal, or an entry of the trail, was taken out', async () => {
    await refuses(await forged('goals', () => ''), 'backup-forged')
    await refuses(await forged('audit', (lines) => lines.split('\n').slice(1).join('\n')), 'backup-forged')
  })

  it('one whose trail was reworded', async () => {
    await refuses(await forged('audit', (lines) => lines.replace('新建目标', '删除目标')), 'backup-forged')
  })

  it('one that unpacks to more than it says', async () => {
    const files: Record<string, Uint8Array> = unzipSync(bytes)
    files['tables/goals.ndjson.gz'] = await gzip(`${'0'.repeat(5_000_000)}\n`)
    await refuses(await resigned(files), 'backup-damaged')
  })
})

it('a listed backup that was replaced by another file is noticed', async () => {
  const { name } = await takeBackup('manual')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${host.folder}/data/backups/${name}`, bytes)
  await expect(readListed(name, 'own')).rejects.toMatchObject({ code: 'backup-damaged' })
})

it('migrations only add tables and indexes, so that an older backup fits the newest schema', () => {
  for (const migration of migrations) expect(Object.keys(migration).sort()).toEqual(['stores', 'version'])
})
