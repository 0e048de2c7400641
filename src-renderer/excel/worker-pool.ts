import type { FromWorker, Job, JobResult, ToWorker } from './jobs.ts'

const workerCount = 2
/** While one file is parsed the bytes of the next ones are already on their way. */
const inFlight = 6
/** Workers that have loaded their code and wait for a first file. */
const spare: Worker[] = []

const gaveUp: JobResult = {
  kind: 'error',
  message: '文件读取时间过长或占用内存过多，已停止读取这一个；请把需要的表另存为新文件再导入。',
}

/** Starts the workers before they are needed: while a person is still choosing files. */
export function warmUp(): void {
  while (spare.length < workerCount) spare.push(newWorker())
}

/** Ends the workers that were started and not needed. */
export function coolDown(): void {
  for (const worker of spare.splice(0)) worker.terminate()
}

function newWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

export type PoolOptions = {
  /** Called after each file with the number done and the position of the file that is read now. */
  onProgress: (done: number, current: number) => void
  signal: AbortSignal
  /** Longest time for one file in milliseconds. */
  limit: number
}

/**
 * Runs the jobs on two workers; the results stand in the order of the jobs. A worker that dies or takes too long
 * is replaced and costs only the file it was reading. Rejects with the signal's reason when it is aborted.
 */
export function runJobs(jobs: readonly Job[], options: PoolOptions): Promise<JobResult[]> {
  return new Promise((resolve, reject) => {
    const results: (JobResult | undefined)[] = jobs.map(() => undefined)
    const waiting = jobs.map((_, index) => index)
    const closers = new Set<() => void>()
    let done = 0

    function finish(): void {
      for (const close of closers) close()
      options.signal.removeEventListener('abort', abort)
    }

    function abort(): void {
      finish()
      reject(options.signal.reason)
    }

    function settle(index: number, result: JobResult): void {
      if (results[index] !== undefined) return
      results[index] = result
      done++
      options.onProgress(done, Math.min(index + 1, jobs.length - 1))
      if (done < jobs.length) return
      finish()
      resolve(results.map((entry) => entry ?? gaveUp))
    }

    function startWorker(): void {
      const worker = spare.pop() ?? newWorker()
      /** In the order in which the worker reads them. */
      const taken = new Set<number>()
      let timer: ReturnType<typeof setTimeout> | undefined

      function close(): void {
        clearTimeout(timer)
        worker.terminate()
        closers.delete(close)
      }

      function feed(): void {
        while (taken.size < inFlight) {
          const index = waiting.shift()
          const job = index === undefined ? undefined : jobs[index]
          if (index === undefined || job === undefined) break
          taken.add(index)
          worker.postMessage({ index, job } satisfies ToWorker)
        }
        clearTimeout(timer)
        if (taken.size > 0) timer = setTimeout(replace, options.limit)
        else close()
      }

      /** Only the file that was being read is given up; what else the worker had taken goes back. */
      function replace(): void {
        close()
        const [culprit, ...others] = taken
        waiting.unshift(...others)
        if (culprit !== undefined) settle(culprit, gaveUp)
        if (waiting.length > 0 && !options.signal.aborted) startWorker()
      }

      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
        const { index, result } = event.data
        taken.delete(index)
        settle(index, result)
        if (done < jobs.length) feed()
      })
      worker.addEventListener('error', replace)
      worker.addEventListener('messageerror', replace)
      closers.add(close)
      feed()
    }

    if (options.signal.aborted) return reject(options.signal.reason)
    if (jobs.length === 0) return resolve([])
    options.signal.addEventListener('abort', abort)
    for (let count = 0; count < Math.min(workerCount, jobs.length); count++) startWorker()
  })
}
