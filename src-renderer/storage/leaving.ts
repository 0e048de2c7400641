import { leavingValue, type Secrets, secretsOf } from '#domain/exchange/secrets'
import { db } from './database.ts'

/** The secret (涉密) goals of a book with their evaluations, by all that names them. */
export async function secretsOfBook(bookId: string): Promise<Secrets> {
  const goals = await db.goals
    .where('[bookId+id]')
    .between([bookId], [bookId, []])
    .filter(({ secret }) => secret)
    .toArray()
  return secretsOf([...goals, ...(await tasksOfSecrets(goals.map(({ id }) => id)))])
}

/** The evaluations of secret goals: as secret as these, with all that hangs on them (sheets, questionnaires). */
export async function tasksOfSecrets(
  goalIds: readonly string[],
): Promise<{ id: string; name: string; code: string; secret: true }[]> {
  const tasks = await db.evaluationTasks
    .where('goalId')
    .anyOf([...goalIds])
    .toArray()
  return tasks.map(({ id, name, code }) => ({ id, name, code, secret: true }))
}

type Leaving<Value> = { open: Value; left: number; note: string }

/**
 * What may stand in a list or letter that leaves, with a sentence on what was left out; the person sees of what is secret
 * only how much it is.
 */
export async function leavingOf<Value>(bookId: string, value: Value): Promise<Leaving<Value>> {
  const { open, left, masks } = leavingValue(value, await secretsOfBook(bookId))
  return { open, left, note: leavingNote(left, masks) }
}

/** The same for a list of which every item leaves, without what is secret in it: a name in one text drops no other. */
export async function leavingEach<Item>(bookId: string, list: readonly Item[]): Promise<Leaving<Item[]>> {
  const secrets = await secretsOfBook(bookId)
  const made = list.map((item) => leavingValue(item, secrets))
  const sum = (of: 'left' | 'masks') => made.reduce((all, each) => all + each[of], 0)
  return {
    open: made.map(({ open }) => open),
    left: sum('left'),
    note: leavingNote(sum('left'), sum('masks')),
  }
}

function leavingNote(left: number, masks: number): string {
  const omitted = left === 0 ? '' : `涉密的 ${left} 项没有导出，请线下办理。`
  const hidden = masks === 0 ? '' : `文字中涉密项目的名称 ${masks} 处已用“（略）”代替。`
  return `${omitted}${hidden}`
}
