import { AppError } from '#domain/errors'
import { withGoal } from '#domain/execution/plan'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { executionsOf } from '#storage/executions'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * Sets the goal of lines of the treasury's ledger in all their months; '' says that a line belongs to none. The decision
 * is remembered for later imports. Throws `not-found` for a goal of another book or no such line.
 */
export async function matchExecutions(
  bookId: string,
  decided: ReadonlyMap<string, string>,
  by: Actor,
): Promise<void> {
  const stamp = newStamp(by)
  const lone = decided.size === 1 ? [...decided][0] : undefined
  const entry: Entry = {
    action: 'match-executions',
    bookId,
    summary: `指定国库台账对应的项目：${decided.size} 项`,
  }
  await write(stamp, entry, ['executions', 'goals'], async (writer) => {
    const ids = [...new Set(decided.values())].filter((id) => id !== '')
    const goals = await db.goals.bulkGet(ids)
    const goalById = new Map(goals.flatMap((goal) => (goal?.bookId === bookId ? [[goal.id, goal]] : [])))
    if (goalById.size < ids.length) throw new AppError('not-found')
    const rows = (await executionsOf(bookId)).filter(({ line }) => decided.has(line))
    if (rows.length === 0) throw new AppError('not-found')
    if (lone)
      writer.say(`指定国库台账对应的项目：${rows[0]?.name} → ${goalById.get(lone[1])?.name ?? '不对应项目'}`)
    await writer.put(
      'executions',
      rows.map((row) => withGoal(row, goalById.get(decided.get(row.line) ?? '') ?? null)),
    )
  })
}
