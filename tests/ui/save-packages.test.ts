import { beforeEach, expect, it, vi } from 'vitest'
import type { Prepared } from '#actions/make-package'
import type { ExchangeFolder } from '#desktop'
import type { PackageRecord } from '#domain/exchange/package'
import { savePackages } from '../../src-renderer/features/exchange/save-packages.ts'
import { acting } from '../storage/world.ts'

const done = vi.hoisted(() => ({ written: [] as string[], dropped: [] as string[], failsAt: -1 }))
const failure = Object.assign(new Error('disk-full'), { name: 'DesktopError', code: 'disk-full' })

vi.mock('#desktop', () => ({
  desktop: {
    writePackage: async (_folder: string, name: string) => {
      if (done.written.length === done.failsAt) throw failure
      done.written.push(name)
      return { name, place: '优盘/数据交换' }
    },
    saveFolder: async (name: string, files: { name: string }[]) => {
      if (done.failsAt === 0) throw failure
      done.written.push(...files.map((file) => file.name))
      return { place: name, count: files.length }
    },
  },
}))
vi.mock('#actions/make-package', () => ({ keepPackage: async ({ record }: Prepared) => record }))
vi.mock('#actions/mark-package', () => ({
  markPackage: async (id: string, state: string) => done.dropped.push(`${id} ${state}`),
}))

const by = acting('performance')
const outbox: ExchangeFolder = {
  ...{ id: 'stick', kind: 'both', label: '优盘', place: '优盘', state: 'there', freeBytes: 1000 },
}
const prepared = ['a', 'b', 'c'].map((id): Prepared => {
  const record = { id, fileName: `${id}.jhx`, medium: '光盘' } as PackageRecord
  return { record, bytes: new Uint8Array(1), copy: new Uint8Array(1) }
})

beforeEach(() => Object.assign(done, { written: [], dropped: [], failsAt: -1 }))

it('a stick that is full after the second tells what is on it, and what is not', async () => {
  done.failsAt = 2
  const saved = await savePackages(prepared, { outbox, folderName: '' }, by)
  expect(saved?.records.map(({ id, medium }) => [id, medium])).toEqual([
    ['a', '优盘'],
    ['b', '优盘'],
  ])
  expect(saved).toMatchObject({ lost: [{ id: 'c' }], failure, place: '优盘/数据交换' })
  expect(done).toMatchObject({ written: ['a.jhx', 'b.jhx'], dropped: ['c dropped'] })
})

it.each([
  ['on the stick', outbox],
  ['in a folder', null],
])('nothing written %s is a failure, and everything is 作废', async (_where, to) => {
  done.failsAt = 0
  await expect(savePackages(prepared, { outbox: to, folderName: '参数包' }, by)).rejects.toBe(failure)
  expect(done).toMatchObject({ written: [], dropped: ['a dropped', 'b dropped', 'c dropped'] })
})

it('all of them written are all that is told', async () => {
  for (const to of [outbox, null]) {
    const saved = await savePackages(prepared, { outbox: to, folderName: '参数包' }, by)
    expect(saved).toMatchObject({ lost: [], failure: null, outbox: to })
    expect(saved?.records).toHaveLength(3)
  }
  expect(done.dropped).toEqual([])
})
