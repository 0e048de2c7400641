import { AppError } from '#domain/errors'
import type { Expert } from '#domain/experts/expert'
import type { Actor } from '#domain/people/duties'
import { db } from '#storage/database'
import { changed } from '#storage/revision'
import { newStamp } from '#storage/stamp'
import { type Entry, write } from '#storage/write'

/** 撤销评价: takes away the rating at a place of the list. Throws `changed-meanwhile`, `not-found`. */
export async function withdrawRating(
  bookId: string,
  seen: Pick<Expert, 'id' | 'name' | 'revision'>,
  place: number,
  by: Actor,
): Promise<Expert> {
  const stamp = newStamp(by)
  const entry: Entry = { action: 'rate-expert', bookId, summary: `撤销评价：${seen.name}` }
  return write(stamp, entry, ['experts'], async (writer) => {
    const before = await db.experts.get(seen.id)
    if (before?.revision !== seen.revision) throw new AppError('changed-meanwhile')
    if (before.ratings[place] === undefined) throw new AppError('not-found')
    const ratings = before.ratings.filter((_, index) => index !== place)
    const kept = { ...before, ratings, ...changed(stamp, before) }
    await writer.put('experts', [kept])
    return kept
  })
}
