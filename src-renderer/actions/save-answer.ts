import type { Answer, Disposal } from '#domain/disposals/disposal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { db } from '#storage/database'
import { answeredDisposal } from '#storage/disposal-record'
import { disposalById } from '#storage/disposals'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** Keeps what the unit writes about a disposal. Throws `changed-meanwhile`, `not-allowed` where it is not its turn. */
export async function saveAnswer(
  id: string,
  seenRevision: number,
  change: Partial<Answer>,
  by: Actor,
): Promise<Disposal> {
  const seen = await disposalById(id)
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book).monitoring.disposal
  const stamp = newStamp(by)
  const entry: Entry = { action: 'save-answer', bookId: book.id, summary: `填写整改情况：${seen.name}` }
  return write(stamp, entry, ['disposals'], async (writer) => {
    const before = asSeen(await db.disposals.get(id), seenRevision)
    const after = answeredDisposal(stamp, before, change, rules)
    await writer.put('disposals', [after])
    return after
  })
}
