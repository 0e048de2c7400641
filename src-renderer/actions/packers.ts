import { AppError } from '#domain/errors'
import { sealedAside } from '#exchange/aside'
import type { Piece, Watch } from '#exchange/pack-table'
import type { LateParts } from '#exchange/package'
import type { Sealed, Sealing } from '#exchange/sealed'
import { databaseName } from '#storage/database'
import { isLarge, stretchesOf } from '#storage/rows-of-book'
import { packStretch, type TableJob } from './pack-job.ts'
import type { PackAsked, Said } from './pack-worker.ts'

export type Packers = {
  /** Starts the workers where there will be work for them, so that they are ready when it comes. */
  start: (bookId: string) => Promise<void>
  pack: (job: TableJob, watch: Watch) => Promise<Piece[]>
  /** Seals what was packed: by a worker that has packed, because a new one would first have to start. */
  seal: (sealing: Sealing, read: LateParts['read'], signal?: AbortSignal) => Promise<Sealed>
  /** Lets the workers go. */
  end: () => void
}

const most = 2

/**
 * Packs tables beside the window: the stretches of a large one side by side, each by a worker that reads the database
 * itself. Small tables, and all where there are no workers, are packed here.
 */
export function newPackers(): Packers {
  const workers: Worker[] = []
  let isOver = false
  const workerAt = (index: number) => {
    workers[index] ??= new Worker(new URL('./pack-worker.ts', import.meta.url), {
      type: 'module',
      name: databaseName,
    })
    return workers[index]
  }
  return {
    async start(bookId) {
      if (typeof Worker === 'undefined' || !(await isLarge('goals', bookId)) || isOver) return
      for (let index = 0; index < most; index++) workerAt(index)
    },
    async pack(job, watch) {
      const stretches = await stretchesOf(job.content.table, job.bookId)
      if (stretches.length > 1 && typeof Worker !== 'undefined') {
        const [queue, pieces] = [[...stretches.entries()], new Map<number, Piece>()]
        const lane = async (worker: Worker) => {
          for (let next = queue.shift(); next; next = queue.shift()) {
            const said = await answer(worker, { pack: { ...job, stretch: next[1] } }, watch)
            if (!('piece' in said)) throw new Error('no piece came')
            pieces.set(next[0], said.piece)
          }
        }
        await Promise.all(Array.from({ length: most }, (_, index) => lane(workerAt(index))))
        return stretches.flatMap((_, index) => pieces.get(index) ?? [])
      }
      const pieces: Piece[] = []
      for (const stretch of stretches) pieces.push(await packStretch({ ...job, stretch }, watch))
      return pieces
    },
    async seal(sealing, read, signal) {
      const [worker] = workers
      // Where attachments have to be asked of the window, one that knows how to ask.
      if (!worker || sealing.sizes.length > 0) return sealedAside(sealing, read, signal)
      const said = await answer(worker, { seal: sealing }, signal ? { signal } : {})
      if ('sealed' in said) return said.sealed
      throw new Error('nothing sealed came')
    },
    end() {
      isOver = true
      for (const worker of workers.splice(0)) worker.terminate()
    },
  }
}

type Answer = Extract<Said, { piece: unknown } | { sealed: unknown }>

/** What a worker makes of its job. Throws `secret-inside`; AbortError when cancelled. */
function answer(worker: Worker, asked: PackAsked, { onProgress, signal }: Watch): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    const fail = ({ message }: ErrorEvent) => end(() => reject(new Error(message)))
    function hear({ data }: MessageEvent<Said>): void {
      if ('more' in data) onProgress?.(data.more)
      else if ('piece' in data || 'sealed' in data) end(() => resolve(data))
      else end(() => reject(errorOf(data)))
    }
    function end(settle: () => void): void {
      signal?.removeEventListener('abort', stop)
      worker.removeEventListener('message', hear)
      worker.removeEventListener('error', fail)
      settle()
    }
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    worker.addEventListener('message', hear)
    worker.addEventListener('error', fail)
    worker.postMessage(asked)
  })
}

function errorOf(said: Extract<Said, { code: unknown } | { failure: unknown }>): Error {
  return 'code' in said ? new AppError(said.code, { cause: said.cause }) : new Error(said.failure)
}
