import { AppError } from '#domain/errors'
import { mostUnpacked } from './archive.ts'
import { breather } from './pause.ts'

/** What records may come to when unpacked, whatever a package says: more than any county sends. */
export const recordLimits = { bytes: 400 * 1024 * 1024, records: 1_000_000 } as const
/** One record: the longest form of a department is far below. */
const mostLine = 8 * 1024 * 1024
const batchSize = 200
/** Texts of so many lines are packed at once. */
const linesAtOnce = 100

export type PackedRecords = { bytes: Uint8Array; count: number; unpacked: number }

/** Records as lines of JSON, compressed by gzip a batch at a time: no book ever stands in memory as one text. */
export async function packedRecords(
  batches: AsyncIterable<readonly object[]>,
  /** Sees every text before it is packed. */
  watch?: (text: string) => void,
): Promise<PackedRecords> {
  const gzip = new CompressionStream('gzip')
  const packing = new Response(gzip.readable).arrayBuffer()
  const writer = gzip.writable.getWriter()
  const inUtf8 = newEncoder()
  const pace = breather()
  let [count, unpacked] = [0, 0]
  try {
    for await (const batch of batches) {
      for (let at = 0; at < batch.length; at += linesAtOnce) {
        const some = batch.slice(at, at + linesAtOnce)
        let text = ''
        for (const record of some) text += `${JSON.stringify(record)}\n`
        watch?.(text)
        const bytes = inUtf8(text)
        count += some.length
        unpacked += bytes.length
        await writer.write(bytes)
        await pace()
      }
    }
    await writer.close()
  } catch (error) {
    await writer.abort(error)
    await packing.catch(() => null)
    throw error
  }
  return { bytes: new Uint8Array(await packing), count, unpacked }
}

/** Texts in UTF-8, by way of one buffer: what the machine makes anew for each takes three times as long. */
function newEncoder(): (text: string) => Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  let buffer = new Uint8Array(1024 * 1024)
  return (text) => {
    // A unit of a text takes three bytes at most.
    if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 3)
    return buffer.slice(0, encoder.encodeInto(text, buffer).written)
  }
}

export type Stated = { count: number; unpacked: number }
/** How many records came, and from how many unpacked bytes. */
export type PieceRead = Stated

/**
 * The records again from their pieces, in batches, exactly as many and as large as stated. Throws `package-altered` for
 * anything else, before more is unpacked than was stated: a small file cannot fill the memory.
 */
export async function* recordsIn(pieces: readonly Uint8Array[], stated: Stated): AsyncGenerator<unknown[]> {
  assertPossible(pieces, stated)
  let left = stated
  for (const piece of pieces) {
    for await (const { records, count, unpacked } of recordsOfPiece(piece, left)) {
      left = { count: left.count - count, unpacked: left.unpacked - unpacked }
      if (left.count < 0 || left.unpacked < 0) throw new AppError('package-altered')
      if (records.length > 0) yield records
    }
  }
  if (left.count !== 0 || left.unpacked !== 0) throw new AppError('package-altered')
}

/** Throws `package-altered` where pieces of this size cannot come to what is stated. */
export function assertPossible(pieces: readonly Uint8Array[], { unpacked }: Stated): void {
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  if (unpacked > mostUnpacked(size)) throw new AppError('package-altered')
}

/** The records of one piece, in batches. Throws `package-altered` for more than `most`, and for what are no records. */
export async function* recordsOfPiece(
  piece: Uint8Array,
  most: Stated,
): AsyncGenerator<PieceRead & { records: unknown[] }> {
  let [count, size, given] = [0, 0, 0]
  let records: unknown[] = []
  const pace = breather()
  const measure = (length: number) => {
    size += length
    if (size > most.unpacked) throw new AppError('package-altered')
  }
  const batch = () => {
    const made = { records, count: records.length, unpacked: size - given }
    records = []
    given = size
    return made
  }
  for await (const lines of linesIn(piece, measure)) {
    for (const line of lines) {
      if (++count > most.count) throw new AppError('package-altered')
      records.push(parsed(line))
      if (records.length < batchSize) continue
      yield batch()
      await pace()
    }
  }
  yield batch()
}

/** The whole lines of a piece as they unpack; it ends with the end of a line. */
async function* linesIn(piece: Uint8Array, measure: (length: number) => void): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of unzipped(piece)) {
    measure(chunk.length)
    const lines = (rest + decoded(decoder, chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > mostLine) throw new AppError('package-altered')
    yield lines
  }
  if (rest + decodedEnd(decoder) !== '') throw new AppError('package-altered')
}

async function* unzipped(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const source = new Blob([new Uint8Array(bytes)]).stream()
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    while (true) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('package-altered', { cause })
  } finally {
    // Whoever stops early stops the unpacking.
    await reader.cancel().catch(() => null)
  }
}

function decoded(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch (cause) {
    throw new AppError('package-altered', { cause })
  }
}

/** A character that was cut off is no end. */
function decodedEnd(decoder: TextDecoder): string {
  try {
    return decoder.decode()
  } catch (cause) {
    throw new AppError('package-altered', { cause })
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new AppError('package-altered', { cause })
  }
}
