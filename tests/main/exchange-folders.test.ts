import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type ExchangeFolders,
  type FolderKind,
  openExchangeFolders,
} from '../../src-main/exchange-folders.ts'
import { type Disk, realDisk } from '../../src-main/files.ts'
import { systemError } from './system-error.ts'
import { temporaryFolder } from './temporary-folder.ts'

const bytes = new Uint8Array(readFileSync('tests/fixtures/packages/version-2.jhx'))

const { sha256 } = JSON.parse(readFileSync('tests/fixtures/packages/version-2.json', 'utf8')) as {
  sha256: string
}

const card = new Uint8Array(readFileSync('tests/fixtures/packages/version-2-card.jhx'))

async function remembered(
  kind: FolderKind = 'both',
  disk: Disk = realDisk,
): Promise<{ folders: ExchangeFolders; id: string; path: string; data: string }> {
  const [data, path] = [temporaryFolder(), temporaryFolder()]
  const folders = openExchangeFolders(data, disk)
  const { id } = await folders.add({ kind, label: '优盘', path })
  return { folders, id, path, data }
}

describe('folders', () => {
  it('are remembered by the host, and shown without a path', async () => {
    const { folders, id, path, data } = await remembered()
    expect(await folders.list()).toEqual([
      {
        id,
        kind: 'both',
        label: '优盘',
        place: expect.any(String),
        state: 'there',
        freeBytes: expect.any(Number),
      },
    ])
    expect(JSON.stringify(await folders.list())).not.toContain(path)
    expect(await openExchangeFolders(data).list()).toHaveLength(1)
    await folders.forget(id)
    expect(await folders.list()).toEqual([])
    expect(existsSync(path)).toBe(true)
  })

  it('added twice are one, with the newer words', async () => {
    const { folders, id, path } = await remembered()
    expect(await folders.add({ kind: 'inbox', label: '共享文件夹', path })).toMatchObject({
      id,
      kind: 'inbox',
    })
    expect(await folders.list()).toMatchObject([{ label: '共享文件夹' }])
  })

  it('are refused where they are not whole, not there, no folder, or our own data', async () => {
    const { folders, data } = await remembered()
    const file = join(temporaryFolder(), 'a')
    writeFileSync(file, '')
    mkdirSync(join(data, 'attachments'))
    const link = join(temporaryFolder(), '链接')
    symlinkSync(data, link)
    const unfit = [
      '数据交换',
      '../x',
      '',
      join(data, '没有'),
      file,
      data,
      join(data, 'attachments'),
      link,
      '/\0',
    ]
    for (const path of unfit)
      await expect(folders.add({ kind: 'both', label: '优盘', path }), path).rejects.toMatchObject({
        code: 'folder-unfit',
      })
    expect(await folders.list()).toHaveLength(1)
  })

  it('that may not be written to serve as inbox alone', async () => {
    const [data, path] = [temporaryFolder(), temporaryFolder()]
    const folders = openExchangeFolders(data, {
      ...realDisk,
      open: (file, flags) =>
        file.startsWith(data) ? realDisk.open(file, flags) : Promise.reject(systemError('EROFS')),
    })
    for (const kind of ['outbox', 'both'] as const)
      await expect(folders.add({ kind, label: '光盘', path })).rejects.toMatchObject({
        code: 'folder-read-only',
      })
    writeFileSync(join(path, '来包.jhx'), bytes)
    const { id } = await folders.add({ kind: 'inbox', label: '光盘', path })
    expect(await folders.read(id, '来包.jhx')).toEqual(bytes)
    expect(readdirSync(path)).toEqual(['来包.jhx'])
  })

  it('are gone when their stick is, also where an empty place of the same name is left', async () => {
    const [data, path] = [temporaryFolder(), temporaryFolder()]
    let isPluggedIn = true
    const folders = openExchangeFolders(data, realDisk, async (where) =>
      where === data || !isPluggedIn ? 1 : 2,
    )
    const { id } = await folders.add({ kind: 'both', label: '优盘', path })
    await folders.write(id, '上报包.jhx', bytes)
    isPluggedIn = false
    expect(await folders.list()).toMatchObject([{ state: 'gone', freeBytes: null }])
    await expect(folders.write(id, '上报包.jhx', bytes)).rejects.toMatchObject({ code: 'folder-gone' })
    await expect(folders.packages(id)).rejects.toMatchObject({ code: 'folder-gone' })
    rmSync(path, { recursive: true })
    await expect(folders.write(id, '上报包.jhx', bytes)).rejects.toMatchObject({ code: 'folder-gone' })
    expect(existsSync(path)).toBe(false)
  })

  it('of a damaged list are none, and can be added anew', async () => {
    const { data, path } = await remembered()
    for (const text of ['{', '[{"id":1}]', '']) {
      writeFileSync(join(data, 'exchange-folders.json'), text)
      expect(await openExchangeFolders(data).list()).toEqual([])
    }
    const folders = openExchangeFolders(data)
    expect(await folders.add({ kind: 'inbox', label: '优盘', path })).toMatchObject({ state: 'there' })
  })

  it('replaced by a link to our data are gone', async () => {
    const { folders, id, path, data } = await remembered()
    rmSync(path, { recursive: true })
    symlinkSync(data, path)
    await expect(folders.write(id, 'a.jhx', bytes)).rejects.toMatchObject({ code: 'folder-gone' })
    expect(readdirSync(data)).toEqual(['exchange-folders.json'])
  })
})

