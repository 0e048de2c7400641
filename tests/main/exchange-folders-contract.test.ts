import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDispatch } from '../../src-main/dispatch.ts'
import { openExchangeFolders } from '../../src-main/exchange-folders.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { testWorld } from './world.ts'

const bytes = new Uint8Array(readFileSync('tests/fixtures/packages/version-2.jhx'))

const { sha256 } = JSON.parse(readFileSync('tests/fixtures/packages/version-2.json', 'utf8')) as {
  sha256: string
}

describe('over the contract', () => {
  async function opened(kind = 'both') {
    const data = temporaryFolder()
    const world = testWorld({ exchange: openExchangeFolders(data) })
    const dispatch = createDispatch(createHandlers(world), world.log)
    const path = temporaryFolder()
    const reply = await dispatch('exchange.addFolder', { kind, label: '优盘', typed: path })
    const id = reply.ok ? (reply.value as { id: string }).id : ''
    return { dispatch, path, id, data }
  }

  it.each([
    '../来包.jhx',
    '..\\来包.jhx',
    '/etc/passwd.jhx',
    'C:\\来包.jhx',
    'a/b.jhx',
    'a\0.jhx',
    '..',
    '来包.jhx:ads.jhx',
    '来包.txt',
    '.jhx',
    `${'长'.repeat(300)}.jhx`,
  ])('the name %j is refused by every verb', async (name) => {
    const { dispatch, id, path } = await opened()
    for (const [verb, more] of [
      ['exchange.read', {}],
      ['exchange.write', { bytes }],
      ['exchange.move', { sha256 }],
    ] as const)
      expect(await dispatch(verb, { id, name, ...more })).toEqual({ ok: false, code: 'bad-request' })
    expect(readdirSync(path)).toEqual([])
  })

  it('a link, a folder, a pipe and what is not there are gone', async () => {
    const { dispatch, id, path } = await opened()
    const secret = join(temporaryFolder(), 'secret')
    writeFileSync(secret, bytes)
    symlinkSync(secret, join(path, '链接.jhx'))
    mkdirSync(join(path, '文件夹.jhx'))
    execFileSync('mkfifo', [join(path, '管道.jhx')])
    for (const name of ['链接.jhx', '文件夹.jhx', '管道.jhx', '没有.jhx'])
      expect(await dispatch('exchange.read', { id, name }), name).toEqual({ ok: false, code: 'file-gone' })
  })

  it('says that a package is too large, before reading it', async () => {
    const { dispatch, id, path } = await opened()
    writeFileSync(join(path, '大.jhx'), bytes)
    truncateSync(join(path, '大.jhx'), 257 * 1024 * 1024)
    expect(await dispatch('exchange.read', { id, name: '大.jhx' })).toEqual({ ok: false, code: 'too-large' })
    const large = new Uint8Array(256 * 1024 * 1024 + 1)
    expect(await dispatch('exchange.write', { id, name: 'a.jhx', bytes: large })).toEqual({
      ok: false,
      code: 'too-large',
    })
  })

  it('an inbox is not written to, an outbox not read from, and an unknown folder is gone', async () => {
    const inbox = await opened('inbox')
    const outbox = await opened('outbox')
    const refused = { ok: false, code: 'refused' }
    expect(await inbox.dispatch('exchange.write', { id: inbox.id, name: 'a.jhx', bytes })).toEqual(refused)
    expect(await outbox.dispatch('exchange.read', { id: outbox.id, name: 'a.jhx' })).toEqual(refused)
    expect(await inbox.dispatch('exchange.list', { id: outbox.id })).toEqual({
      ok: false,
      code: 'folder-gone',
    })
    expect(await inbox.dispatch('exchange.list', { id: '../..' })).toEqual({ ok: false, code: 'bad-request' })
  })

  it('nothing comes of a dialog that was cancelled', async () => {
    const world = testWorld({ pickExchangeFolder: async () => null })
    const dispatch = createDispatch(createHandlers(world), world.log)
    expect(await dispatch('exchange.addFolder', { kind: 'inbox', label: '优盘', typed: '' })).toEqual({
      ok: true,
      value: null,
    })
  })

  it('reads what was written', async () => {
    const { dispatch, id, path } = await opened()
    const written = await dispatch('exchange.write', { id, name: '上报包.jhx', bytes })
    expect(written).toEqual({ ok: true, value: { name: '上报包.jhx', place: expect.any(String) } })
    expect(JSON.stringify(written)).not.toContain(path)
    expect(await dispatch('exchange.read', { id, name: '上报包.jhx' })).toEqual({ ok: true, value: bytes })
  })
})
