import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#domain/errors'
import { packed } from '#exchange/archive'
import { type Manifest, nobody } from '#exchange/manifest'
import { newKeyPair, signed } from '#exchange/national-crypto'
import { inspectPackage, looseFacts, openPackage, type Packed, sealPackage } from '#exchange/package'

const keys = newKeyPair()
const content: Packed = {
  ...{ id: 'kit-1', purpose: 'expert-kit', year: 2025, createdAt: '2026-11-25T08:00:00.000Z' },
  ...{ ...looseFacts, sender: { ...nobody, name: '南江县财政局' }, answers: '' },
  parts: { 'kit.json': strToU8('{"task":"营养改善"}'), 'attachments/ab': new Uint8Array(40_000).fill(7) },
}
let open: Uint8Array
let locked: Uint8Array

beforeAll(async () => {
  open = await sealPackage(content, keys, null)
  locked = await sealPackage(content, keys, { passphrase: '桂花 2025' })
})

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'taken'
}

const codeOf = (bytes: Uint8Array) => refusal(() => inspectPackage(bytes))

/** The package with its files changed, zipped again. */
function changed(bytes: Uint8Array, change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bytes)
  change(files)
  return packed(files)
}

/** The manifest changed and signed anew by somebody: what a forger can do. */
function forged(bytes: Uint8Array, change: (manifest: Manifest) => void, by = newKeyPair()): Uint8Array {
  return changed(bytes, (files) => {
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Manifest
    change(manifest)
    const written = strToU8(JSON.stringify(manifest))
    files['manifest.json'] = written
    const proof = { algorithm: 'SM2-SM3', publicKey: by.publicKey, signature: signed(written, by) }
    files['signature.json'] = strToU8(JSON.stringify(proof))
  })
}

describe('a package', () => {
  it('comes back as it was, with who signed it', async () => {
    for (const [bytes, passphrase] of [
      [open, ''],
      [locked, '桂花 2025'],
      [locked, ' 桂花 ２０２５ '],
    ] as const) {
      const opened = inspectPackage(bytes)
      expect(opened.publicKey).toBe(keys.publicKey)
      expect(opened.manifest).toMatchObject({ purpose: 'expert-kit', sender: { name: '南江县财政局' } })
      expect(Object.fromEntries(await openPackage(opened, { passphrase }))).toEqual(content.parts)
    }
  })

  it('shows nothing without its passphrase', async () => {
    const wrong = openPackage(inspectPackage(locked), { passphrase: '桂花 2026' })
    await expect(wrong).rejects.toMatchObject({ code: 'wrong-passphrase' })
    expect(new TextDecoder('latin1').decode(locked)).not.toContain('营养')
    const other = await sealPackage(content, keys, { passphrase: '桂花 2025' })
    const [one, two] = [inspectPackage(locked), inspectPackage(other)]
    expect(one.carried.get('kit.json')).not.toEqual(two.carried.get('kit.json'))
  })
})

describe('refused is', () => {
  it('every package in which one byte of any file was changed', () => {
    for (const bytes of [open, locked])
      for (const name of Object.keys(unzipSync(bytes))) {
        const altered = changed(bytes, (files) => {
          const file = files[name]
          if (file) file[Math.floor(file.length / 2)] = (file[Math.floor(file.length / 2)] ?? 0) ^ 1
        })
        expect([name, codeOf(altered)]).toEqual([name, 'package-altered'])
      }
  })

  it('a file put in, taken out, renamed, or exchanged', () => {
    const added = (files: Record<string, Uint8Array>) => {
      files.extra = new Uint8Array(1)
    }
    const removed = (files: Record<string, Uint8Array>) => {
      delete files['kit.json']
    }
    const exchanged = (files: Record<string, Uint8Array>) => {
      ;[files['kit.json'], files['attachments/ab']] = [
        files['attachments/ab'] ?? new Uint8Array(),
        files['kit.json'] ?? new Uint8Array(),
      ]
    }
    for (const change of [added, removed, exchanged])
      expect(codeOf(changed(open, change))).toBe('package-altered')
    const without = changed(open, (files) => {
      delete files['signature.json']
    })
    expect(codeOf(without)).toBe('not-a-package')
  })

  it('a name that leads out of the package, and one that is there twice', () => {
    for (const name of ['../x', 'a/../../x', '/etc/x', 'C:\\x', 'a/./b', ''])
      expect(codeOf(zipSync({ [name]: new Uint8Array(1) }))).toMatch(/package-altered|not-a-package/)
    const one = zipSync({ aa: strToU8('1'), ab: strToU8('2') }, { level: 0 })
    const twice = one.map((byte, index) => (byte === 0x62 && one[index - 1] === 0x61 ? 0x61 : byte))
    expect(codeOf(twice)).toBe('package-altered')
  })

  it('what is no package, is cut off, or is empty', () => {
    for (const bytes of [new Uint8Array(), strToU8('PK'), strToU8('<html>'), zipSync({})])
      expect(codeOf(bytes)).toBe('not-a-package')
    for (const part of [0.3, 0.6, 0.9]) {
      const cut = codeOf(open.slice(0, Math.floor(open.length * part)))
      expect(['not-a-package', 'package-altered']).toContain(cut)
    }
  })

  it('a newer format, whoever signed it, and values that no version writes', () => {
    const with_ = (change: (manifest: Manifest) => void) => codeOf(forged(open, change))
    expect(with_((manifest) => Object.assign(manifest, { formatVersion: 3 }))).toBe('newer-package')
    expect(with_((manifest) => Object.assign(manifest, { purpose: 'delete-everything' }))).toBe(
      'package-altered',
    )
    expect(with_((manifest) => Object.assign(manifest, { parts: null }))).toBe('package-altered')
    const greedy = {
      kdf: 'argon2id',
      memory: 4_000_000,
      passes: 3,
      lanes: 1,
      salt: '0'.repeat(32),
      nonce: '0'.repeat(24),
    }
    expect(with_((manifest) => Object.assign(manifest, { lock: greedy }))).toBe('package-altered')
  })

  it('nothing of a forger who signs anew, except that the key is another', () => {
    const forger = newKeyPair()
    const { publicKey } = inspectPackage(
      forged(
        open,
        (manifest) => Object.assign(manifest, { sender: { ...nobody, name: '市财政局' } }),
        forger,
      ),
    )
    expect(publicKey).toBe(forger.publicKey)
    expect(publicKey).not.toBe(keys.publicKey)
  })

  it('a part of another package under the same passphrase', async () => {
    const other = inspectPackage(
      await sealPackage({ ...content, id: 'kit-2' }, keys, { passphrase: '桂花 2025' }),
    )
    const mixed = forged(
      changed(locked, (files) => {
        files['kit.json'] = other.carried.get('kit.json') ?? new Uint8Array()
      }),
      (manifest) => {
        const own = manifest.parts.find(({ name }) => name === 'kit.json')
        Object.assign(
          own ?? {},
          other.manifest.parts.find(({ name }) => name === 'kit.json'),
        )
      },
    )
    await expect(openPackage(inspectPackage(mixed), { passphrase: '桂花 2025' })).rejects.toMatchObject({
      code: 'wrong-passphrase',
    })
  })

  it('more than a package may hold, before it fills the memory', () => {
    const bomb = zipSync({ bomb: new Uint8Array(220 * 1024 * 1024) })
    const before = process.memoryUsage().rss
    expect(codeOf(bomb)).toBe('package-altered')
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`f${index}`, new Uint8Array()])),
    )
    expect(codeOf(many)).toBe('package-altered')
  })
})
