import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import { lookIntoFolders, waitingIn } from '#actions/look-into-folders'
import { addExchangeFolder, forgetExchangeFolder } from '#actions/set-exchange-folder'
import { putAwayTaken, takeFromFolder } from '#actions/take-from-folder'
import type { ExchangeFolder } from '#desktop'
import type { Manifest } from '#exchange/manifest'
import { newKeyPair } from '#exchange/national-crypto'
import { db, newestVersion } from '#storage/database'
import { acting, freshDatabase } from '../storage/world.ts'
import { insideOf, sealedAs } from './exchange-forge.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/packages/${name}.jhx`))
const stick: ExchangeFolder = {
  ...{ id: 'stick', kind: 'both', label: '优盘', place: '优盘/数据交换', state: 'there', freeBytes: 1000 },
}

/** What lies in the folders, as the host would tell. */
const host = vi.hoisted(() => ({
  folders: [] as ExchangeFolder[],
  files: new Map<string, Uint8Array>(),
  unfinished: [] as string[],
  reads: [] as string[],
  moved: [] as string[],
}))

function failure(code: string): Error {
  return Object.assign(new Error(code), { name: 'DesktopError', code })
}

async function digest(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}

vi.mock('#desktop', () => ({
  desktop: {
    exchangeFolders: async () => host.folders,
    listPackages: async (id: string) => {
      if (id === 'pulled') throw failure('folder-gone')
      const packages = [...host.files].map(async ([name, bytes]) => {
        return {
          name,
          size: bytes.length,
          changedAt: '2026-08-03T01:20:00.000Z',
          sha256: await digest(bytes),
        }
      })
      const unfinished = host.unfinished.map((name) => ({ name, size: 1, changedAt: '' }))
      return { packages: await Promise.all(packages), unfinished, isCut: false }
    },
    readPackage: async (_id: string, name: string) => {
      host.reads.push(name)
      const bytes = host.files.get(name)
      if (!bytes || name === '刚拿走.jhx') throw failure('file-gone')
      return bytes
    },
    addExchangeFolder: async ({ label }: { label: string }) => (label === '' ? null : { ...stick, label }),
    forgetExchangeFolder: async () => null,
    movePackage: async (_id: string, name: string, sha256: string) => {
      host.moved.push(`${name} ${sha256}`)
      return { name }
    },
  },
}))

beforeEach(async () => {
  await freshDatabase()
  Object.assign(host, { folders: [stick], files: new Map(), unfinished: [], reads: [], moved: [] })
})

it('asks nothing more of the host where there is no inbox', async () => {
  host.folders = [
    { ...stick, kind: 'outbox' },
    { ...stick, state: 'gone' },
  ]
  host.files.set('来包.jhx', fixture('version-2'))
  expect(await lookIntoFolders()).toMatchObject({ packages: [], folders: [{}, {}] })
  expect(host.reads).toEqual([])
})

it('names what waits, opens each file once, and counts what is new', async () => {
  await db.stations.put({ id: 'station-city', publicKey: 'x', formerKeys: [] } as never)
  host.files.set('上报包.jhx', fixture('version-2'))
  host.files.set('名片.jhx', fixture('version-2-card'))
  host.files.set('专家.jhx', fixture('version-2-kit'))
  host.files.set('坏.jhx', fixture('version-2').fill(0, 500, 520))
  host.unfinished = ['复制中.jhx']
  const found = await lookIntoFolders()
  expect(found.packages.map(({ name, standing }) => [name, standing])).toEqual([
    ['上报包.jhx', 'new'],
    ['名片.jhx', 'new'],
    ['专家.jhx', 'elsewhere'],
    ['坏.jhx', 'damaged'],
  ])
  expect(found.packages[0]?.head).toMatchObject({ purpose: 'report', sender: { name: '南江县财政局' } })
  expect([waitingIn(found), found.unfinished.get('stick')]).toEqual([2, ['复制中.jhx']])
  await lookIntoFolders()
  expect(host.reads).toEqual(['上报包.jhx', '名片.jhx', '专家.jhx', '坏.jhx'])
})

