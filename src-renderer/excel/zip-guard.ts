import { Inflate, inflateSync, zipSync } from 'fflate'
import { filledRows } from './sheet-rows.ts'
import { WorkbookError } from './workbook-error.ts'

export type ZipEntry = {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
}

/** A workbook made safe, as the parser wants it and as its parts. */
export type SafeZip = { bytes: Uint8Array; parts: Readonly<Record<string, Uint8Array>> }

const entryLimit = 10_000
/** What a workbook may unpack to while it is looked through, and what of it may be kept. */
const inflatedLimit = 300 * 1024 * 1024
const keptLimit = 100 * 1024 * 1024
const step = 16 * 1024
/** Pictures, embedded files, themes, macros and properties are never unpacked: no value of a cell needs them. */
const ballast =
  /^(xl\/(media|embeddings|drawings|charts|printerSettings|theme)\/|docProps\/|customXml\/|xl\/calcChain\.xml$|.*vbaProject\.bin$)/i

/** The entries that a zip's directory names. Throws when the directory is missing, as in a file cut off. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 0xffff)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest) throw new WorkbookError('truncated')
  let offset = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  if (count > entryLimit) throw new WorkbookError('too-large')
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== 0x02014b50)
      throw new WorkbookError('truncated')
    // Bit 0: the entry itself is encrypted.
    if ((view.getUint16(offset + 8, true) & 1) === 1) throw new WorkbookError('encrypted')
    const nameLength = view.getUint16(offset + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(offset + 46, offset + 46 + nameLength)),
      method: view.getUint16(offset + 10, true),
      packed: view.getUint32(offset + 20, true),
      unpacked: view.getUint32(offset + 24, true),
      offset: view.getUint32(offset + 42, true),
    })
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true)
  }
  return entries
}

/** Refuses by what the directory says; what it says is believed only when it says "too large". */
export function declaredSize(entries: readonly ZipEntry[]): number {
  let size = 0
  for (const entry of entries) size += ballast.test(entry.name) ? 0 : entry.unpacked
  if (size > inflatedLimit) throw new WorkbookError('too-large')
  return size
}

function packedData(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50)
    throw new WorkbookError('truncated')
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  if (start + entry.packed > bytes.length) throw new WorkbookError('truncated')
  return bytes.subarray(start, start + entry.packed)
}

/** Deflate packs at most 1032 : 1, so a small entry may be unpacked at once; others piece by piece. */
const packing = 1032

function inflate(data: Uint8Array, declared: number, take: (chunk: Uint8Array) => void): void {
  if (data.length <= 2 * step && declared <= packing * data.length) {
    // A buffer of its own makes fflate allocate 128 KB for every entry; a full one tells of a directory that lied.
    const out = inflateSync(data, { out: new Uint8Array(declared + 1) })
    if (out.length <= declared) {
      take(out)
      return
    }
  }
  const stream = new Inflate((chunk) => take(chunk))
  for (let start = 0; start < data.length; start += step)
    stream.push(data.subarray(start, start + step), start + step >= data.length)
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/**
 * A workbook made safe to parse: unpacked here, because the parser's own unpacking never ends on some damaged files,
 * with the true sizes counted, and sheets without the rows that hold nothing but formatting. Stops as soon as a limit
 * is passed, whatever sizes the directory declares.
 */
export function withoutBallast(bytes: Uint8Array, entries: readonly ZipEntry[], rowLimit: number): SafeZip {
  const parts: Record<string, Uint8Array> = {}
  let inflated = 0
  let kept = 0
  for (const entry of entries) {
    if (ballast.test(entry.name)) continue
    const chunks: Uint8Array[] = []
    let size = 0
    const keep = (chunk: Uint8Array) => {
      kept += chunk.length
      if (kept > keptLimit) throw new WorkbookError('too-large')
      chunks.push(chunk)
      size += chunk.length
    }
    const rows = /^xl\/worksheets\/.*\.xml$/i.test(entry.name) ? filledRows(keep, rowLimit) : undefined
    const take = (chunk: Uint8Array) => {
      inflated += chunk.length
      if (inflated > inflatedLimit) throw new WorkbookError('too-large')
      if (rows) rows.push(chunk)
      else keep(chunk)
    }
    const data = packedData(bytes, entry)
    if (entry.method === 0) take(data)
    else if (entry.method === 8) inflate(data, entry.unpacked, take)
    else throw new WorkbookError('unreadable')
    rows?.end()
    parts[entry.name] = joined(chunks, size)
  }
  return { bytes: zipSync(parts, { level: 0 }), parts }
}
