import type { Disposal } from '#domain/disposals/disposal'
import type { Candidate } from '#domain/disposals/propose'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { assertFree, newDisposal } from '#storage/disposal-record'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/**
 * 提出处置: lists what is proposed for goals of one book, all or none. Throws `not-found` where a goal is gone,
 * `disposal-open` where one has a disposal of the same round that is not done with.
 */
export async function proposeDisposals(
  bookId: string,
  candidates: readonly Candidate[],
  by: Actor,
): Promise<Disposal[]> {
  const [first] = candidates
  if (!first) throw new AppError('not-found')
  const what = candidates.length === 1 ? first.name : `${candidates.length} 个项目`
  const stamp = newStamp(by)
  const entry: Entry = { action: 'propose-disposals', bookId, summary: `提出处置建议：${what}` }
  const made = candidates.map((candidate) => newDisposal(stamp, bookId, candidate))
  return write(stamp, entry, ['disposals', 'goals'], async (writer) => {
    const goals = await db.goals.bulkGet(made.map(({ goalId }) => goalId))
    if (goals.some((goal) => goal?.bookId !== bookId)) throw new AppError('not-found')
    await assertFree(made)
    await writer.put('disposals', made)
    return made
  })
}
