import './host.ts'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFirstAccount } from '#actions/create-first-account'
import { createGoal } from '#actions/create-goal'
import { loadDemo } from '#actions/load-demo'
import { restoreBackup } from '#actions/restore-backup'
import { saveBackupPassphrase } from '#actions/save-backup-settings'
import { backupFile } from '#backup/file'
import { readListed, verifyFile } from '#backup/open'
import { backupBefore, backupBeforeUpgrade, takeBackup } from '#backup/take'
import { desktop } from '#desktop'
import { verifyAudit } from '#storage/audit'
import { closeDatabase, databaseName, db, openDatabase, openOlder } from '#storage/database'
import { dumpStore } from '#storage/store-dump'
import { acting, by, freshBook, freshDatabase } from '../storage/world.ts'
import { host } from './host.ts'

const keeper = acting('administrator')

beforeEach(async () => {
  host.renew()
  await freshDatabase()
})

/** The text of every table, as a dump writes it. */
async function tables(): Promise<Record<string, string>> {
  const { tables: dumped } = await dumpStore()
  return Object.fromEntries(
    dumped.map(({ name, chunks }) => [name, chunks.map((chunk) => new TextDecoder().decode(chunk)).join('')]),
  )
}

/** The same without the trail of the machine, which says that it was restored. */
async function tablesButTrail(): Promise<Record<string, string>> {
  const { audit: _audit, auditHeads: _heads, ...rest } = await tables()
  return rest
}

async function withoutSettings(): Promise<Record<string, string>> {
  return { ...(await tables()), preferences: '' }
}

async function fileOf(name: string) {
  return { name, bytes: await readListed(name, 'own'), passphrase: '' }
}

describe('a backup of the demo', () => {
  it('restores byte for byte, on another machine too, and every record is what it was', async () => {
    await loadDemo(by)
    await createFirstAccount('王主任', '南江县的桂花树 8')
    const before = await tables()
    const records = new Map(
      await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    )
    const { name } = await takeBackup('manual')
    const file = await fileOf(name)
    await freshDatabase()
    host.renew()
    await restoreBackup(file, keeper)
    const after = await tables()
    for (const table of Object.keys(before)) {
      if (table !== 'audit' && table !== 'auditHeads')
        expect([table, after[table]]).toEqual([table, before[table]])
    }
    for (const [table, old] of records) {
      if (['audit', 'auditHeads', 'preferences'].includes(table)) continue
      expect([table, await db.table(table).toArray()]).toEqual([table, old])
    }
    expect(await verifyAudit('')).toMatchObject({ intact: true })
    const own = await db.audit.where('[bookId+number]').between([''], ['', []]).toArray()
    expect(own.at(-1)).toMatchObject({ action: 'restore-backup', duty: 'administrator' })
  }, 120_000)
})

describe('a restore', () => {
  it('first backs up what is there, so that one press brings it back', async () => {
    const { book, units } = await freshBook()
    await createGoal(book.id, units[1].id, 'project', 'general', by)
    const early = await takeBackup('manual')
    await createGoal(book.id, units[0].id, 'project', 'general', by)
    const late = await tablesButTrail()
    const { before } = await restoreBackup(await fileOf(early.name), keeper)
    expect(await db.goals.count()).toBe(1)
    expect(before).toMatchObject({ reason: 'before-restore' })
    await restoreBackup(await fileOf(before?.name ?? ''), keeper)
    expect(await tablesButTrail()).toEqual(late)
  })

  it('is all or nothing, wherever it is broken off', async () => {
    const { book, units } = await freshBook()
    await createGoal(book.id, units[1].id, 'project', 'general', by)
    const { name } = await takeBackup('manual')
    const file = await fileOf(name)
    await createGoal(book.id, units[0].id, 'project', 'general', by)
    const before = await tables()
    // Tables that one of the two states holds: there the transaction is broken off.
    const names = Object.keys(before).filter((table) => before[table] !== '' && table !== 'preferences')
    for (const broken of names) {
      const fail = () => {
        throw new Error('power cut')
      }
      db.table(broken).hook('creating', fail)
      try {
        await expect(restoreBackup(file, keeper), broken).rejects.toThrow()
      } finally {
        db.table(broken).hook('creating').unsubscribe(fail)
      }
      expect(await withoutSettings()).toEqual({ ...before, preferences: '' })
    }
  })

  it('does not start where the present state cannot be kept', async () => {
    const { book, units } = await freshBook()
    const { name } = await takeBackup('manual')
    const file = await fileOf(name)
    await createGoal(book.id, units[1].id, 'project', 'general', by)
    const before = await tables()
    host.fault = 'ENOSPC'
    await expect(restoreBackup(file, keeper)).rejects.toMatchObject({ code: 'backup-unfinished' })
    expect(await tables()).toEqual(before)
  })

  it('keeps the settings of this machine’s backups', async () => {
    await freshBook()
    const { name } = await takeBackup('manual')
    await saveBackupPassphrase('桂花开了 2025', keeper)
    await restoreBackup(await fileOf(name), keeper)
    expect(await db.preferences.get('backup-key')).toBeDefined()
  })
})

