import { closeDatabase, openDatabase } from './database.ts'

/** What a worker says: some of the lines, the end with all that is not lines, or what went wrong. */
type Said<Line, Rest> = { lines: readonly Line[] } | { rest: Rest } | { failure: string }

/** What is worked out beside the page: a list, and what else belongs to it. */
export type Made<Line, Rest> = { lines: readonly Line[]; rest: Rest }

/** Lines that are handed over at once: more would hold the window while they arrive. */
const slice = 500

/**
 * Has a worker of its own, which answers by `answerBeside`, work something out, and ends it. Null where it does not succeed
 * there; why is in the console, after `failing`.
 */
export function workedBeside<Line, Rest>(
  worker: Worker,
  asked: unknown,
  failing: string,
): Promise<Made<Line, Rest> | null> {
  return new Promise((resolve) => {
    const lines: Line[] = []
    function end(made: Made<Line, Rest> | null): void {
      worker.terminate()
      resolve(made)
    }
    function fail(failure: string): void {
      console.warn(failing, failure)
      end(null)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Said<Line, Rest>>) => {
      if ('lines' in data) lines.push(...data.lines)
      else if ('rest' in data) end({ lines, rest: data.rest })
      else fail(data.failure)
    })
    worker.addEventListener('error', ({ message }) => fail(message || 'it did not start'))
    worker.postMessage(asked)
  })
}

/** The worker's side: opens the database, works out what is asked, and hands it over bit by bit. */
export function answerBeside<Asked, Line, Rest>(work: (asked: Asked) => Promise<Made<Line, Rest>>): void {
  const say = (said: Said<Line, Rest>) => postMessage(said)
  async function answer(asked: Asked): Promise<void> {
    await openDatabase()
    try {
      const { lines, rest } = await work(asked)
      for (let from = 0; from < lines.length; from += slice) say({ lines: lines.slice(from, from + slice) })
      say({ rest })
    } finally {
      closeDatabase()
    }
  }
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    answer(data).catch((error: unknown) => say({ failure: String(error) }))
  })
}
