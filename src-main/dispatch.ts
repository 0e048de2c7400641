import { contract, type Handlers, type Reply, type Verb } from './contract.ts'
import { AppError } from './errors.ts'
import type { Log } from './log.ts'

export type Dispatch = (method: unknown, input: unknown) => Promise<Reply>

/** Known verb → parse → handler → parse → reply. Never throws; knows no transport. */
export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async function dispatch(method, input) {
    if (!isVerb(method)) {
      log.warn(`unknown verb: ${String(method).slice(0, 100)}`)
      return { ok: false, code: 'unknown-verb' }
    }
    const parsed = contract[method].input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues
      log.warn(`${method}: input refused at ${issues.map((issue) => issue.path.join('.')).join(', ')}`)
      return {
        ok: false,
        code: issues.some((issue) => issue.message === 'too-large') ? 'too-large' : 'bad-request',
      }
    }
    try {
      // The table of handlers has the same keys and types as the contract; only the pairing is lost here.
      const handler = handlers[method] as (input: unknown) => Promise<unknown>
      return {
        ok: true,
        value: contract[method].output.parse(await handler(parsed.data)),
      }
    } catch (error) {
      if (error instanceof AppError) {
        log.warn(`${method}: ${error.code}`, error.cause)
        return { ok: false, code: error.code }
      }
      log.error(`${method}: internal`, error)
      return { ok: false, code: 'internal' }
    }
  }
}

/** Own properties only, so that `__proto__` and `constructor` are unknown verbs like any other. */
function isVerb(method: unknown): method is Verb {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}