describe('a list', () => {
  it('has whole packages with their digest; half ones stand apart, everything else is passed over', async () => {
    const { folders, id, path } = await remembered()
    writeFileSync(join(path, '来包.jhx'), bytes)
    writeFileSync(join(path, '复制中.jhx'), bytes.subarray(0, 3000))
    writeFileSync(join(path, '占位.JHX'), new Uint8Array(8000))
    writeFileSync(join(path, '空.jhx'), '')
    const names = ['.jiheng-0123456789ab.part', '._来包.jhx', '~来包.jhx', '来包.jhx.tmp', '说明.docx']
    for (const name of names) writeFileSync(join(path, name), bytes)
    mkdirSync(join(path, '文件夹.jhx'))
    symlinkSync(join(path, '来包.jhx'), join(path, '链接.jhx'))
    execFileSync('mkfifo', [join(path, '管道.jhx')])
    const { packages, unfinished, isCut } = await folders.packages(id)
    expect(packages).toEqual([
      { name: '来包.jhx', size: bytes.length, changedAt: expect.any(String), sha256 },
    ])
    expect(unfinished.map(({ name }) => name).sort()).toEqual(['占位.JHX', '复制中.jhx', '空.jhx'].sort())
    expect(isCut).toBe(false)
  })

  it('never shows a package that is cut anywhere', async () => {
    const { folders, id, path } = await remembered()
    for (let left = bytes.length - 1; left >= 0; left -= 311) {
      writeFileSync(join(path, '来包.jhx'), bytes)
      truncateSync(join(path, '来包.jhx'), left)
      expect((await folders.packages(id)).packages, String(left)).toEqual([])
      await expect(folders.read(id, '来包.jhx')).rejects.toMatchObject({ code: 'file-unfinished' })
    }
  })

  it('has the newest first', async () => {
    const { folders, id, path } = await remembered()
    for (const [index, name] of ['b', 'c', 'a'].entries()) {
      writeFileSync(join(path, `${name}.jhx`), bytes)
      utimesSync(join(path, `${name}.jhx`), 1000, 1000 + index)
    }
    const { packages } = await folders.packages(id)
    expect(packages.map(({ name }) => name)).toEqual(['a.jhx', 'c.jhx', 'b.jhx'])
  })
})

