import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openBackups } from '../../src-main/backups.ts'
import { createDispatch } from '../../src-main/dispatch.ts'
import { realDisk } from '../../src-main/files.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { testWorld } from './world.ts'

const bytes = new TextEncoder().encode('备份')
const named = (count: number) => `绩衡备份_20261126-10150${count}_手工.jhb`

function places() {
  const root = temporaryFolder()
  const folder = join(root, 'data', 'backups')
  const stick = join(root, 'U盘')
  mkdirSync(stick)
  return { folder, stick, backups: openBackups(folder) }
}

async function filled(count: number) {
  const all = places()
  for (let each = 0; each < count; each++)
    await all.backups.write({ name: named(each), bytes, note: '{}', to: 'own' })
  return all
}

it('lists what it wrote, newest first, and tells what was changed or put there', async () => {
  const { backups, folder } = await filled(2)
  writeFileSync(join(folder, named(0)), 'other bytes')
  writeFileSync(join(folder, named(5)), bytes)
  writeFileSync(join(folder, 'private.txt'), 'not ours')
  const { own } = await backups.list()
  expect(own.map(({ name, state }) => [name, state])).toEqual([
    [named(5), 'unknown'],
    [named(1), 'as-written'],
    [named(0), 'changed'],
  ])
  expect(await backups.read(named(0), 'own')).toMatchObject({ state: 'changed' })
  expect(await backups.read(named(9), 'own')).toBeNull()
})

it('never replaces a backup of the same name', async () => {
  const { backups } = await filled(1)
  const again = await backups.write({ name: named(0), bytes, note: '', to: 'own' })
  expect(again.name).toBe('绩衡备份_20261126-101500_手工 (2).jhb')
})

it('refuses to leave fewer than three', async () => {
  const { backups } = await filled(4)
  await expect(backups.remove([named(0), named(1)], 'own')).rejects.toMatchObject({ code: 'refused' })
  expect(await backups.remove([named(0)], 'own')).toBe(1)
  expect((await backups.list()).own).toHaveLength(3)
})

describe('the second folder', () => {
  it('must be whole, there, outside the data and writable', async () => {
    const { backups, folder, stick } = places()
    mkdirSync(join(folder, 'inside'), { recursive: true })
    await expect(backups.setSecond('U盘')).rejects.toMatchObject({ code: 'place-unavailable' })
    await expect(backups.setSecond(join(stick, 'no'))).rejects.toMatchObject({ code: 'place-unavailable' })
    await expect(backups.setSecond(join(folder, 'inside'))).rejects.toMatchObject({ code: 'refused' })
    await expect(backups.setSecond(join(folder, '..'))).rejects.toMatchObject({ code: 'refused' })
    const readOnly = openBackups(folder, {
      ...realDisk,
      open: async () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' })
      },
    })
    await expect(readOnly.setSecond(stick)).rejects.toMatchObject({ code: 'write-refused' })
    expect(await backups.setSecond(stick)).toMatchObject({ isReachable: true })
    expect(readdirSync(stick)).toEqual([])
  })

  it('that was unplugged is not made anew, and is found again', async () => {
    const { backups, stick } = places()
    await backups.setSecond(stick)
    rmSync(stick, { recursive: true })
    const file = { name: named(0), bytes, note: '', to: 'second' } as const
    await expect(backups.write(file)).rejects.toMatchObject({ code: 'place-unavailable' })
    expect((await backups.list()).second).toMatchObject({ isReachable: false })
    mkdirSync(stick)
    await backups.write(file)
    expect((await backups.list()).copies.map(({ name }) => name)).toEqual([named(0)])
  })

  it('takes a piece in clear only under its own digest', async () => {
    const { backups, stick } = places()
    await backups.setSecond(stick)
    await expect(backups.keepPiece('0'.repeat(64), bytes)).rejects.toMatchObject({ code: 'refused' })
    await backups.keepPiece(`${'0'.repeat(64)}.12345678`, bytes)
    expect(await backups.lacks(['0'.repeat(64), `${'0'.repeat(64)}.12345678`])).toEqual(['0'.repeat(64)])
  })
})

it.each([
  '../../etc/passwd',
  '绩衡备份_20261126-101500_../x.jhb',
  'index.json',
  '绩衡备份_20261126-101500_a/b.jhb',
])('no verb takes the name %s', async (name) => {
  const world = testWorld()
  const dispatch = createDispatch(createHandlers(world), world.log)
  for (const call of [
    dispatch('backup.read', { name, from: 'own' }),
    dispatch('backup.remove', { names: [name], from: 'own' }),
    dispatch('backup.write', { name, bytes, note: '', to: 'own' }),
    dispatch('backup.readPiece', { name }),
  ])
    expect(await call).toEqual({ ok: false, code: 'bad-request' })
})
