import type { CredibilityPack } from '#domain/credibility/examine'
import type { Approved } from '#domain/credibility/finding'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { ExaminedResult, ToExaminer } from './credibility-jobs.ts'

/** Forms that are copied to the worker at once: few enough not to be felt. */
const piece = 40

function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Examines all forms off the page's thread. Rejects where the worker dies; an aborted signal ends it without an answer. */
export function examineForms(
  forms: readonly SelfEvaluation[],
  approved: ReadonlyMap<string, Approved>,
  pack: CredibilityPack,
  signal: AbortSignal,
): Promise<ExaminedResult[]> {
  const worker = new Worker(new URL('./credibility-worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate())
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ExaminedResult[]>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = (event) => {
      worker.terminate()
      reject(new Error(event.message))
    }
    void send(worker, forms, approved, pack, signal)
  })
}

async function send(
  worker: Worker,
  forms: readonly SelfEvaluation[],
  approved: ReadonlyMap<string, Approved>,
  pack: CredibilityPack,
  signal: AbortSignal,
): Promise<void> {
  const post = (message: ToExaminer) => worker.postMessage(message)
  for (let at = 0; at < forms.length; at += piece) {
    if (signal.aborted) return
    const own = forms.slice(at, at + piece)
    const known = own.flatMap(({ goalId }) => {
      const goal = approved.get(goalId)
      // Of a goal only what is compared goes over.
      return goal ? [[goalId, { indicators: goal.indicators, overview: goal.overview }] as const] : []
    })
    post({ kind: 'forms', forms: own, approved: known })
    await breathe()
  }
  post({ kind: 'examine', pack: { evaluation: pack.evaluation, monitoring: pack.monitoring } })
}
