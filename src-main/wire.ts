/*
 * Values with bytes in them as one block: u32 length of the header (little endian), the header as JSON, then
 * the bytes of each slot. In the header `{"$bytes": n}` stands for slot n. Pure: used by the loopback server
 * and by the page. Bytes in JSON as base64 would cost a third more and twice the memory.
 */
const slotKey = '$bytes'
const maxSlots = 10_000

export class WireError extends Error {}

export function encodeWire(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const header = new TextEncoder().encode(
    JSON.stringify({ value: pack(value, parts), sizes: parts.map(sizeOf) }),
  )
  const total = parts.reduce((sum, part) => sum + part.byteLength, 4 + header.byteLength)
  const block = new Uint8Array(total)
  new DataView(block.buffer).setUint32(0, header.byteLength, true)
  block.set(header, 4)
  let at = 4 + header.byteLength
  for (const part of parts) {
    block.set(part, at)
    at += part.byteLength
  }
  return block
}

export function decodeWire(block: Uint8Array): unknown {
  if (block.byteLength < 4) throw new WireError('no header')
  const length = new DataView(block.buffer, block.byteOffset, block.byteLength).getUint32(0, true)
  if (length > block.byteLength - 4) throw new WireError('header beyond the end')
  const header = readHeader(block.subarray(4, 4 + length))
  const parts: Uint8Array[] = []
  let at = 4 + length
  for (const size of header.sizes) {
    if (at + size > block.byteLength) throw new WireError('slot beyond the end')
    parts.push(block.slice(at, at + size))
    at += size
  }
  if (at !== block.byteLength) throw new WireError('bytes left over')
  const used = new Set<number>()
  const value = unpack(header.value, parts, used)
  if (used.size !== parts.length) throw new WireError('slot without a place')
  return value
}

function sizeOf(part: Uint8Array): number {
  return part.byteLength
}

function pack(value: unknown, parts: Uint8Array[]): unknown {
  if (value instanceof Uint8Array) {
    parts.push(value)
    return { [slotKey]: parts.length - 1 }
  }
  if (Array.isArray(value)) return value.map((item) => pack(item, parts))
  if (!isRecord(value)) return value
  if (Object.hasOwn(value, slotKey)) throw new WireError('reserved key')
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item, parts)]))
}

function unpack(value: unknown, parts: Uint8Array[], used: Set<number>): unknown {
  if (Array.isArray(value)) return value.map((item) => unpack(item, parts, used))
  if (!isRecord(value)) return value
  if (!Object.hasOwn(value, slotKey)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item, parts, used)]))
  }
  const index = value[slotKey]
  const part = typeof index === 'number' ? parts[index] : undefined
  if (part === undefined || typeof index !== 'number' || Object.keys(value).length !== 1) {
    throw new WireError('bad slot')
  }
  if (used.has(index)) throw new WireError('slot used twice')
  used.add(index)
  return part
}

function readHeader(bytes: Uint8Array): { value: unknown; sizes: number[] } {
  const header = parseJson(bytes)
  if (!isRecord(header) || !Array.isArray(header.sizes)) throw new WireError('bad header')
  const sizes = header.sizes.filter(isSize)
  if (sizes.length !== header.sizes.length || sizes.length > maxSlots) throw new WireError('bad sizes')
  return { value: header.value, sizes }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new WireError('header is not JSON', { cause: error })
  }
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
