import type { Goal } from '../goals/goal.ts'
import type { Carried, ExchangeTable } from './contents.ts'

/** What must not leave: the secret (涉密) goals, by all that names them. */
export type Secrets = { ids: ReadonlySet<string>; words: readonly string[] }
export type SecretGoal = Pick<Goal, 'id' | 'name' | 'code' | 'secret'>

/** Shorter texts are no names: they stand in every other sentence. */
const shortestWord = 4

export function secretsOf(goals: readonly SecretGoal[]): Secrets {
  const secret = goals.filter((goal) => goal.secret)
  const words = secret.flatMap(({ name, code }) => [name.trim(), code.trim()])
  return {
    ids: new Set(secret.map(({ id }) => id)),
    words: [...new Set(words)].filter((word) => [...word].length >= shortestWord),
  }
}

/** The secret goals among all that it was shown, a batch at a time, beside those known `before`. */
export function secretCollector(before: readonly SecretGoal[] = []): {
  look: (goals: readonly Carried[]) => void
  goals: () => readonly SecretGoal[]
  known: () => Secrets
} {
  const found = new Map(before.map((goal) => [goal.id, goal]))
  let known = secretsOf(before)
  return {
    look(goals) {
      const more = goals.filter(({ id, secret }) => secret === true && !found.has(id))
      if (more.length === 0) return
      for (const { id, name, code, secret } of more as unknown as Goal[]) // records of goals
        found.set(id, { id, name, code, secret })
      known = secretsOf([...found.values()])
    },
    goals: () => [...found.values()],
    known: () => known,
  }
}

/** Lists inside records that name other objects: their lines on secret ones go, the record stays. */
const lists: Readonly<Partial<Record<ExchangeTable, { field: string; by: string }>>> = {
  evaluationPlans: { field: 'items', by: 'objectId' },
  meetings: { field: 'items', by: 'goalId' },
  rounds: { field: 'goalIds', by: '' },
}

/** The record without what is secret; null where the whole of it is. */
export function withoutSecrets<R extends Carried>(
  table: ExchangeTable,
  record: R,
  { ids }: Secrets,
): R | null {
  if (ids.size === 0) return record
  const owner = table === 'goals' || table === 'reviews' ? record.id : record.goalId
  if (typeof owner === 'string' && ids.has(owner)) return null
  const list = lists[table]
  const items = list && record[list.field]
  if (!list || !Array.isArray(items)) return record
  const open = items.filter((item: unknown) => !ids.has(String(idIn(item, list.by))))
  return open.length === items.length ? record : { ...record, [list.field]: open }
}

function idIn(item: unknown, by: string): unknown {
  if (by === '') return item
  return typeof item === 'object' && item !== null && by in item ? item[by as keyof typeof item] : ''
}

/** The secret words that a text has; the last look at a package before it leaves. */
export function secretWordsIn(text: string, { words, ids }: Secrets): string[] {
  return [...words, ...ids].filter((word) => text.includes(word))
}
