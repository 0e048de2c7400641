import type { Goal } from '../goals/goal.ts'
import type { Carried, ExchangeTable } from './contents.ts'

/** What must not leave: the secret (涉密) goals, by all that names them. */
export type Secrets = { ids: ReadonlySet<string>; words: readonly string[] }
export type SecretGoal = Pick<Goal, 'id' | 'name' | 'code' | 'secret'>

/** Shorter texts are no names: they stand in every other sentence. */
const shortestWord = 4

/** By what secret goals are known: their ids, and their names and codes where these are long enough to be looked for in texts. */
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

/** What says whose a record is, beside its own id. */
const ownerFields = ['goalId', 'objectId', 'taskId'] as const

/** The record without what is secret; null where the whole of it is. */
export function withoutSecrets<R extends Carried>(
  table: ExchangeTable,
  record: R,
  { ids }: Secrets,
): R | null {
  if (ids.size === 0) return record
  if (ids.has(record.id)) return null
  if (ownerFields.some((field) => ids.has(String(record[field] ?? '')))) return null
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

/** A letter as it may be written: plain or full-width, large or small, as its like in one or more letters (㎡ as m2). */
function letterPattern(letter: string): string {
  const plain = [...letter.normalize('NFKC')]
  const cases = (each: string) => [each, each.toUpperCase(), each.toLowerCase(), ...widened(each)]
  const like = plain.map((each) => `(?:${[...new Set(cases(each))].map(escaped).join('|')})`).join('')
  return `(?:${escaped(letter)}|${like})`
}

function widened(letter: string): string[] {
  const code = letter.codePointAt(0) ?? 0
  const forms = [letter.toUpperCase(), letter.toLowerCase()]
  return code > 0x20 && code < 0x7f
    ? forms.map((form) => String.fromCharCode(form.charCodeAt(0) + 0xfee0))
    : []
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** What may stand between two letters of a word: blanks, and in JSON the backslashes of an escape. */
const between = '(?:\\s|\\\\[nrt]|\\\\)*'

/** A word wherever it stands, however it is spaced, in full-width letters too, as text or in JSON. */
function wordPattern(word: string): RegExp {
  const letters = [...word.replace(/\s/g, '')]
  return new RegExp(letters.map(letterPattern).join(between), 'gu')
}

/** The secret words and ids that a text has, however they are spaced; the last look at what leaves. */
export function secretWordsIn(text: string, { words, ids }: Secrets): string[] {
  const named = words.filter((word) => text.includes(word) || wordPattern(word).test(text))
  return [...named, ...[...ids].filter((id) => text.includes(id))]
}

/** What stands in the place of a secret word. */
const masked = '（略）'

/** The text with its secret words masked. */
export function withoutSecretWords(text: string, { words }: Pick<Secrets, 'words'>): string {
  return words.reduce((rest, word) => rest.replace(wordPattern(word), masked), text)
}

/**
 * A value as it may leave: of its lists the items that are secret or name something secret are left out and counted. What
 * else names something secret (a title, a text of the whole) is masked. `masks` counts those texts.
 */
export function leavingValue<Value>(
  value: Value,
  secrets: Secrets,
): { open: Value; left: number; masks: number } {
  const counts = { left: 0, masks: 0 }
  if (secrets.ids.size === 0) return { open: value, ...counts }
  const open = opened(value, secrets, counts)
  return { open: open as Value, ...counts } // the same shape with fewer items and other words
}

type Counts = { left: number; masks: number }

function opened(value: unknown, secrets: Secrets, counts: Counts): unknown {
  if (typeof value === 'string') {
    const text = withoutSecretWords(value, secrets)
    if (text !== value) counts.masks++
    return text
  }
  if (Array.isArray(value)) return value.flatMap((item) => openItem(item, secrets, counts))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, opened(each, secrets, counts)]))
}

/** The item of a list without what is secret in its own lists; nothing where it still names something secret. */
function openItem(item: unknown, secrets: Secrets, counts: Counts): unknown[] {
  const within = { left: 0, masks: 0 }
  const open = withOpenLists(item, secrets, within)
  if (namesSecret(open, secrets)) {
    counts.left++
    return []
  }
  counts.left += within.left
  return [open]
}

function withOpenLists(value: unknown, secrets: Secrets, counts: Counts): unknown {
  if (Array.isArray(value)) return value.flatMap((item) => openItem(item, secrets, counts))
  if (!isPlain(value)) return value
  const open = Object.entries(value).map(([key, each]) => [key, withOpenLists(each, secrets, counts)])
  return Object.fromEntries(open)
}

/** Whether anything in a value is secret or names something secret. */
export function namesSecret(value: unknown, secrets: Secrets): boolean {
  return secrets.ids.size > 0 && secretWordsIn(textsIn(value).join('\n'), secrets).length > 0
}

/** Every text in a value, keys included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Map) return [...value].flatMap(textsIn)
  if (Array.isArray(value) || value instanceof Set) return [...value].flatMap(textsIn)
  return isPlain(value) ? Object.entries(value).flatMap(textsIn) : []
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
