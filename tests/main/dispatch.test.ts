import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { contract } from '../../src-main/contract.ts'
import { createDispatch } from '../../src-main/dispatch.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { redact } from '../../src-main/log.ts'
import { testWorld } from './world.ts'

function dispatchOf(world: ReturnType<typeof testWorld>) {
  return createDispatch(createHandlers(world), world.log)
}

it('has a handler for every verb of the contract and no other', () => {
  expect(Object.keys(createHandlers(testWorld())).sort()).toEqual(Object.keys(contract).sort())
})

it.each([
  '',
  'file.open',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  null,
  7,
  {},
  ['app.info'],
])('refuses the unknown verb %j', async (method) => {
  expect(await dispatchOf(testWorld())(method, {})).toEqual({ ok: false, code: 'unknown-verb' })
})

it.each<[string, unknown]>([
  ['app.info', null],
  ['app.info', { more: 1 }],
  ['file.save', { name: '', bytes: new Uint8Array() }],
  ['file.save', { name: 'a', bytes: [1, 2] }],
  ['file.save', { name: 'a', bytes: new Uint8Array(), path: '/etc/passwd' }],
  ['folder.save', { name: 'a', files: [{ folder: 'b', name: 'c', bytes: new Uint8Array() }] }],
  ['log.report', { message: 'x'.repeat(5000), page: '' }],
])('%s refuses input that is not agreed', async (method, input) => {
  expect(await dispatchOf(testWorld())(method, input)).toEqual({ ok: false, code: 'bad-request' })
})

it('says that a file is too large', async () => {
  const bytes = new Uint8Array(256 * 1024 * 1024 + 1)
  expect(await dispatchOf(testWorld())('file.save', { name: 'a', bytes })).toEqual({
    ok: false,
    code: 'too-large',
  })
})

it('tells no path in app.info', async () => {
  const world = testWorld()
  const reply = await dispatchOf(world)('app.info', {})
  expect(reply).toMatchObject({ ok: true, value: { version: '1.2.3', edition: 'browser' } })
  expect(JSON.stringify(reply)).not.toContain(world.exportFolder)
})

it('saves two files of one name at the same time under two names', async () => {
  const world = testWorld()
  const dispatch = dispatchOf(world)
  const files = [1, 2].map((byte) => ({ name: '目标表.xlsx', bytes: new Uint8Array([byte]) }))
  const replies = await Promise.all(files.map((file) => dispatch('file.save', file)))
  expect(replies).toEqual([
    { ok: true, value: { name: '目标表.xlsx', place: expect.stringMatching(/\/绩衡导出$/) } },
    { ok: true, value: { name: '目标表 (2).xlsx', place: expect.stringMatching(/\/绩衡导出$/) } },
  ])
  expect(readFileSync(join(world.exportFolder, '目标表 (2).xlsx'))).toEqual(Buffer.from([2]))
})

it('gives null when the user cancels', async () => {
  const dispatch = dispatchOf(testWorld({ saveFile: async () => null, pickParent: async () => null }))
  expect(await dispatch('file.save', { name: 'a', bytes: new Uint8Array() })).toEqual({
    ok: true,
    value: null,
  })
  expect(await dispatch('folder.save', { name: 'a', files: [] })).toEqual({ ok: true, value: null })
  expect(await dispatch('page.savePdf', { name: 'a.pdf' })).toEqual({ ok: true, value: null })
})

it('reports a bug as internal, and only the log knows more', async () => {
  const world = testWorld({
    saveFile: () => Promise.reject(new Error('secret /home/zhang')),
  })
  const reply = await dispatchOf(world)('file.save', { name: 'a', bytes: new Uint8Array() })
  expect(reply).toEqual({ ok: false, code: 'internal' })
  expect(world.lines.join()).toContain('secret')
})

it('passes coded errors on', async () => {
  expect(await dispatchOf(testWorld())('page.savePdf', { name: 'a.pdf' })).toEqual({
    ok: false,
    code: 'not-available',
  })
})

it('takes tokens and identity numbers out of the log', () => {
  expect(redact('http://127.0.0.1/#token=abc-123 511902199001011234 6228480402564890018')).toBe(
    'http://127.0.0.1/#token=<token> <number> <number>',
  )
})
