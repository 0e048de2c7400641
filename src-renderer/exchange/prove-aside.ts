import { AppError } from '#domain/errors'
import { type Opened, type Opener, openPackage } from './package.ts'
import type { Answer, Asked } from './prove-worker.ts'
import { type Proved, proved } from './proved.ts'

/** What is smaller is done before a worker would have started. */
const worthWorker = 512 * 1024

/**
 * Proves a package without holding the window up: the digests of a large one take seconds. Throws AppError as `proved` does;
 * AbortError when cancelled.
 */
export async function provedAside(bytes: Uint8Array, signal?: AbortSignal): Promise<Proved> {
  if (!isWorth(bytes.length)) return proved(bytes)
  const answer = await aside({ kind: 'prove', bytes }, signal)
  if ('proved' in answer) return answer.proved
  throw failureOf(answer)
}

/** The parts in clear, decrypted beside the window where that takes long. Throws as `openPackage` does. */
export async function openedAside(
  opened: Opened,
  opener: Opener,
  signal?: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const { manifest, publicKey, carried } = opened
  const size = manifest.parts.reduce((sum, part) => sum + part.size, 0)
  // What is not locked only changes hands.
  if (manifest.lock === null || !isWorth(size)) return openPackage(opened, opener)
  const answer = await aside({ kind: 'open', opened: { manifest, publicKey, carried }, opener }, signal)
  if ('parts' in answer) return answer.parts
  throw failureOf(answer)
}

function isWorth(size: number): boolean {
  return typeof Worker !== 'undefined' && size >= worthWorker
}

function failureOf(answer: Answer): Error {
  if ('code' in answer) return new AppError(answer.code)
  return new Error('failure' in answer ? answer.failure : 'another answer than was asked for')
}

function aside(asked: Asked, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./prove-worker.ts', import.meta.url), { type: 'module' })
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    function end(settle: () => void): void {
      worker.terminate()
      signal?.removeEventListener('abort', stop)
      settle()
    }
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => end(() => resolve(data)))
    worker.addEventListener('error', ({ message }) => end(() => reject(new Error(message))))
    worker.postMessage(asked)
  })
}
