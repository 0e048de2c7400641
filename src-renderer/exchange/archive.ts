import { Unzip, UnzipInflate } from 'fflate'
import { AppError } from '#domain/errors'

/** What a package may hold: far more than any county sends, far less than harms an old machine. */
const archiveLimits = { files: 5000, bytes: 200 * 1024 * 1024 } as const

/**
 * What something packed may come to: forms of a county shrink to a tenth or a twentieth; what shrinks more was made to fill
 * the memory.
 */
export function mostUnpacked(packedBytes: number): number {
  return 4 * 1024 * 1024 + packedBytes * 150
}

/** A name inside a package: plain, relative, without a way out. */
const plainName = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[0-9A-Za-z][0-9A-Za-z._/-]{0,199}$/

type Entry = { name: string; crc: number; size: number; offset: number }

const [localBytes, centralBytes, endBytes] = [30, 46, 22] as const
/** 1 January 1980 at midnight, as zips write it: a package tells its time in its manifest alone. */
const [zipTime, zipDay] = [0, 0x21] as const
const zipVersion = 20

/**
 * A zip in which everything is stored as it is: records are compressed already, and of a stored file every byte is
 * determined. So a reader sees any change of the file, also where the signature does not reach.
 */
export function packed(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries: Entry[] = []
  const pieces: Uint8Array[] = []
  let at = 0
  const push = (piece: Uint8Array) => {
    pieces.push(piece)
    at += piece.length
  }
  for (const [name, bytes] of Object.entries(files)) {
    const entry = { name, crc: crcOf(bytes), size: bytes.length, offset: at }
    entries.push(entry)
    push(localHead(entry))
    push(bytes)
  }
  const start = at
  for (const entry of entries) push(centralHead(entry))
  push(endOf(entries.length, start, at - start))
  return joined(pieces)
}

/** The files of an archive as `packed` writes it, as views into its bytes; null where it is any other file, also a zip. */
export function storedFiles(bytes: Uint8Array): Map<string, Uint8Array> | null {
  const start = bytes.length - endBytes
  if (start < 0 || bytes.length > archiveLimits.bytes) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const [count, size, central] = [
    view.getUint16(start + 10, true),
    view.getUint32(start + 12, true),
    view.getUint32(start + 16, true),
  ]
  if (count > archiveLimits.files || central + size !== start) return null
  if (!isAt(bytes, start, endOf(count, central, size))) return null
  const files = new Map<string, Uint8Array>()
  let [at, next] = [central, 0]
  for (let index = 0; index < count; index++) {
    if (at + centralBytes > start) return null
    const nameLength = view.getUint16(at + 28, true)
    const length = view.getUint32(at + 20, true)
    if (at + centralBytes + nameLength > start) return null
    const name = latin(bytes.subarray(at + centralBytes, at + centralBytes + nameLength))
    const from = next + localBytes + nameLength
    if (from + length > central || !plainName.test(name) || files.has(name)) return null
    const content = bytes.subarray(from, from + length)
    const entry = { name, crc: crcOf(content), size: length, offset: next }
    if (!isAt(bytes, next, localHead(entry)) || !isAt(bytes, at, centralHead(entry))) return null
    files.set(name, content)
    next = from + length
    at += centralBytes + nameLength
  }
  return next === central && at === start ? files : null
}

function localHead({ name, crc, size }: Entry): Uint8Array {
  const head = new Uint8Array(localBytes + name.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, 0x04034b50, true)
  view.setUint16(4, zipVersion, true)
  view.setUint16(10, zipTime, true)
  view.setUint16(12, zipDay, true)
  view.setUint32(14, crc, true)
  view.setUint32(18, size, true)
  view.setUint32(22, size, true)
  view.setUint16(26, name.length, true)
  head.set(ascii(name), localBytes)
  return head
}