describe('a copy in the second folder', () => {
  it('is the same file, and its attachments lie beside it', async () => {
    await freshBook()
    const hash = await citedAttachment('会议纪要')
    await chooseSecond()
    const taken = await takeBackup('daily')
    expect(taken).toMatchObject({ copy: 'copied' })
    const [own, copy] = [await readListed(taken.name, 'own'), await readListed(taken.name, 'second')]
    expect(copy).toEqual(own)
    expect(await desktop.lackedPieces([hash])).toEqual([])
  })

  it('opens nowhere without its passphrase, and brings the sealed attachments back with it', async () => {
    await freshBook()
    const hash = await citedAttachment('涉密的附件')
    await saveBackupPassphrase('桂花开了 2025', keeper)
    const second = await chooseSecond()
    const { name } = await takeBackup('daily')
    expect(await bytesUnder(second)).not.toContain('涉密的附件')
    const bytes = await readListed(name, 'second')
    await expect(verifyFile(bytes, '')).rejects.toMatchObject({ code: 'backup-passphrase' })
    await expect(verifyFile(bytes, '桂花开了 2026')).rejects.toMatchObject({ code: 'backup-passphrase' })
    // Another machine with the same stick.
    await freshDatabase()
    host.renew()
    await desktop.chooseBackupFolder(second)
    const restored = await restoreBackup({ name, bytes, passphrase: '桂花开了 2025' }, keeper)
    expect(restored).toEqual({ before: null, lackedAttachments: 0 })
    expect(new TextDecoder().decode((await desktop.readAttachment(hash)) ?? undefined)).toBe('涉密的附件')
  }, 90_000)

  it('that cannot be reached is told and does not stop the backup', async () => {
    await freshBook()
    const second = await chooseSecond()
    rmSync(second, { recursive: true })
    expect(await takeBackup('daily')).toMatchObject({ copy: 'unreachable' })
    expect((await desktop.listBackups()).own).toHaveLength(1)
    // A stick that is not there is not made anew on the disk below.
    expect(() => readdirSync(second)).toThrow()
  })
})

it('an empty store makes no backup before anything', async () => {
  expect(await backupBefore('before-import')).toBeNull()
  expect((await desktop.listBackups()).own).toEqual([])
})

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('a backup of version %i comes into the newest', async (version) => {
  const { tables: old } = JSON.parse(
    readFileSync(new URL(`../fixtures/databases/version-${version}.json`, import.meta.url), 'utf8'),
  ) as { tables: Record<string, Record<string, unknown>[]> }
  for (const [name, records] of Object.entries(old)) await db.table(name).bulkAdd(records)
  const dump = await dumpStore()
  const known = new Set(Object.keys(old))
  const facts = {
    kind: 'whole',
    id: 'b1',
    program: '0.1.0',
    madeAt: '2026-11-01T00:00:00.000Z',
    reason: 'daily',
  } as const
  const bytes = await backupFile(
    { ...dump, schemaVersion: version, tables: dump.tables.filter(({ name }) => known.has(name)) },
    facts,
    null,
  )
  await freshDatabase()
  await restoreBackup({ name: 'old', bytes, passphrase: '' }, keeper)
  for (const [name, records] of Object.entries(old)) {
    if (['audit', 'auditHeads', 'preferences'].includes(name)) continue
    expect([name, await db.table(name).toArray()]).toEqual([name, records])
  }
  expect(await verifyAudit(String(old.books?.[0]?.id))).toMatchObject({ intact: true })
})

it('keeps a database of an earlier version as it lies before it is upgraded', async () => {
  const { version, tables: old } = JSON.parse(
    readFileSync(new URL('../fixtures/databases/version-3.json', import.meta.url), 'utf8'),
  ) as { version: number; tables: Record<string, Record<string, unknown>[]> }
  closeDatabase()
  await Dexie.delete(databaseName)
  const older = await openOlder(version)
  for (const [name, records] of Object.entries(old)) await older.table(name).bulkAdd(records)
  older.close()
  await backupBeforeUpgrade()
  await openDatabase()
  await backupBeforeUpgrade()
  const { own } = await desktop.listBackups()
  expect(own).toHaveLength(1)
  const { opened, faults } = await verifyFile(await readListed(own[0]?.name ?? '', 'own'), '')
  expect(faults).toEqual([])
  expect(opened.manifest).toMatchObject({ schemaVersion: 3, reason: 'before-upgrade' })
  expect(opened.contents.tables.find(({ name }) => name === 'goals')?.count).toBe(old.goals?.length)
})

async function citedAttachment(text: string): Promise<string> {
  const { hash, size } = await desktop.keepAttachment(new TextEncoder().encode(text))
  const attachment = { hash, name: '附件.pdf', size, addedAt: '2026-01-01T00:00:00.000Z', addedBy: '测试员' }
  await db.regulations.add({ id: 'r1', name: '办法', attachments: [attachment] } as never) // what a dump reads of it
  return hash
}

async function chooseSecond(): Promise<string> {
  const path = join(host.folder, 'U盘')
  mkdirSync(path)
  await desktop.chooseBackupFolder(path)
  return path
}

function bytesUnder(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8')).join('\n')
}
