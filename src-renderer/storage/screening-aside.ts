import type { Round } from '#domain/monitoring/round'
import type { ScreenedForm } from '#domain/screening/screen'
import type { YearRules } from '#domain/year-rules'
import { databaseName, db } from './database.ts'
import { outside } from './lines.ts'
import { screenedRound } from './screening.ts'

/** What the worker says: some forms, the end, or what went wrong. */
export type ScreeningMessage = { forms: readonly ScreenedForm[] } | { done: true } | { failure: string }

/**
 * 筛查 of a round for a page: worked out beside it, because thousands of texts are compared with each other. In a live query
 * it watches the end of the trail alone. Where there are no workers, or it does not succeed there, the page does it.
 */
export async function screenedAside(round: Round, rules: YearRules): Promise<ScreenedForm[]> {
  await db.auditHeads.get(round.bookId)
  return outside(async () => {
    if (typeof Worker === 'undefined') return screenedRound(round, rules)
    return (await inWorker(round)) ?? screenedRound(round, rules)
  })
}

function inWorker(round: Round): Promise<ScreenedForm[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./screening-worker.ts', import.meta.url), {
      type: 'module',
      name: databaseName,
    })
    const forms: ScreenedForm[] = []
    function end(found: ScreenedForm[] | null, failure = ''): void {
      if (failure !== '') console.warn('the round could not be screened beside the page', failure)
      worker.terminate()
      resolve(found)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ScreeningMessage>) => {
      if ('forms' in data) forms.push(...data.forms)
      else if ('done' in data) end(forms)
      else end(null, data.failure)
    })
    worker.addEventListener('error', ({ message }) => end(null, message || 'it did not start'))
    worker.postMessage(round)
  })
}