it('what a newer program wrote is whole: it waits for this one to be renewed', async () => {
  await db.stations.put({ id: 'station-city', publicKey: 'x', formerKeys: [] } as never)
  const { manifest, parts } = insideOf(fixture('version-2'))
  const written = (facts: object) => sealedAs({ ...manifest, ...facts } as Manifest, parts, newKeyPair())
  host.files.set('新格式.jhx', written({ formatVersion: 3 }))
  host.files.set('新记录.jhx', written({ schemaVersion: newestVersion() + 1 }))
  host.files.set('现在的.jhx', written({}))
  const found = await lookIntoFolders()
  expect(found.packages.map(({ standing }) => standing)).toEqual(['newer', 'newer', 'new'])
  expect(waitingIn(found)).toBe(1)
})

it('does not open what stands in the ledger, and passes over a stick that is pulled out meanwhile', async () => {
  const bytes = fixture('version-2-next')
  await db.packages.put({ id: 'p', direction: 'in', sha256: await digest(bytes), at: '' } as never)
  host.files.set('来包.jhx', bytes)
  host.folders = [{ ...stick, id: 'pulled' }, stick]
  const found = await lookIntoFolders()
  expect(found.packages.map(({ standing }) => standing)).toEqual(['known'])
  expect(host.reads).toEqual([])
})

it('a file that went meanwhile is looked at again when it is there', async () => {
  host.files.set('刚拿走.jhx', fixture('version-2-receipt'))
  expect((await lookIntoFolders()).packages).toMatchObject([{ standing: 'reading', head: null }])
  host.files = new Map([['又来.jhx', fixture('version-2-receipt')]])
  expect((await lookIntoFolders()).packages).toMatchObject([{ standing: 'other' }])
})

it('a taken file has its medium for the ledger and can be put away by its very bytes', async () => {
  host.files.set('来包.jhx', fixture('version-2'))
  const taken = await takeFromFolder('stick', '来包.jhx', acting('performance'))
  expect(taken).toMatchObject({ medium: '优盘', bytes: fixture('version-2') })
  await putAwayTaken(taken)
  expect(host.moved).toEqual([`来包.jhx ${await digest(fixture('version-2'))}`])
  await expect(takeFromFolder('nowhere', '来包.jhx', acting('performance'))).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('folders that are added and forgotten, and every file that is fetched, stand in the trail', async () => {
  const carrier = acting('performance')
  host.files.set('来包.jhx', fixture('version-2'))
  const wanted = { kind: 'both', label: '绩效科优盘', typed: '' } as const
  await addExchangeFolder(wanted, carrier)
  await addExchangeFolder({ ...wanted, label: '' }, carrier)
  await takeFromFolder('stick', '来包.jhx', carrier)
  await forgetExchangeFolder({ ...stick, label: '绩效科优盘' }, carrier)
  const entries = await db.audit.toArray()
  expect(entries.map(({ action, summary }) => [action, summary])).toEqual([
    ['set-exchange-folder', '添加收发文件夹：绩效科优盘（优盘/数据交换），用于收件和发件'],
    [
      'take-from-folder',
      `从收件夹取来：优盘（优盘/数据交换）里的 来包.jhx，SHA-256 ${await digest(fixture('version-2'))}`,
    ],
    ['set-exchange-folder', '不再使用收发文件夹：绩效科优盘（优盘/数据交换）'],
  ])
})

it('nobody else changes the folders or fetches from them, and the host is not even asked', async () => {
  const nobody = acting('leader')
  host.files.set('来包.jhx', fixture('version-2'))
  const refused = { code: 'not-permitted' }
  await expect(addExchangeFolder({ kind: 'both', label: 'x', typed: '' }, nobody)).rejects.toMatchObject(
    refused,
  )
  await expect(forgetExchangeFolder(stick, nobody)).rejects.toMatchObject(refused)
  await expect(takeFromFolder('stick', '来包.jhx', nobody)).rejects.toMatchObject(refused)
  expect([host.reads, await db.audit.count()]).toEqual([[], 0])
})
