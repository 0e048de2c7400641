import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeWire, encodeWire, WireError } from '../../src-main/wire.ts'

function block(header: string, ...rest: number[]): Uint8Array {
  const text = new TextEncoder().encode(header)
  const bytes = new Uint8Array(4 + text.byteLength + rest.length)
  new DataView(bytes.buffer).setUint32(0, text.byteLength, true)
  bytes.set(text, 4)
  bytes.set(rest, 4 + text.byteLength)
  return bytes
}

describe('wire', () => {
  it('gives back any value, bytes included', () => {
    const key = fc.string().filter((text) => text !== '$bytes' && text !== '__proto__')
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.uint8Array(),
        fc.array(tie('node')),
        fc.dictionary(key, tie('node'), { noNullPrototype: true }),
      ),
    })).node
    fc.assert(
      fc.property(value, (given) => {
        expect(decodeWire(encodeWire(given))).toEqual(given)
      }),
    )
  })

  it('drops undefined members like JSON', () => {
    expect(decodeWire(encodeWire({ a: undefined, b: 1 }))).toEqual({ b: 1 })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['header beyond the end', new Uint8Array([255, 255, 255, 255, 1])],
    ['no JSON', block('{')],
    ['JSON that is no header', block('[]')],
    ['negative size', block('{"value":null,"sizes":[-1]}')],
    ['size as text', block('{"value":null,"sizes":["1"]}', 0)],
    ['slot beyond the end', block('{"value":{"$bytes":0},"sizes":[5]}', 1)],
    ['slot that is not there', block('{"value":{"$bytes":3},"sizes":[1]}', 1)],
    ['slot named toString', block('{"value":{"$bytes":"length"},"sizes":[]}')],
    ['slot twice', block('{"value":[{"$bytes":0},{"$bytes":0}],"sizes":[1]}', 1)],
    ['slot with company', block('{"value":{"$bytes":0,"a":1},"sizes":[1]}', 1)],
    ['slot without a place', block('{"value":null,"sizes":[1]}', 1)],
    ['bytes left over', block('{"value":null,"sizes":[]}', 1)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => decodeWire(bytes)).toThrow(WireError)
  })

  it('never fails otherwise on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeWire(bytes)).toThrow(WireError)
      }),
    )
  })
})
