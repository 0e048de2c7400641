import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAttachments } from '../../src-main/attachments.ts'
import { createDispatch } from '../../src-main/dispatch.ts'
import { createHandlers } from '../../src-main/handlers.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { testWorld } from './world.ts'

const text = (value: string) => new TextEncoder().encode(value)
const hashOfAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}

describe('attachments', () => {
  it('keeps the same content once, found by its SHA-256', async () => {
    const folder = temporaryFolder()
    const attachments = openAttachments(folder)
    expect(await attachments.keep(text('abc'))).toEqual({ hash: hashOfAbc, size: 3 })
    await attachments.keep(text('abc'))
    expect(filesIn(folder)).toEqual([hashOfAbc])
    expect(await attachments.read(hashOfAbc)).toEqual(text('abc'))
  })

  it('says that a file is not there, and never serves one that was altered', async () => {
    const folder = temporaryFolder()
    const attachments = openAttachments(folder)
    expect(await attachments.read(hashOfAbc)).toBeNull()
    await attachments.keep(text('abc'))
    writeFileSync(join(folder, 'ba', hashOfAbc), 'abd')
    await expect(attachments.read(hashOfAbc)).rejects.toMatchObject({ code: 'attachment-damaged' })
    await attachments.keep(text('abc'))
    expect(await attachments.read(hashOfAbc)).toEqual(text('abc'))
  })

  it.each(['../../../../etc/passwd', `${hashOfAbc}/..`, hashOfAbc.toUpperCase(), hashOfAbc.slice(1), ''])(
    'makes no path of %j',
    async (hash) => {
      const dispatch = createDispatch(createHandlers(testWorld()), testWorld().log)
      expect(await dispatch('attachment.read', { hash })).toEqual({ ok: false, code: 'bad-request' })
    },
  )

  it('refuses what is larger than an attachment may be', async () => {
    const dispatch = createDispatch(createHandlers(testWorld()), testWorld().log)
    const bytes = new Uint8Array(64 * 1024 * 1024 + 1)
    expect(await dispatch('attachment.keep', { bytes })).toEqual({ ok: false, code: 'too-large' })
  })
})
