import { AppError } from '#domain/errors'
import type { Answer, Kind, Late, Work } from './aside-worker.ts'
import { isFile } from './attachment-parts.ts'
import { digestsSoon } from './digests.ts'
import { packedCopy, type Stated } from './kept-copy.ts'
import type { Opener } from './lock.ts'
import { inspectPackage, type LateParts, type Opened, openPackage, partInClear } from './package.ts'
import { unplaced } from './placed.ts'
import type { Proved } from './proved.ts'
import type { Batch, ReadPiece } from './read-table.ts'
import { type Sealed, type Sealing, sealed } from './sealed.ts'

/** What is smaller is done before a worker would have started. */
const worthWorker = 512 * 1024
/** What is larger is not given to two workers at once: each gets the whole of it. */
const worthSparing = 64 * 1024 * 1024

/** Two workers for all that is done to one package: to start one takes as long as some of its work. */
export type Aides = { first: () => Worker; second: () => Worker; end: () => void }

export function newAides(): Aides {
  const started = new Map<'first' | 'second', Worker>()
  const startedOnce = (which: 'first' | 'second') => () => {
    const worker = started.get(which) ?? newWorker()
    started.set(which, worker)
    return worker
  }
  return {
    ...{ first: startedOnce('first'), second: startedOnce('second') },
    end() {
      for (const worker of started.values()) worker.terminate()
      started.clear()
    },
  }
}

/** A reader of pieces of large tables beside the window; none where there are no workers. */
export function readersOf({ second }: Aides): ReadPiece[] {
  if (typeof Worker === 'undefined') return []
  return [
    async (given, take, signal) => void (await aside('read', given, { signal, take, worker: second() })),
  ]
}

/**
 * Proves a package without holding the window up: the digests of a large one take seconds. Throws AppError as
 * `inspectPackage` does; AbortError when cancelled.
 */
export async function provedAside(bytes: Uint8Array, signal?: AbortSignal, aides?: Aides): Promise<Proved> {
  if (!isWorth(bytes.length)) return { ...inspectPackage(bytes), ...(await digestsSoon(bytes)) }
  if (bytes.length > worthSparing) {
    const { sha256, sm3, ...found } = await aside('both', bytes, { signal, worker: aides?.first() })
    return { ...unplaced(found, bytes), sha256, sm3 }
  }
  // The file and its parts have digests of their own: two workers reckon them side by side.
  const [found, digests] = await Promise.all([
    aside('inspect', bytes, { signal, worker: aides?.first() }),
    aside('digest', bytes, { signal, worker: aides?.second() }),
  ])
  return { ...unplaced(found, bytes), ...digests }
}

/** The parts but the attachments in clear, decrypted beside the window where that takes long. Throws as `openPackage` does. */
export async function openedAside(
  opened: Opened,
  opener: Opener,
  signal?: AbortSignal,
  aides?: Aides,
): Promise<Map<string, Uint8Array>> {
  const { manifest, publicKey } = opened
  const carried = new Map([...opened.carried].filter(([name]) => !isFile(name)))
  // What is not locked only changes hands.
  if (manifest.lock === null || !isWorth(sizeOf(carried.values())))
    return openPackage(opened, opener, (name) => !isFile(name))
  // A view takes the whole of what it is a view of along.
  const own = new Map([...carried].map(([name, bytes]) => [name, bytes.slice()]))
  return aside(
    'open',
    { opened: { manifest, publicKey, carried: own }, opener },
    { signal, worker: aides?.first() },
  )
}

/** One part in clear: an attachment; `key` is that of the lock, null where there is none. Throws as `openPackage` does. */
export async function partAside(
  { manifest, carried }: Opened,
  name: string,
  key: Uint8Array | null,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const bytes = carried.get(name)?.slice()
  if (!bytes || !key || !isWorth(bytes.length)) return partInClear(manifest, name, bytes, key)
  return aside('part', { manifest, name, bytes, key }, { signal, transfer: [bytes] })
}

/** The package of records sealed beside the window, its attachments one after the other. AbortError when cancelled. */
export async function sealedAside(
  sealing: Sealing,
  read: LateParts['read'],
  signal?: AbortSignal,
): Promise<Sealed> {
  const { content, sizes } = sealing
  const size = sizes.reduce((sum, each) => sum + each.size, sizeOf(Object.values(content.parts)))
  if (!isWorth(size)) return sealed(sealing, read)
  return aside('seal', sealing, { signal, late: read })
}

/** The copy that is kept of a package, packed beside the window. */
export async function packedCopyAside(
  parts: ReadonlyMap<string, Uint8Array>,
  { counts, unpacked }: Stated,
  signal?: AbortSignal,
  aides?: Aides,
): Promise<Uint8Array> {
  const stated = { counts, unpacked }
  if (!isWorth(sizeOf(parts.values()))) return packedCopy(parts, stated)
  const own = new Map([...parts].map(([name, bytes]) => [name, bytes.slice()]))
  return aside(
    'copy',
    { parts: own, stated },
    { signal, transfer: [...own.values()], worker: aides?.first() },
  )
}

function sizeOf(parts: Iterable<Uint8Array>): number {
  let size = 0
  for (const { length } of parts) size += length
  return size
}

/** Whether something of this size is worth a worker. */
function isWorth(size: number): boolean {
  return typeof Worker !== 'undefined' && size >= worthWorker
}

type How = {
  signal?: AbortSignal | undefined
  /** Given away: nobody here looks at them again. */
  transfer?: readonly Uint8Array[]
  late?: LateParts['read']
  take?: (batch: Batch) => void
  /** One that goes on living; without it one is started and ended. */
  worker?: Worker | undefined
}

function newWorker(): Worker {
  return new Worker(new URL('./aside-worker.ts', import.meta.url), { type: 'module' })
}

function aside<K extends Kind>(
  kind: K,
  given: Work[K]['given'],
  { signal, transfer = [], late, take, worker: own }: How,
): Promise<Work[K]['gives']> {
  return new Promise((resolve, reject) => {
    const worker = own ?? newWorker()
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    function end(settle: () => void): void {
      if (!own) worker.terminate()
      worker.removeEventListener('message', hear)
      worker.removeEventListener('error', fail)
      signal?.removeEventListener('abort', stop)
      settle()
    }
    async function give(need: string): Promise<void> {
      const bytes = (await late?.(need)) ?? null
      if (!signal?.aborted) worker.postMessage({ late: bytes } satisfies Late, bytes ? blocksOf([bytes]) : [])
    }
    function taking(batch: Batch): void {
      try {
        take?.(batch)
      } catch (error) {
        end(() => reject(error))
      }
    }
    function hear({ data }: MessageEvent<Answer>): void {
      if ('batch' in data) taking(data.batch)
      else if ('need' in data) give(data.need).catch((error: unknown) => end(() => reject(error)))
      else if ('gives' in data)
        end(() => resolve(data.gives as Work[K]['gives'])) // the answer to this kind
      else end(() => reject('code' in data ? new AppError(data.code) : new Error(data.failure)))
    }
    function fail({ message }: ErrorEvent): void {
      end(() => reject(new Error(message)))
    }
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    worker.addEventListener('message', hear)
    worker.addEventListener('error', fail)
    worker.postMessage({ kind, given }, blocksOf(transfer))
  })
}

/** Blocks that can change hands whole: a view of a larger one is copied instead. */
function blocksOf(views: readonly Uint8Array[]): ArrayBuffer[] {
  return views.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  )
}
