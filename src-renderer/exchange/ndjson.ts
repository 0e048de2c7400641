import { AppError } from '#domain/errors'
import { mostUnpacked } from './archive.ts'
import { breather } from './pause.ts'

/** What records may come to when unpacked, whatever a package says: more than any county sends. */
export const recordLimits = { bytes: 400 * 1024 * 1024, records: 1_000_000 } as const
/** One record: the longest form of a department is far below. */
const mostLine = 8 * 1024 * 1024
const batchSize = 200

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
  const encoder = new TextEncoder()
  const pace = breather()
  let [count, unpacked] = [0, 0]
  try {
    for await (const batch of batches) {
      if (batch.length === 0) continue
      const text = batch.map((record) => `${JSON.stringify(record)}\n`).join('')
      watch?.(text)
      const bytes = encoder.encode(text)
      count += batch.length
      unpacked += bytes.length
      await writer.write(bytes)
      await pace()
    }
    await writer.close()
  } catch (error) {
    await writer.abort(error)
    await packing.catch(() => null)
    throw error
  }
  return { bytes: new Uint8Array(await packing), count, unpacked }
}

/**
 * The records again, in batches, exactly as many and as large as stated. Throws `package-altered` for anything else, before
 * more is unpacked than was stated: a small file cannot fill the memory.
 */
export async function* recordsIn(
  bytes: Uint8Array,
  stated: { count: number; unpacked: number },
): AsyncGenerator<unknown[]> {
  if (stated.count === 0 && bytes.length === 0) return
  if (stated.unpacked > mostUnpacked(bytes.length)) throw new AppError('package-altered')
  let [count, size, rest] = [0, 0, '']
  let batch: unknown[] = []
  const pace = breather()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of unzipped(bytes)) {
    size += chunk.length
    if (size > stated.unpacked) throw new AppError('package-altered')
    const lines = (rest + decoded(decoder, chunk)).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > mostLine) throw new AppError('package-altered')
    for (const line of lines) {
      if (++count > stated.count) throw new AppError('package-altered')
      batch.push(parsed(line))
      if (batch.length < batchSize) continue
      yield batch
      batch = []
      await pace()
    }
  }
  rest += decodedEnd(decoder)
  if (rest !== '' || count !== stated.count || size !== stated.unpacked) throw new AppError('package-altered')
  if (batch.length > 0) yield batch
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
