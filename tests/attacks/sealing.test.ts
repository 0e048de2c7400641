import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newDataKey, open, seal, unwrapDataKey, wrapDataKey } from '#storage/sealing'

const unreadable = { code: 'sealed-unreadable' }
const identity = '11010519491231002X'
const place = 'expert:a:identity'

/** Every text that differs from the given one in exactly one character. */
function oneCharacterOff(text: string): string[] {
  return Array.from(text, (letter, at) => {
    const other = letter === 'A' ? 'B' : 'A'
    return text.slice(0, at) + other + text.slice(at + 1)
  })
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}

describe('sealed text', () => {
  it('opens again for the same key and place, whatever it says', async () => {
    const key = await newDataKey()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await open(await seal(text, key, place), key, place)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps a byte order mark', async () => {
    const key = await newDataKey()
    expect(await open(await seal('\ufeff一', key), key)).toBe('\ufeff一')
  })

  it('shows nothing of the text and never looks the same twice', async () => {
    const key = await newDataKey()
    const [one, two] = [await seal(identity, key, place), await seal(identity, key, place)]
    expect(one).toMatch(/^v1\.[A-Za-z0-9+/]{16}\.[A-Za-z0-9+/]+={0,2}$/)
    expect(one).not.toContain(identity.slice(0, 6))
    expect(one).not.toBe(two)
  })

  it('keeps what is not recorded empty', async () => {
    const key = await newDataKey()
    expect(await seal('', key, place)).toBe('')
    expect(await open('', key, place)).toBe('')
  })

  it('does not open under another key', async () => {
    const sealed = await seal(identity, await newDataKey(), place)
    await expect(open(sealed, await newDataKey(), place)).rejects.toMatchObject(unreadable)
  })

  it('does not open where any one character was changed, left out or added', async () => {
    const key = await newDataKey()
    const sealed = await seal(identity, key, place)
    const attacks = [
      ...oneCharacterOff(sealed),
      sealed.slice(0, -1),
      `${sealed}A`,
      `${sealed}.AAAA`,
      ` ${sealed}`,
    ]
    for (const altered of attacks) {
      await expect(open(altered, key, place), altered).rejects.toMatchObject(unreadable)
    }
  })

  it('does not open where any one bit of the cipher was turned', async () => {
    const key = await newDataKey()
    const [form, nonce, cipher = ''] = (await seal(identity, key, place)).split('.')
    const bytes = Buffer.from(cipher, 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const altered = [form, nonce, turned.toString('base64')].join('.')
      await expect(open(altered, key, place)).rejects.toMatchObject(unreadable)
    }
  })

  it('does not open in another field or another record', async () => {
    const key = await newDataKey()
    const sealed = await seal(identity, key, place)
    await expect(open(sealed, key, 'expert:b:identity')).rejects.toMatchObject(unreadable)
    await expect(open(sealed, key, 'expert:a:bank')).rejects.toMatchObject(unreadable)
  })

  it.each(['v1', 'v1.', 'v1..', 'v2.AAAAAAAAAAAAAAAA.AAAA', identity, '.', 'v1.AAAA.AAAA'])(
    'refuses what was never sealed: %s',
    async (text) => {
      await expect(open(text, await newDataKey())).rejects.toMatchObject(unreadable)
    },
  )
})

describe('the wrapped data key', () => {
  it('is the same key again, for every password it is wrapped under', async () => {
    const dataKey = await newDataKey()
    const sealed = await seal(identity, dataKey, place)
    for (const wrapKey of [randomBytes(32), randomBytes(32)]) {
      const again = await unwrapDataKey(await wrapDataKey(dataKey, wrapKey), wrapKey)
      expect(await open(sealed, again, place)).toBe(identity)
    }
  })

  it('does not open under another password, nor with a changed character', async () => {
    const wrapKey = randomBytes(32)
    const wrapped = await wrapDataKey(await newDataKey(), wrapKey)
    await expect(unwrapDataKey(wrapped, randomBytes(32))).rejects.toMatchObject(unreadable)
    for (const altered of oneCharacterOff(wrapped)) {
      await expect(unwrapDataKey(altered, wrapKey), altered).rejects.toMatchObject(unreadable)
    }
  })

  it('is not taken for sealed text under the same bytes', async () => {
    const wrapKey = randomBytes(32)
    const wrapped = await wrapDataKey(await newDataKey(), wrapKey)
    const key = await crypto.subtle.importKey('raw', new Uint8Array(wrapKey), 'AES-GCM', false, ['decrypt'])
    await expect(open(wrapped, key, place)).rejects.toMatchObject(unreadable)
  })

  it('takes a wrap key of 32 bytes only', async () => {
    const dataKey = await newDataKey()
    for (const length of [0, 16, 31, 33]) {
      await expect(wrapDataKey(dataKey, randomBytes(length))).rejects.toThrow('32 bytes')
    }
  })
})
