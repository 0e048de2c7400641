import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { beforeEach, expect, it } from 'vitest'
import { verifyAudit } from '#storage/audit'
import { closeDatabase, databaseName, db, openDatabase } from '#storage/database'
import { goalRows } from '#storage/goals'
import { migrations } from '../../src-renderer/storage/migrations/all.ts'
import { freshDatabase } from './world.ts'

beforeEach(freshDatabase)

function fixture(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
}

it('stores what the snapshot of every version says: a changed shape needs a migration', () => {
  const snapshot = fixture('../../src-renderer/storage/schema-snapshot.json')
  expect(migrations).toEqual(snapshot)
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
})

it('opens with exactly the indexes that the migrations declare', () => {
  const declared = Object.keys(Object.assign({}, ...migrations.map(({ stores }) => stores)))
  expect(db.tables.map((table) => table.name).sort()).toEqual(declared.sort())
})

it('refuses a database of a newer version and leaves it untouched', async () => {
  closeDatabase()
  await Dexie.delete(databaseName)
  const newer = new Dexie(databaseName)
  newer.version(999).stores({ goals: 'id', future: 'id' })
  await newer.open()
  await newer.table('future').add({ id: 'kept' })
  newer.close()
  await expect(openDatabase()).rejects.toMatchObject({ code: 'newer-database' })
  const again = await newer.open()
  expect(again.verno).toBe(999)
  expect(await newer.table('future').get('kept')).toEqual({ id: 'kept' })
  newer.close()
})

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('opens the database of version %i', async (released) => {
  closeDatabase()
  await Dexie.delete(databaseName)
  const { version, tables } = fixture(`../fixtures/databases/version-${released}.json`) as {
    version: number
    tables: Record<string, { id: string }[]>
  }
  const old = new Dexie(databaseName)
  const stores = migrations.filter((migration) => migration.version <= version).map(({ stores }) => stores)
  old.version(version).stores(Object.assign({}, ...stores))
  await old.open()
  for (const [name, records] of Object.entries(tables)) await old.table(name).bulkAdd(records)
  old.close()

  await openDatabase()
  const [book] = await db.books.toArray()
  expect(book?.year).toBe(2026)
  const rows = await goalRows(book?.id ?? '')
  expect(rows.map((row) => row.name)).toContain('义务教育营养改善计划')
  // Every record of every table is there as it was written.
  for (const [name, records] of Object.entries(tables)) {
    expect([name, await db.table(name).toArray()]).toEqual([name, records])
  }
  expect(await verifyAudit(book?.id ?? '')).toMatchObject({ intact: true })
})