describe('writing', () => {
  it('keeps an existing file and numbers the new one', async () => {
    const { folders, id, path } = await remembered()
    expect(await folders.write(id, '上报包.jhx', bytes)).toMatchObject({ name: '上报包.jhx' })
    expect(await folders.write(id, '上报包.jhx', card)).toMatchObject({ name: '上报包 (2).jhx' })
    expect(readFileSync(join(path, '上报包.jhx'))).toEqual(Buffer.from(bytes))
    expect(readdirSync(path).sort()).toEqual(['上报包 (2).jhx', '上报包.jhx'])
  })

  it('two machines at the same moment take two names', async () => {
    const { folders, id, path } = await remembered()
    const other = openExchangeFolders(temporaryFolder())
    const same = await other.add({ kind: 'both', label: '共享文件夹', path })
    const names = await Promise.all(
      [0, 1, 2, 3, 4].flatMap(() => [folders.write(id, 'a.jhx', bytes), other.write(same.id, 'a.jhx', card)]),
    )
    expect(new Set(names.map(({ name }) => name)).size).toBe(10)
    expect((await folders.packages(id)).packages).toHaveLength(10)
  })

  it('also onto a stick that knows no second names for a file', async () => {
    const { folders, id, path } = await remembered('both', {
      ...realDisk,
      link: () => Promise.reject(systemError('EPERM')),
    })
    await folders.write(id, 'a.jhx', bytes)
    expect(await folders.write(id, 'a.jhx', card)).toMatchObject({ name: 'a (2).jhx' })
    expect(readdirSync(path).sort()).toEqual(['a (2).jhx', 'a.jhx'])
  })

  it('takes nothing that is no whole package', async () => {
    const { folders, id, path } = await remembered()
    for (const wrong of [
      new Uint8Array(),
      bytes.subarray(0, -1),
      new TextEncoder().encode('#!/bin/sh'.repeat(9)),
    ])
      await expect(folders.write(id, 'a.jhx', wrong)).rejects.toMatchObject({ code: 'file-unfinished' })
    expect(readdirSync(path)).toEqual([])
  })

  const disasters: [string, string, (count: () => number) => Partial<Disk>][] = [
    ['a full stick', 'disk-full', () => ({ freeBytes: async () => 1000 })],
    ['a stick that fills up', 'disk-full', () => ({ open: () => Promise.reject(systemError('ENOSPC')) })],
    ['a locked stick', 'folder-read-only', () => ({ open: () => Promise.reject(systemError('EROFS')) })],
    [
      'pulled before writing',
      'place-unavailable',
      () => ({ open: () => Promise.reject(systemError('ENOENT')) }),
    ],
    ['pulled before naming', 'place-unavailable', () => ({ link: () => Promise.reject(systemError('EIO')) })],
    ['a stick that lies', 'verify-failed', () => ({ readFile: async () => new Uint8Array([1]) })],
    [
      'a stick that loses it with the name',
      'verify-failed',
      (count) => ({
        readFile: (path) => (count() > 1 ? Promise.resolve(new Uint8Array()) : realDisk.readFile(path)),
      }),
    ],
  ]
  it.each(disasters)('%s: says %s, and the old one stays', async (_name, code, sabotage) => {
    const { path, data, id } = await remembered()
    writeFileSync(join(path, '旧.jhx'), card)
    let count = 0
    const disk = { ...realDisk, pause: async () => undefined, ...sabotage(() => ++count) }
    const folders = openExchangeFolders(data, disk)
    await expect(folders.write(id, '上报包.jhx', bytes)).rejects.toMatchObject({ code })
    expect(readFileSync(join(path, '旧.jhx'))).toEqual(Buffer.from(card))
    expect(readdirSync(path).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('clears away old pieces of its own, not those of this moment', async () => {
    const { folders, id, path } = await remembered()
    const [old, young] = ['.jiheng-0123456789ab.part', '.jiheng-0123456789cd.part']
    writeFileSync(join(path, old), 'x')
    utimesSync(join(path, old), 1000, 1000)
    writeFileSync(join(path, young), 'x')
    writeFileSync(join(path, '别人的.part'), 'x')
    await folders.write(id, 'a.jhx', bytes)
    expect(readdirSync(path).sort()).toEqual([young, 'a.jhx', '别人的.part'].sort())
  })
})

describe('putting away', () => {
  it('moves the very bytes that were taken beside, under a free name', async () => {
    const { folders, id, path } = await remembered()
    for (const name of ['来包.jhx', '来包 (2).jhx']) {
      writeFileSync(join(path, '来包.jhx'), bytes)
      expect(await folders.putAway(id, '来包.jhx', sha256)).toEqual({ name })
    }
    expect(readdirSync(path)).toEqual(['已导入'])
    expect(readdirSync(join(path, '已导入')).sort()).toEqual(['来包 (2).jhx', '来包.jhx'])
  })

  it('leaves a file that became another, and never goes through a link', async () => {
    const { folders, id, path } = await remembered()
    writeFileSync(join(path, '来包.jhx'), card)
    await expect(folders.putAway(id, '来包.jhx', sha256)).rejects.toMatchObject({ code: 'file-gone' })
    writeFileSync(join(path, '来包.jhx'), bytes)
    const elsewhere = temporaryFolder()
    symlinkSync(elsewhere, join(path, '已导入'))
    await expect(folders.putAway(id, '来包.jhx', sha256)).rejects.toMatchObject({ code: 'refused' })
    expect([readdirSync(elsewhere), existsSync(join(path, '来包.jhx'))]).toEqual([[], true])
  })
})
