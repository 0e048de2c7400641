import type { Decision, Disposal } from '#domain/disposals/disposal'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { rulesOf } from '#domain/year-rules'
import { bookById } from '#storage/books'
import { allCalendars } from '#storage/calendars'
import { db } from '#storage/database'
import { redraftedDisposal } from '#storage/disposal-record'
import { disposalsByIds } from '#storage/disposals'
import { asSeen } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** What is to be kept of one disposal. */
export type DisposalWritten = { id: string; seenRevision: number; change: Partial<Decision> }

/**
 * Keeps what is proposed for disposals of one book, or the number and day of their letters, all or none. Throws
 * `changed-meanwhile`, and `not-allowed` for anything else once the letter is out.
 */
export async function saveDisposals(written: readonly DisposalWritten[], by: Actor): Promise<Disposal[]> {
  const [seen] = await disposalsByIds(written.map(({ id }) => id))
  const book = seen && (await bookById(seen.bookId))
  if (!seen || !book) throw new AppError('not-found')
  const rules = rulesOf(book).monitoring.disposal
  const calendars = await allCalendars()
  const what = written.length === 1 ? seen.name : `${written.length} 个项目`
  const isLetter = written.every(({ change }) => 'letterNumber' in change)
  const stamp = newStamp(by)
  const summary = `${isLetter ? '登记处置文书' : '修改处置建议'}：${what}`
  const entry: Entry = { action: 'save-disposal', bookId: book.id, summary }
  return write(stamp, entry, ['disposals'], async (writer) => {
    const stored = await db.disposals.bulkGet(written.map(({ id }) => id))
    const after = written.map(({ seenRevision, change }, index) => {
      const before = asSeen(stored[index], seenRevision)
      if (before.bookId !== book.id) throw new AppError('not-found')
      return redraftedDisposal(stamp, before, change, { calendars, rules })
    })
    await writer.put('disposals', after)
    return after
  })
}
