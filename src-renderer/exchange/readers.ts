import { AppError } from '#domain/errors'
import type { ReadPiece } from './read-table.ts'
import type { ReadJob, ReadSaid } from './read-worker.ts'

const most = 2

export type Readers = {
  readers: readonly ReadPiece[]
  /** Starts the workers before the first piece comes. */
  start: () => void
  end: () => void
}

/** Workers that read and check the pieces of large tables beside the window; none where there are no workers. */
export function newReaders(): Readers {
  if (typeof Worker === 'undefined') return { readers: [], start: () => undefined, end: () => undefined }
  const workers: Worker[] = []
  const workerAt = (index: number) => {
    workers[index] ??= new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' })
    return workers[index]
  }
  const readerAt = (index: number): ReadPiece => {
    return (table, piece, stated, take, signal) =>
      asked(workerAt(index), { table, piece, most: stated }, take, signal)
  }
  return {
    readers: Array.from({ length: most }, (_, index) => readerAt(index)),
    start() {
      for (let index = 0; index < most; index++) workerAt(index)
    },
    end() {
      for (const worker of workers.splice(0)) worker.terminate()
    },
  }
}

function asked(
  worker: Worker,
  job: ReadJob,
  take: Parameters<ReadPiece>[3],
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => end(() => reject(new DOMException('cancelled', 'AbortError')))
    const fail = ({ message }: ErrorEvent) => end(() => reject(new Error(message)))
    function hear({ data }: MessageEvent<ReadSaid>): void {
      if ('isDone' in data) end(resolve)
      else if ('code' in data) end(() => reject(new AppError(data.code)))
      else if ('failure' in data) end(() => reject(new Error(data.failure)))
      else taking(data.batch)
    }
    function taking(batch: Parameters<typeof take>[0]): void {
      try {
        take(batch)
      } catch (error) {
        end(() => reject(error))
      }
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
