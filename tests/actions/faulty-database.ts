import type { DBCore, Middleware } from 'dexie'
import { closeDatabase, db } from '#storage/database'

export type Fault = 'abort' | 'quota' | 'closed'

/** What happens at the given call of the database from now on; null: nothing. `calls` counts on. */
type Plan = { at: number; fault: Fault; on: 'write' | 'read' }
let plan: Plan | null = null
let calls = 0

/** Lets the database fail in the middle of work. Once a test file, before its database is opened. */
export function installFaults(): void {
  const middleware: Middleware<DBCore> = { stack: 'dbcore', name: 'faults', create: faulty }
  db.use(middleware)
}

export function failAt(wanted: Plan | null): void {
  plan = wanted
  calls = 0
}

/** Calls since the last `failAt`, of the kind that was planned. */
export function callsSeen(): number {
  return calls
}

function faulty(core: DBCore): DBCore {
  return {
    ...core,
    table: (name) => {
      const table = core.table(name)
      return {
        ...table,
        mutate: (request) => strike('write') ?? table.mutate(request),
        get: (request) => strike('read') ?? table.get(request),
        getMany: (request) => strike('read') ?? table.getMany(request),
        query: (request) => strike('read') ?? table.query(request),
      }
    },
  }
}

function strike(kind: Plan['on']): Promise<never> | null {
  if (plan?.on !== kind || ++calls !== plan.at) return null
  const { fault } = plan
  plan = null
  if (fault === 'closed') {
    closeDatabase()
    return null
  }
  if (fault === 'quota') return Promise.reject(new DOMException('full', 'QuotaExceededError'))
  return Promise.reject(new Error('the machine stopped'))
}
