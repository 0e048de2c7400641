import { sm4 } from 'sm-crypto-v2'
import { describe, expect, it } from 'vitest'
import {
  digestOf,
  isPublicKey,
  isSignedBy,
  newKeyPair,
  sealed,
  signed,
  unsealed,
} from '#exchange/national-crypto'

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

it('SM3 gives the examples of GB/T 32905, annex A', () => {
  expect(digestOf(bytes('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(digestOf(bytes('abcd'.repeat(16)))).toBe(
    'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
  )
})

it('SM4 gives the example of GB/T 32907, and GCM that of RFC 8998', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  expect(sm4.encrypt(key, key, { mode: 'ecb', padding: 'none' })).toBe('681edf34d206965e86b3e94f536e4246')
  const text = hex(
    'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd' +
      'eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa',
  )
  const iv = hex('00001234567800000000abcd')
  const associatedData = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2')
  const options = {
    mode: 'gcm',
    output: 'string',
    padding: 'none',
    iv,
    associatedData,
    outputTag: true,
  } as const
  expect(sm4.encrypt(text, key, options)).toEqual({
    output:
      '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735' +
      'd82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d',
    tag: '83de3541e4c2b58177e065a9bf7b62ec',
  })
})

it('SM2 takes the signature of GB/T 32918.5, annex A', () => {
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13'
  const signature =
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3' +
    'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'
  expect(isSignedBy(bytes('message digest'), signature, publicKey)).toBe(true)
  expect(isSignedBy(bytes('message digesT'), signature, publicKey)).toBe(false)
})

it('a signature is of one key and one text', () => {
  const [own, other] = [newKeyPair(), newKeyPair()]
  const signature = signed(bytes('评分表'), own)
  expect(isSignedBy(bytes('评分表'), signature, own.publicKey)).toBe(true)
  expect(isSignedBy(bytes('评分表 '), signature, own.publicKey)).toBe(false)
  expect(isSignedBy(bytes('评分表'), signature, other.publicKey)).toBe(false)
  expect(isSignedBy(bytes('评分表'), 'no signature', own.publicKey)).toBe(false)
  expect(isSignedBy(bytes('评分表'), '0'.repeat(128), own.publicKey)).toBe(false)
})

it('what is no point of the curve is no key', () => {
  expect(isPublicKey(newKeyPair().publicKey)).toBe(true)
  expect(isPublicKey(`04${'1'.repeat(128)}`)).toBe(false)
  expect(isPublicKey('')).toBe(false)
})

it('what was sealed opens with its key, nonce and place alone', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  const [nonce, other] = [hex('00001234567800000000abcd'), hex('00001234567800000000abce')]
  for (const text of ['', '一', 'x'.repeat(100_000)]) {
    const closed = sealed(bytes(text), key, nonce, 'a')
    expect(new TextDecoder().decode(unsealed(closed, key, nonce, 'a') ?? undefined)).toBe(text)
    expect(unsealed(closed, key, nonce, 'b')).toBeNull()
    expect(unsealed(closed, key, other, 'a')).toBeNull()
    expect(unsealed(closed, hex('1123456789abcdeffedcba9876543210'), nonce, 'a')).toBeNull()
    const changed = closed.with(
      Math.floor(closed.length / 2),
      255 - (closed[Math.floor(closed.length / 2)] ?? 0),
    )
    expect(unsealed(changed, key, nonce, 'a')).toBeNull()
  }
  expect(unsealed(new Uint8Array(3), key, nonce, 'a')).toBeNull()
})

describe('a signature that is none', () => {
  it('is refused and breaks nothing, also at the borders of its range', () => {
    const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n
    const hex = (value: bigint) => value.toString(16).padStart(64, '0')
    const keys = newKeyPair()
    const bytes = new TextEncoder().encode('x')
    for (const [r, s] of [
      [0n, 1n],
      [1n, 0n],
      [order, 1n],
      [1n, order],
      [1n, order - 1n],
      [2n ** 256n - 1n, 2n ** 256n - 1n],
      [1n, 1n],
    ] as const)
      expect([r, s, isSignedBy(bytes, hex(r) + hex(s), keys.publicKey)]).toEqual([r, s, false])
  })
})