function centralHead({ name, crc, size, offset }: Entry): Uint8Array {
  const head = new Uint8Array(centralBytes + name.length)
  const view = new DataView(head.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, zipVersion, true)
  view.setUint16(6, zipVersion, true)
  view.setUint16(12, zipTime, true)
  view.setUint16(14, zipDay, true)
  view.setUint32(16, crc, true)
  view.setUint32(20, size, true)
  view.setUint32(24, size, true)
  view.setUint16(28, name.length, true)
  view.setUint32(42, offset, true)
  head.set(ascii(name), centralBytes)
  return head
}

function endOf(count: number, central: number, size: number): Uint8Array {
  const end = new Uint8Array(endBytes)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, central, true)
  return end
}

function isAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  if (at + wanted.length > bytes.length) return false
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

function ascii(name: string): Uint8Array {
  if (!plainName.test(name)) throw new Error(`not a name of a package: ${name}`)
  return new TextEncoder().encode(name)
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 201))
}

/** The CRC-32 of a byte with so many zeros behind it, for each place of a word. */
const crcTables = crcTablesOf(8)

function crcTablesOf(count: number): Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  const tables = [first]
  while (tables.length < count) {
    const last = tables.at(-1) ?? first
    tables.push(last.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)))
  }
  return tables
}

/** Eight bytes at a time: a package is gone through more than once. */
function crcOf(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = crcTables as [
    ...[Int32Array, Int32Array, Int32Array, Int32Array],
    ...[Int32Array, Int32Array, Int32Array, Int32Array],
  ] // eight of them
  const at = (table: Int32Array, index: number) => table[index & 0xff] as number // 256 in each
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const whole = bytes.length - (bytes.length % 8)
  let crc = -1
  for (let from = 0; from < whole; from += 8) {
    const [low, high] = [crc ^ view.getInt32(from, true), view.getInt32(from + 4, true)]
    crc =
      at(t7, low) ^
      at(t6, low >>> 8) ^
      at(t5, low >>> 16) ^
      at(t4, low >>> 24) ^
      at(t3, high) ^
      at(t2, high >>> 8) ^
      at(t1, high >>> 16) ^
      at(t0, high >>> 24)
  }
  for (let from = whole; from < bytes.length; from++) crc = (crc >>> 8) ^ at(t0, crc ^ (bytes[from] ?? 0))
  return ~crc >>> 0
}

/**
 * The files of any zip, as packages of format 1 were written. Sizes are counted while they unpack, whatever their heads say.
 * Throws `not-a-package` for what is no zip or is cut off, `package-altered` for names that no package has, twice the same,
 * or more than the limits.
 */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || !isWhole(bytes)) throw new AppError('not-a-package')
  const most = Math.min(archiveLimits.bytes, mostUnpacked(bytes.length))
  const files = new Map<string, Uint8Array>()
  let size = 0
  let open = 0
  const unzip = new Unzip((file) => {
    if (!plainName.test(file.name) || files.has(file.name)) throw new AppError('package-altered')
    if (files.size >= archiveLimits.files) throw new AppError('package-altered')
    files.set(file.name, new Uint8Array())
    const chunks: Uint8Array[] = []
    open++
    file.ondata = (error, chunk, isLast) => {
      // What is thrown here comes back as the error of the next call.
      if (error) throw error instanceof AppError ? error : new AppError('not-a-package', { cause: error })
      size += chunk.length
      if (size > most) throw new AppError('package-altered')
      chunks.push(chunk)
      if (!isLast) return
      open--
      files.set(file.name, joined(chunks))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    const step = 64 * 1024
    for (let start = 0; start < bytes.length; start += step)
      unzip.push(bytes.subarray(start, start + step), start + step >= bytes.length)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('not-a-package', { cause: error })
  }
  if (open > 0 || files.size === 0) throw new AppError('not-a-package')
  return files
}

/** A zip ends with the record of its directory; what was cut off on the way does not. */
function isWhole(bytes: Uint8Array): boolean {
  const end = bytes.length - endBytes
  return end >= 0 && [0x50, 0x4b, 5, 6].every((byte, index) => bytes[end + index] === byte)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
