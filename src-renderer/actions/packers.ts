import { AppError } from '#domain/errors'
import type { Piece, Watch } from '#exchange/pack-table'
import { databaseName } from '#storage/database'
import { stretchesOf } from '#storage/rows-of-book'
import { type PackJob, packStretch, type TableJob } from './pack-job.ts'
import type { Said } from './pack-worker.ts'

/**
 * Packs tables beside the window: the stretches of a large one side by side, each by a worker that reads the database
 * itself. Small tables, and all where there are no workers, are packed here. `end` lets the workers go.
 */
export function newPackers(): {
  pack: (job: TableJob, watch: Watch) => Promise<Piece[]>
  end: () => void
} {
  const workers: Worker[] = []
  const workerAt = (index: number) => {
    workers[index] ??= new Worker(new URL('./pack-worker.ts', import.meta.url), {
      type: 'module',
      name: databaseName,
    })
    return workers[index]
  }
  return {
    async pack(job, watch) {
      const stretches = await stretchesOf(job.content.table, job.bookId)
      if (stretches.length > 1 && typeof Worker !== 'undefined') {
        const asked = stretches.map((stretch, index) =>
          pieceFrom(workerAt(index), { ...job, stretch }, watch),
        )
        return Promise.all(asked)
      }
      const pieces: Piece[] = []
      for (const stretch of stretches) pieces.push(await packStretch({ ...job, stretch }, watch))
      return pieces
    },
    end() {
      for (const worker of workers.splice(0)) worker.terminate()
    },
  }
}

/** The piece that a worker makes. Throws `secret-inside`; AbortError when cancelled. */
function pieceFrom(worker: Worker, job: PackJob, { onProgress, signal }: Watch): Promise<Piece> {
  return new Promise((resolve, reject) => {
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    const fail = ({ message }: ErrorEvent) => end(() => reject(new Error(message)))
    function hear({ data }: MessageEvent<Said>): void {
      if ('more' in data) onProgress?.(data.more)
      else if ('piece' in data) end(() => resolve(data.piece))
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
    worker.postMessage(job)
  })
}

function errorOf(said: Extract<Said, { code: unknown } | { failure: unknown }>): Error {
  return 'code' in said ? new AppError(said.code, { cause: said.cause }) : new Error(said.failure)
}
