import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { secretsOf } from '#domain/exchange/secrets'
import { secretWordsInFile } from '../../src-renderer/exchange/file-words.ts'

const secrets = secretsOf([{ id: 's', name: '人防指挥所改造', code: '', secret: true }])
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a file that is to leave', () => {
  it.each([
    ['a text', utf8('人防指挥所改造的台账')],
    ['a text in UTF-16', new Uint8Array(Buffer.from('人防指挥所改造', 'utf16le'))],
    [
      'a text in GBK',
      new Uint8Array([0xc8, 0xcb, 0xb7, 0xc0, 0xd6, 0xb8, 0xbb, 0xd3, 0xcb, 0xf9, 0xb8, 0xc4, 0xd4, 0xec]),
    ],
    [
      'a document with the name cut into runs',
      zipSync({ 'word/document.xml': utf8('<w:t>人防指</w:t></w:r><w:r><w:t>挥所改造</w:t>') }),
    ],
    ['something that only begins as a zip', utf8('PK人防指挥所改造')],
  ])('%s', (_, bytes) => {
    expect(secretWordsInFile(bytes, secrets)).toEqual(['人防指挥所改造'])
  })

  it('that would fill the memory when unpacked is looked at as far as it fits', () => {
    const [large, named] = [new Uint8Array(1000), utf8('人防指挥所改造')]
    const bomb = zipSync({ a: large, b: large, c: named, d: large })
    const found = (most: number) => secretWordsInFile(bomb, secrets, most)
    expect(found(1000 + named.length)).toEqual(['人防指挥所改造'])
    expect(found(1000 + named.length - 1)).toEqual([])
  })

  it('without it has nothing to say', () => {
    expect(secretWordsInFile(zipSync({ 'a.xml': utf8('<t>校舍维修</t>') }), secrets)).toEqual([])
    expect(secretWordsInFile(utf8('人防指挥所改造'), secretsOf([]))).toEqual([])
  })
})
