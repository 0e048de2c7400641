import { AppError } from '#domain/errors'
import type { Answer, Kind, Work } from './aside-worker.ts'
import { digestsSoon } from './digests.ts'
import { packedCopy, type Stated } from './kept-copy.ts'
import { inspectPackage, type Opened, type Opener, openPackage } from './package.ts'
import type { Proved } from './proved.ts'
import { type Sealed, type Sealing, sealed } from './sealed.ts'

/** What is smaller is done before a worker would have started. */
const worthWorker = 512 * 1024

/**
 * Proves a package without holding the window up: the digests of a large one take seconds. Throws AppError as
 * `inspectPackage` does; AbortError when cancelled.
 */
export async function provedAside(bytes: Uint8Array, signal?: AbortSignal): Promise<Proved> {
  if (!isWorth(bytes.length)) return { ...inspectPackage(bytes), ...(await digestsSoon(bytes)) }
  // The file and its parts have digests of their own: two workers reckon them side by side.
  const [opened, digests] = await Promise.all([
    aside('inspect', bytes, signal),
    aside('digest', bytes, signal),
  ])
  return { ...opened, ...digests }
}

/** The parts in clear, decrypted beside the window where that takes long. Throws as `openPackage` does. */
export async function openedAside(
  opened: Opened,
  opener: Opener,
  signal?: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const { manifest, publicKey, carried } = opened
  // What is not locked only changes hands.
  if (manifest.lock === null || !isWorth(sizeOf(carried.values()))) return openPackage(opened, opener)
  return aside('open', { opened: { manifest, publicKey, carried }, opener }, signal)
}

/** The package of records sealed beside the window. AbortError when cancelled. */
export async function sealedAside(sealing: Sealing, signal?: AbortSignal): Promise<Sealed> {
  if (!isWorth(sizeOf(Object.values(sealing.content.parts)))) return sealed(sealing)
  return aside('seal', sealing, signal)
}

/** The copy that is kept of a package, packed beside the window. */
export async function packedCopyAside(
  parts: ReadonlyMap<string, Uint8Array>,
  { counts, unpacked }: Stated,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const stated = { counts, unpacked }
  if (!isWorth(sizeOf(parts.values()))) return packedCopy(parts, stated)
  return aside('copy', { parts, stated }, signal)
}

function sizeOf(parts: Iterable<Uint8Array>): number {
  let size = 0
  for (const { length } of parts) size += length
  return size
}

/** Whether something of this size is worth a worker. */
export function isWorth(size: number): boolean {
  return typeof Worker !== 'undefined' && size >= worthWorker
}

function aside<K extends Kind>(
  kind: K,
  given: Work[K]['given'],
  signal?: AbortSignal,
): Promise<Work[K]['gives']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./aside-worker.ts', import.meta.url), { type: 'module' })
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    function end(settle: () => void): void {
      worker.terminate()
      signal?.removeEventListener('abort', stop)
      settle()
    }
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('gives' in data) return end(() => resolve(data.gives as Work[K]['gives'])) // the answer to this kind
      end(() => reject('code' in data ? new AppError(data.code) : new Error(data.failure)))
    })
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))))
    worker.postMessage({ kind, given })
  })
}
