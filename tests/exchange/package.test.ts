import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { nobody } from '#exchange/manifest'
import { newKeyPair, unwrappedWith, wrappedFor } from '#exchange/national-crypto'
import { inspectPackage, looseFacts, openPackage, sealPackage } from '#exchange/package'

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/packages/${name}`))

describe('packages of version 1 stay readable', () => {
  const { publicKey } = JSON.parse(readFileSync('tests/fixtures/packages/version-1.json', 'utf8')) as {
    publicKey: string
  }

  it('one closed under a passphrase', async () => {
    const opened = inspectPackage(fixture('version-1-locked.jhx'))
    expect(opened.publicKey).toBe(publicKey)
    expect(opened.manifest).toMatchObject({ formatVersion: 1, id: 'v1-kit', year: 2025, sequence: 0 })
    expect(opened.manifest.sender).toEqual({ ...nobody, name: '南江县财政局' })
    const parts = await openPackage(opened, { passphrase: '桂花 2025' })
    expect(new TextDecoder().decode(parts.get('kit.json'))).toBe('{"task":"营养改善"}')
  })

  it('an open one', async () => {
    const opened = inspectPackage(fixture('version-1.jhx'))
    expect(opened.manifest).toMatchObject({ purpose: 'expert-return', answers: 'v1-kit', lock: null })
    const parts = await openPackage(opened, { passphrase: '' })
    expect(new TextDecoder().decode(parts.get('sheet.json'))).toBe('{"round":1}')
  })
})

describe('a package closed to its receiver', () => {
  const [sender, receiver, other] = [newKeyPair(), newKeyPair(), newKeyPair()]
  const content = {
    ...looseFacts,
    ...{ id: 'p1', purpose: 'report' as const, year: 2026, createdAt: '2026-11-26T08:00:00.000Z' },
    ...{ sender: { ...nobody, name: '县教育局' }, answers: '', parts: { 'a.json': strToU8('{"a":1}') } },
  } as const

  it('opens with the private key of the receiver alone', async () => {
    const opened = inspectPackage(await sealPackage(content, sender, { publicKey: receiver.publicKey }))
    expect(new TextDecoder('latin1').decode(opened.carried.get('a.json'))).not.toContain('"a"')
    const parts = await openPackage(opened, { privateKey: receiver.privateKey })
    expect(new TextDecoder().decode(parts.get('a.json'))).toBe('{"a":1}')
    for (const opener of [{ privateKey: other.privateKey }, { privateKey: sender.privateKey }])
      await expect(openPackage(opened, opener)).rejects.toMatchObject({ code: 'not-for-here' })
    await expect(openPackage(opened, { passphrase: 'x' })).rejects.toMatchObject({ code: 'not-for-here' })
  })

  it('does not open after any change of the wrapped key', () => {
    const wrapped = wrappedFor(strToU8('0123456789abcdef'), receiver.publicKey)
    expect(unwrappedWith(wrapped, receiver.privateKey)).toEqual(strToU8('0123456789abcdef'))
    for (let at = 0; at < wrapped.length; at += 7) {
      const digit = ((Number.parseInt(wrapped[at] ?? '0', 16) + 1) % 16).toString(16)
      const altered = `${wrapped.slice(0, at)}${digit}${wrapped.slice(at + 1)}`
      expect([at, unwrappedWith(altered, receiver.privateKey)]).toEqual([at, null])
    }
  })
})
