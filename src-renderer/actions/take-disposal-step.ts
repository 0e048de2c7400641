import type { Decision, Disposal } from '#domain/disposals/disposal'
import { disposalFlow } from '#domain/disposals/flow'
import type { DisposalStep } from '#domain/disposals/step'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { stepOf } from '#domain/workflow'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { allCalendars } from '#storage/calendars'
import { db } from '#storage/database'
import { assertFree, movedDisposal } from '#storage/disposal-record'
import { disposalsByIds } from '#storage/disposals'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** One disposal of a step; with a decision, what is decided instead of what is kept of it. */
export type DisposalSeen = { id: string; seenRevision: number; decision?: Partial<Decision> }

/**
 * Takes disposals of one book a step along their road, all or none. Throws the reason where the table, the duty or a missing
 * opinion does not let it, `condition-unmet` with the problems where a decision or an answer is not complete, and
 * `disposal-open` where one that comes back meets another of its goal and round.
 */
export async function takeDisposalStep(
  disposals: readonly DisposalSeen[],
  wanted: DisposalStep,
  by: Actor,
): Promise<Disposal[]> {
  const [seen] = await disposalsByIds(disposals.map(({ id }) => id))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book).monitoring.disposal
  const calendars = await allCalendars()
  const { verb } = stepOf(disposalFlow, wanted.id) ?? { verb: '' }
  const what = disposals.length === 1 ? seen.name : `${disposals.length} 个项目`
  const stamp = newStamp(by)
  const entry: Entry = { action: wanted.id, bookId: book.id, summary: `监控处置${verb}：${what}` }
  return write(stamp, entry, ['disposals'], async (writer) => {
    const stored = await db.disposals.bulkGet(disposals.map(({ id }) => id))
    const after = disposals.map(({ seenRevision, decision = {} }, index) => {
      const before = asSeen(stored[index], seenRevision)
      if (before.bookId !== book.id) throw new AppError('not-found')
      return movedDisposal(stamp, before, wanted, decision, { calendars, rules })
    })
    await assertFree(after)
    await writer.put('disposals', after)
    return after
  })
}
