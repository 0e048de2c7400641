import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { joined, pause } from './lock.ts'

/** The most that one table may become when it is unpacked: a zip bomb is stopped here, whatever it says of itself. */
const mostBytes = 1024 * 1024 * 1024
const newLine = 10
/** Bytes that are unpacked before the page may draw again. */
const releasedAtOnce = 1024 * 1024

/** Compressed by the browser's own stream, which works beside the page. */
export async function squeezed(chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = new CompressionStream('gzip')
  const writer = gzip.writable.getWriter()
  // Chunk by chunk: a blob of all of them would copy everything at once and hold the page up.
  async function feed() {
    for (const chunk of chunks) {
      await writer.write(chunk)
      await pause()
    }
    await writer.close()
  }
  const [bytes] = await Promise.all([new Response(gzip.readable).arrayBuffer(), feed()])
  return new Uint8Array(bytes)
}

export type Released = { bytes: number; sha256: string; count: number; blocks: Uint8Array[] }

/**
 * Unpacked again, in blocks of whole lines, with what they add up to; null where it is no such stream, is longer than
 * `limit` or does not end with a line.
 */
export async function released(packed: Uint8Array<ArrayBuffer>, limit: number): Promise<Released | null> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader()
  const digest = sha256.create()
  const blocks: Uint8Array[] = []
  let [bytes, count] = [0, 0]
  let rest: Uint8Array[] = []
  let since = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.length
      if (bytes > Math.min(limit, mostBytes)) {
        await reader.cancel()
        return null
      }
      digest.update(value)
      since += value.length
      if (since >= releasedAtOnce) {
        since = 0
        await pause()
      }
      const end = value.lastIndexOf(newLine)
      for (let at = value.indexOf(newLine); at >= 0; at = value.indexOf(newLine, at + 1)) count++
      if (end < 0) {
        rest.push(value)
        continue
      }
      blocks.push(joined([...rest, value.subarray(0, end + 1)]))
      rest = end + 1 < value.length ? [value.slice(end + 1)] : []
    }
  } catch (error) {
    // The stream throws a TypeError for what is not gzip or is cut off: that is the answer.
    if (error instanceof TypeError || isStreamFault(error)) return null
    throw error
  }
  return rest.length > 0 ? null : { bytes, sha256: bytesToHex(digest.digest()), count, blocks }
}

/** Node's own name for the same. */
function isStreamFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code))
}

/** Bytes that are hashed before the page may draw again: about 15 ms. */
const hashedAtOnce = 2 * 1024 * 1024

export async function digestOfChunks(chunks: readonly Uint8Array[]): Promise<string> {
  const digest = sha256.create()
  let since = 0
  for (const chunk of chunks) {
    digest.update(chunk)
    since += chunk.length
    if (since < hashedAtOnce) continue
    since = 0
    await pause()
  }
  return bytesToHex(digest.digest())
}
